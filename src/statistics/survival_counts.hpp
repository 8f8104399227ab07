#pragma once

#include <earlyhelp/statistics/survival.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// How many had the event at a time, and how many were followed until then and no longer.
struct SurvivalCount {
  std::int64_t time;
  std::int64_t events;
  std::int64_t censored;
};

/// One for each time at which somebody's follow-up ends, in order.
///
/// Throws: std::invalid_argument for a time below 0.
std::vector<SurvivalCount> survival_counts(std::span<const FollowUp> people);

}  // namespace earlyhelp
