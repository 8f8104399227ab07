#pragma once

#include <earlyhelp/triage/facts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>

namespace earlyhelp::test {

/// Facts of every kind, contradictory ones too, the same ones from the same seed on every machine. Counts lie around
/// the thresholds of the policies that the tests use; some incidents are quiet and some have everything.
class RandomFacts {
 public:
  explicit RandomFacts(std::uint64_t seed) : random_{seed} {}

  Facts next() {
    const auto busy = one_of(0U, 5U, 20U, 50U);
    return {.definition = any<Definition>(),
            .officer_grade = maybe<RiskGrade>(),
            .judgement = maybe<RiskGrade>(),
            .checklist = next_checklist(),
            .findings = next_findings(busy, one_of(0U, 5U, 20U, 50U)),
            .history = next_history(),
            .children = next_children(),
            .reported_on = Date{2025, 11, 6} + Days{one_of(0, 1, 2)}};
  }
  ChecklistFacts next_checklist() {
    return {.instrument = maybe<Instrument>(),
            .yes_count = one_of(0, 1, 4, 5, 9, 10, 13, 14, 15, 27),
            .unanswered_count = one_of(0, 0, 0, 1, 4, 13, 14)};
  }
  Findings next_findings(unsigned percent_yes, unsigned percent_unknown) {
    auto findings = Findings::all(Answer::no);
    for (const auto finding : values_of<Finding>) {
      const auto drawn = below(100);
      if (drawn < percent_yes)
        findings.set(finding, Answer::yes);
      else if (drawn < percent_yes + percent_unknown)
        findings.set(finding, Answer::unknown);
    }
    return findings;
  }
  HistoryFacts next_history() {
    return {.known = one_of(true, false),
            .events_in_window = one_of(1, 1, 1, 2, 3, 4, 5, 6),
            .marac_referral_in_window = one_of(false, false, false, true),
            .suspect_other_victims = one_of(0, 0, 0, 1, 2, 3)};
  }
  ChildrenFacts next_children() {
    return {.known = one_of(true, false),
            .linked = one_of(0, 0, 1, 2),
            .youngest_age_years = one_of<boost::optional<int>>(boost::none, 0, 1, 6, 7, 17),
            .of_school_age = one_of(0, 1)};
  }

  template <class Enum>
  Enum any() {
    return values_of<Enum>[below(count_of<Enum>)];
  }
  template <class Enum>
  boost::optional<Enum> maybe() {
    const auto drawn = below(count_of<Enum> + 1);
    if (drawn == count_of<Enum>) return {};
    return values_of<Enum>[drawn];
  }
  template <class Value, class... Values>
  Value one_of(Value first, Values... others) {
    return std::array<Value, 1 + sizeof...(others)>{first, Value{others}...}[below(1 + sizeof...(others))];
  }
  std::size_t below(std::size_t end) { return random_() % end; }

 private:
  std::mt19937_64 random_;
};

}  // namespace earlyhelp::test
