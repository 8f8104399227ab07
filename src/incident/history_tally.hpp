#pragma once

#include "history_index.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace earlyhelp {

/// How many incidents were seen, and who was the suspect in any of them.
struct Tally {
  std::int64_t events = 0;
  bool suspect_low = false;
  bool suspect_high = false;

  void note(const Occurrence& occurrence) noexcept { (occurrence.suspect_is_low ? suspect_low : suspect_high) = true; }
};

/// The incidents or referrals among `rows` that `view` sees, each once, but for the incident `own`.
Tally tally(const HistoryIndex& index, const HistoryRows& rows, const View& view, std::uint32_t own);

using Numbers = std::vector<std::uint32_t>;

/// Puts `values` in order, each once at the front, and says how many these are.
template <class Value>
std::size_t distinct(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  return static_cast<std::size_t>(std::unique(values.begin(), values.end()) - values.begin());
}

}  // namespace earlyhelp
