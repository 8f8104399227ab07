#include "triage/examples.hpp"

#include "triage/fact_level.hpp"

#include <earlyhelp/triage/realisable.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <utility>

namespace earlyhelp {
namespace {

using enum Fact;

using Levels = std::set<std::int64_t>;

/// On `threshold` and one below, as far as the fact goes.
void cut(Levels& levels, std::int64_t threshold, std::int64_t lowest) {
  for (const auto level : {threshold - 1, threshold}) {
    if (level >= lowest) levels.insert(level);
  }
}

Levels up_to(std::int64_t first, std::size_t count) {
  Levels levels;
  for (std::size_t i = 0; i < count; ++i) levels.insert(first + static_cast<std::int64_t>(i));
  return levels;
}

/// Both sides of every threshold that the number of `fact` is compared with.
Levels numbers(Fact fact, const Thresholds& thresholds) {
  constexpr int several = 2;
  Levels levels;
  const auto cut_at = [&](std::int64_t threshold, std::int64_t lowest = 0) { cut(levels, threshold, lowest); };
  if (fact == yes_count || fact == unanswered_count) {
    cut_at(1);
    for (const auto& threshold : thresholds.visible_high_risk) {
      if (threshold) cut_at(*threshold);
    }
  } else if (fact == events_in_window) {
    for (const auto events : {several, thresholds.escalation_events, thresholds.cumulative_child_events}) {
      cut_at(events, 1);
    }
  } else if (fact == suspect_other_victims) {
    cut_at(0);
    cut_at(thresholds.serial_victims - 1);
  } else if (fact == youngest_child_age) {
    for (const auto age : {1, thresholds.young_child_under_years, school_age_from_years, adult_from_years}) {
      if (age <= adult_from_years) cut_at(age);
    }
  } else {
    cut_at(1);
    cut_at(several);
  }
  return levels;
}

/// The days on which a policy is in force, cut where its duty to tell the school begins.
Levels days(const Policy& policy, Facts facts) {
  const auto notified_from = policy.thresholds().school_notification_from;
  Levels levels;
  for (const auto day : {policy.in_force().first(), notified_from - Days{1}, notified_from}) {
    if (!policy.in_force().contains(day)) continue;
    facts.reported_on = day;
    levels.insert(level_of(reported_on, facts));
  }
  return levels;
}

Levels levels_of(Fact fact, const std::vector<const Policy*>& policies, const Facts& quiet) {
  constexpr EnumSet counts{yes_count,       unanswered_count,   events_in_window,   suspect_other_victims,
                           children_linked, youngest_child_age, school_age_children};
  constexpr EnumSet yes_or_no{history_known, marac_referral_in_window, children_known};
  if (fact == definition) return up_to(0, count_of<Definition>);
  if (fact == officer_grade || fact == judgement) return up_to(none_level, 1 + count_of<RiskGrade>);
  if (fact == instrument) return up_to(none_level, 1 + count_of<Instrument>);
  if (yes_or_no.contains(fact)) return up_to(0, 2);
  if (fact != reported_on && !counts.contains(fact)) return up_to(0, count_of<Answer>);
  Levels levels{level_of(fact, quiet)};
  for (const auto* policy : policies) {
    levels.merge(fact == reported_on ? days(*policy, quiet) : numbers(fact, policy->thresholds()));
  }
  return levels;
}

}  // namespace

std::vector<Facts> examples(EnumSet<Fact> facts, const std::vector<const Policy*>& policies, const Facts& quiet) {
  std::vector<Facts> all{quiet};
  for (const auto fact : facts) {
    std::vector<Facts> wider;
    for (const auto level : levels_of(fact, policies, quiet)) {
      for (auto example : all) {
        set_level(fact, example, level);
        wider.push_back(example);
      }
    }
    all = std::move(wider);
  }
  std::erase_if(all, [&](const Facts& example) {
    return std::any_of(constraints().begin(), constraints().end(), [&](const Constraint& constraint) {
      return (constraint.facts - facts).empty() && !constraint.holds(example);
    });
  });
  std::vector<std::vector<Facts>> by_departures(1 + count_of<Fact>);
  for (const auto& example : all) by_departures[differing(example, quiet).size()].push_back(example);
  all.clear();
  for (const auto& alike : by_departures) all.insert(all.end(), alike.begin(), alike.end());
  return all;
}

}  // namespace earlyhelp
