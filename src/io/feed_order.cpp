#include "feed_order.hpp"

#include <algorithm>
#include <variant>

namespace earlyhelp::io {
namespace {

constexpr std::string_view end_of_key = R"(recorded_at":")";
// The lengths of ids move the value from row to row by a few bytes.
constexpr std::size_t a_little = 24;

/// Where the value of recorded_at begins in `row`: looked for around `last_place` first. npos: not found.
std::size_t place_in(std::string_view row, std::size_t last_place) noexcept {
  const auto from = last_place - std::min(last_place, end_of_key.size() + a_little);
  auto at = row.substr(0, last_place + a_little).find(end_of_key, from);
  if (at == std::string_view::npos) at = row.find(end_of_key);
  return at == std::string_view::npos || at == 0 || row[at - 1] != '"' ? std::string_view::npos
                                                                       : at + end_of_key.size();
}

}  // namespace

bool FeedOrder::goes_on_with(const Line& line) {
  if (is_blank(line)) return true;
  return goes_on(recorded_at(line), line.text.size());
}

bool FeedOrder::goes_on_with(const TableReader::Glance& record) { return goes_on(record.recorded_at, record.bytes); }

bool FeedOrder::goes_on(boost::optional<Instant> recorded, std::size_t bytes) {
  ++rows_;
  if (!recorded || (as_of_ && *recorded > *as_of_)) return true;
  if (latest_ && *recorded < *latest_) return false;
  if (latest_ != recorded) bytes_at_latest_ = 0;
  latest_ = recorded;
  bytes_at_latest_ += bytes;
  return bytes_at_latest_ <= most_bytes_at_once;
}

/// None: the row is bad.
boost::optional<Instant> FeedOrder::recorded_at(const Line& line) {
  const auto place = place_in(line.text, last_place_);
  if (place != std::string_view::npos) {
    last_place_ = place;
    const auto value = line.text.substr(place);
    if (const auto written = parse_instant(value.substr(0, value.find('"')))) return written->instant;
  }
  const auto row = incidents_.read(line);
  if (const auto* incident = std::get_if<Incident>(&row)) return incident->recorded_at.instant;
  return {};
}

}  // namespace earlyhelp::io
