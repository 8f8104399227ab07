#include "timeline.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace earlyhelp {
namespace {

constexpr std::size_t block_capacity = 256;
constexpr std::int64_t day_length = std::int64_t{24} * 60 * 60 * 1'000'000;
constexpr std::int64_t day_number_of_1970 = 2'440'588;

/// The start, in UTC, of the day `days` after `day`.
std::int64_t utc_start(std::int32_t day, int days) noexcept {
  return (std::int64_t{day} + days - day_number_of_1970) * day_length;
}

}  // namespace

void Timeline::Block::note(const Occurrence& occurrence) noexcept {
  first = std::min(first, occurrence.occurred);
  last = std::max(last, occurrence.occurred);
  first_recorded = std::min(first_recorded, occurrence.recorded);
  last_recorded = std::max(last_recorded, occurrence.recorded);
  suspect_low += occurrence.suspect_is_low ? 1 : 0;
}

void Timeline::Block::note_all() noexcept {
  Block bounds;
  for (const auto& entry : entries) bounds.note(entry.occurrence);
  bounds.entries = std::move(entries);
  *this = std::move(bounds);
}

void Timeline::insert(std::uint32_t row, const Occurrence& occurrence) {
  if (blocks_.empty()) blocks_.emplace_back();
  // The last block that starts no later; the first one when all start later.
  auto at = std::partition_point(blocks_.begin() + 1, blocks_.end(),
                                 [&](const Block& block) { return block.first <= occurrence.occurred; }) -
            1;
  auto& entries = at->entries;
  const auto place =
      std::upper_bound(entries.begin(), entries.end(), occurrence.occurred,
                       [](std::int64_t occurred, const Entry& entry) { return occurred < entry.occurrence.occurred; });
  entries.insert(place, {.occurrence = occurrence, .row = row});
  at->note(occurrence);
  if (entries.size() > block_capacity) split(static_cast<std::size_t>(at - blocks_.begin()));
}

/// In time order blocks stay full: only what came out of order is divided in the middle.
void Timeline::split(std::size_t block) {
  auto& old = blocks_[block].entries;
  const bool is_last = block + 1 == blocks_.size();
  const auto middle = old.begin() + static_cast<std::ptrdiff_t>(is_last ? old.size() - 1 : old.size() / 2);
  Block later{.entries = {middle, old.end()}};
  old.erase(middle, old.end());
  blocks_[block].note_all();
  later.note_all();
  blocks_.insert(blocks_.begin() + static_cast<std::ptrdiff_t>(block) + 1, std::move(later));
}

void Timeline::erase(std::uint32_t row, const Occurrence& occurrence) noexcept {
  auto block = std::partition_point(blocks_.begin(), blocks_.end(),
                                    [&](const Block& each) { return each.last < occurrence.occurred; });
  for (; block != blocks_.end(); ++block) {
    auto& entries = block->entries;
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& entry) { return entry.row == row; });
    if (found == entries.end()) continue;
    entries.erase(found);
    if (entries.empty()) {
      blocks_.erase(block);
    } else {
      block->note_all();
    }
    return;
  }
}

void Timeline::count_entries(const Block& block, const View& view, Seen& seen) noexcept {
  for (const auto& entry : block.entries) {
    const bool is_seen = view.sees(entry.occurrence);
    seen.all += is_seen ? 1 : 0;
    seen.suspect_low += is_seen && entry.occurrence.suspect_is_low ? 1 : 0;
  }
}

Seen Timeline::count(const View& view) const noexcept {
  // A local day is at most one day beside the day in UTC: what happened before `open` lies before the window, what
  // happened from `inside` on does not, and between the two the record's own day decides.
  const bool has_start = view.first_day > std::numeric_limits<std::int32_t>::min();
  const auto open = has_start ? utc_start(view.first_day, -1) : std::numeric_limits<std::int64_t>::min();
  const auto inside = has_start ? utc_start(view.first_day, 1) : open;
  Seen seen;
  auto block =
      std::partition_point(blocks_.begin(), blocks_.end(), [&](const Block& each) { return each.last < open; });
  for (; block != blocks_.end() && block->first <= view.until; ++block) {
    if (block->first_recorded > view.recorded_by) continue;
    if (block->first >= inside && block->last <= view.until && block->last_recorded <= view.recorded_by) {
      seen.all += static_cast<std::int64_t>(block->entries.size());
      seen.suspect_low += block->suspect_low;
    } else {
      count_entries(*block, view, seen);
    }
  }
  return seen;
}

}  // namespace earlyhelp
