#include "history_tally.hpp"

namespace earlyhelp {
namespace {

Tally tally_chain(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own) {
  Tally tally;
  Numbers repeated;
  for (auto at = rows.head; at != nothing; at = index.row(at).next_of_pair) {
    const auto& row = index.row(at);
    if (!view.sees(row.occurrence) || (row.incident == own && own != nothing)) continue;
    tally.note(row.occurrence);
    if (row.occurrence.is_repeated) {
      repeated.push_back(row.incident);
    } else {
      ++tally.events;
    }
  }
  if (!repeated.empty()) tally.events += static_cast<std::int64_t>(distinct(repeated));
  return tally;
}

Tally tally_timeline(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own) {
  auto seen = index.timeline(rows.timeline).count(view);
  const auto own_row = own == nothing ? nothing : index.first_row_of_incident(own);
  for (auto at = own_row; at != nothing; at = index.row(at).next_of_incident) {
    const auto& row = index.row(at);
    const bool is_here = &(index.pair(row.pair).incidents) == &rows && !row.occurrence.is_repeated;
    if (!is_here || !view.sees(row.occurrence)) continue;
    --seen.all;
    seen.suspect_low -= row.occurrence.suspect_is_low ? 1 : 0;
  }
  Tally tally{.events = seen.all, .suspect_low = seen.suspect_low > 0, .suspect_high = seen.all > seen.suspect_low};
  Numbers repeated;
  for (const auto at : index.repeated_rows(rows)) {
    const auto& row = index.row(at);
    if (!view.sees(row.occurrence) || row.incident == own) continue;
    tally.note(row.occurrence);
    repeated.push_back(row.incident);
  }
  tally.events += static_cast<std::int64_t>(distinct(repeated));
  return tally;
}

}  // namespace

Tally tally(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own) {
  return rows.timeline == nothing ? tally_chain(index, rows, view, own) : tally_timeline(index, rows, view, own);
}

}  // namespace earlyhelp
