#pragma once

#include "history_index.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/people/family.hpp>

#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What one incident and one pair of it ask of a history.
struct HistoryQuestion {
  std::string_view incident;
  const WrittenInstant& occurred_at;
  Instant recorded_at;
  std::string_view victim;
  std::string_view suspect;
  std::vector<std::string_view> other_victims;  ///< of the same incident
  const Family* family;                         ///< as the incident itself records it; null when it does not
  HistoryWindows windows;
};

/// The answer, but for whether the history is known.
PairHistory answer(const HistoryIndex& index, const HistoryQuestion& question);

}  // namespace earlyhelp
