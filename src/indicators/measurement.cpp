#include <earlyhelp/indicators/measurement.hpp>

#include "indicators/asked.hpp"

#include <map>
#include <stdexcept>
#include <utility>

namespace earlyhelp {

void Measurement::add(Member member) {
  ++counts_[static_cast<std::size_t>(member.standing)];
  members_.push_back(member);
}

PopulationCounts Measurement::counts() const noexcept {
  using enum Criterion;
  PopulationCounts counts;
  counts.add({initial_population}, count(Standing::not_in_denominator) + count(Standing::pending) +
                                       count(Standing::lost) + count(Standing::not_known));
  counts.add({initial_population, denominator}, count(Standing::denominator_only));
  counts.add({initial_population, denominator, denominator_exclusion}, count(Standing::excluded));
  counts.add({initial_population, denominator, numerator}, count(Standing::numerator));
  counts.add({initial_population, denominator, numerator, numerator_exclusion}, count(Standing::numerator_excluded));
  counts.add({initial_population, denominator, denominator_exception}, count(Standing::exception));
  return counts;
}

std::vector<std::uint32_t> Measurement::members(Standing standing) const {
  std::vector<std::uint32_t> places;
  for (const auto& member : members_) {
    if (member.standing == standing) places.push_back(member.place);
  }
  return places;
}

FigureStatus Measurement::status() const noexcept {
  const auto total = score().total;
  const bool is_any_waited_for = count(Standing::pending) + count(Standing::lost) > 0;
  const bool is_invalid = count(Standing::not_known) > 0 && !is_any_waited_for;
  if (total == 0) return is_invalid ? FigureStatus::invalid_input : FigureStatus::no_denominator;
  return total < indicator_.minimum ? FigureStatus::unstable : FigureStatus::ok;
}

boost::optional<Interval> Measurement::bounds() const {
  const auto [reached, decided] = score();
  const auto open = count(Standing::pending) + count(Standing::lost) + count(Standing::not_known);
  if (decided + open == 0) return {};
  return Interval{.lower = share({.count = reached, .total = decided + open}).value(),
                  .upper = share({.count = reached + open, .total = decided + open}).value()};
}

Measurement measure(const Indicator& indicator, const CaseRegister& all, const Period& period) {
  Measurement measurement{indicator, period, all.cut_off()};
  for_each_asked(indicator, all, period, [&](const Subject&, Member member) { measurement.add(member); });
  return measurement;
}

std::vector<Stratum> stratify(const Indicator& indicator, const CaseRegister& all, const Period& period,
                              const Grouping& by) {
  if (!by.group_of) throw std::invalid_argument{"Grouping " + by.id + ": needs a group_of"};
  const Measurement nobody{indicator, period, all.cut_off()};
  std::map<std::string, Measurement> groups;
  auto not_recorded = nobody;
  for_each_asked(indicator, all, period, [&](const Subject& subject, Member member) {
    if (auto group = by.group_of(subject))
      groups.try_emplace(std::move(*group), nobody).first->second.add(member);
    else
      not_recorded.add(member);
  });
  std::vector<Stratum> strata;
  strata.reserve(groups.size() + 1);
  for (auto& [group, measurement] : groups) strata.push_back({.group = group, .measurement = std::move(measurement)});
  if (!not_recorded.members().empty()) strata.push_back({.group = {}, .measurement = std::move(not_recorded)});
  return strata;
}

FigureStatus TimeTaken::status(double share) const {
  if (curve_.people() == 0) return FigureStatus::no_denominator;
  if (!quantile(share)) return FigureStatus::not_reached;
  return curve_.people() < measurement_.indicator().minimum ? FigureStatus::unstable : FigureStatus::ok;
}

TimeTaken time_taken(const Indicator& indicator, const CaseRegister& all, const Period& period) {
  if (indicator.time.of == nullptr) {
    throw std::invalid_argument{"Indicator " + std::string{indicator.id.view()} + ": measures no time"};
  }
  Measurement measurement{indicator, period, all.cut_off()};
  std::vector<FollowUp> times;
  std::int64_t untimed = 0;
  for_each_asked(indicator, all, period, [&](const Subject& subject, Member member) {
    measurement.add(member);
    if (!is_in_denominator(member.standing) && !is_undecided(member.standing)) return;
    if (const auto time = indicator.time.of(subject))
      times.push_back(*time);
    else
      ++untimed;
  });
  return {std::move(measurement), SurvivalCurve{times}, untimed};
}

}  // namespace earlyhelp
