#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace earlyhelp {

/// When a record of history happened and became known, and which of its two people was the suspect. Times are
/// microseconds since 1970, `day` is the local day as written, as a day number.
struct Occurrence {
  std::int64_t occurred;
  std::int64_t recorded;
  std::int32_t day;
  bool suspect_is_low;       ///< the suspect is the one of the pair with the lower number
  bool is_repeated = false;  ///< another row of the same pair has the same incident id
};

/// What can be seen from an incident: what happened from the first day of a window to the incident, and was recorded
/// by the time it was.
struct View {
  std::int32_t first_day = std::numeric_limits<std::int32_t>::min();
  std::int64_t until;
  std::int64_t recorded_by;

  bool sees(const Occurrence& occurrence) const noexcept {
    return occurrence.occurred <= until && occurrence.recorded <= recorded_by && occurrence.day >= first_day;
  }
};

/// How many occurrences were seen, and how many of them had the lower person as suspect.
struct Seen {
  std::int64_t all = 0;
  std::int64_t suspect_low = 0;
};

/// The occurrences of one pair or one suspect when they are many, in order of time: blocks of some hundred, each with
/// its bounds, so that a question looks into few of them.
class Timeline {
 public:
  void insert(std::uint32_t row, const Occurrence& occurrence);

  /// Requires: `row` was inserted with the same `occurrence`.
  void erase(std::uint32_t row, const Occurrence& occurrence) noexcept;

  Seen count(const View& view) const noexcept;

 private:
  struct Entry {
    Occurrence occurrence;
    std::uint32_t row;
  };
  struct Block {
    std::vector<Entry> entries = {};  ///< in order of time, never empty
    std::int64_t first = std::numeric_limits<std::int64_t>::max();
    std::int64_t last = std::numeric_limits<std::int64_t>::min();
    std::int64_t first_recorded = std::numeric_limits<std::int64_t>::max();
    std::int64_t last_recorded = std::numeric_limits<std::int64_t>::min();
    std::int64_t suspect_low = 0;

    void note(const Occurrence& occurrence) noexcept;
    void note_all() noexcept;
  };
  void split(std::size_t block);
  static void count_entries(const Block& block, const View& view, Seen& seen) noexcept;

  std::vector<Block> blocks_;
};

}  // namespace earlyhelp
