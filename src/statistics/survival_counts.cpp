#include "survival_counts.hpp"

#include "argument.hpp"

#include <boost/sort/spreadsort/integer_sort.hpp>

#include <algorithm>
#include <cstddef>

namespace earlyhelp {
namespace {

/// The last time of all. Throws: std::invalid_argument for a time below 0.
std::int64_t last_time(std::span<const FollowUp> people) {
  std::int64_t last = 0;
  for (const auto& person : people) {
    require_argument(person.time >= 0, "time", "0 or more", static_cast<double>(person.time));
    last = std::max(last, person.time);
  }
  return last;
}

void count(SurvivalCount& at, const FollowUp& person) { ++(person.has_event ? at.events : at.censored); }

/// By a place for each time: people are many and days are few.
std::vector<SurvivalCount> counted_by_place(std::span<const FollowUp> people, std::int64_t last) {
  std::vector<SurvivalCount> counts(static_cast<std::size_t>(last) + 1, {.time = 0, .events = 0, .censored = 0});
  for (const auto& person : people) count(counts[static_cast<std::size_t>(person.time)], person);
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i].time = static_cast<std::int64_t>(i);
  std::erase_if(counts, [](const SurvivalCount& at) { return at.events == 0 && at.censored == 0; });
  return counts;
}

std::vector<SurvivalCount> counted_in_order(std::span<const FollowUp> people) {
  std::vector<FollowUp> sorted{people.begin(), people.end()};
  boost::sort::spreadsort::integer_sort(
      sorted.begin(), sorted.end(), [](const FollowUp& person, unsigned bits) { return person.time >> bits; },
      [](const FollowUp& a, const FollowUp& b) { return a.time < b.time; });
  std::vector<SurvivalCount> counts;
  counts.reserve(sorted.size());
  for (const auto& person : sorted) {
    if (counts.empty() || counts.back().time != person.time) {
      counts.push_back({.time = person.time, .events = 0, .censored = 0});
    }
    count(counts.back(), person);
  }
  return counts;
}

}  // namespace

std::vector<SurvivalCount> survival_counts(std::span<const FollowUp> people) {
  constexpr std::size_t a_few = 4096;
  const auto last = last_time(people);
  const auto is_dense = static_cast<std::size_t>(last) <= people.size() + a_few;
  return is_dense ? counted_by_place(people, last) : counted_in_order(people);
}

}  // namespace earlyhelp
