#pragma once

#include <earlyhelp/triage/facts.hpp>

#include <cstdint>
#include <random>

namespace earlyhelp::benchmarks {

/// Facts as a feed brings them: every third finding unknown in one incident of two, some grades missing.
class FeedFacts {
 public:
  Facts next() {
    auto findings = Findings::all(Answer::no);
    const bool has_unknowns = one_in(2);
    for (const auto finding : values_of<Finding>) {
      if (one_in(10)) findings.set(finding, Answer::yes);
      if (has_unknowns && one_in(3)) findings.set(finding, Answer::unknown);
    }
    const auto children = below(3);
    return {.definition = one_in(20) ? Definition::undetermined : Definition::domestic_abuse,
            .officer_grade = one_in(10) ? boost::none : boost::make_optional(RiskGrade::standard),
            .judgement = boost::none,
            .checklist = {.instrument = Instrument::dash_2009, .yes_count = below(16), .unanswered_count = below(4)},
            .findings = findings,
            .history = {.known = true,
                        .events_in_window = below(4) + 1,
                        .marac_referral_in_window = one_in(30),
                        .suspect_other_victims = 0},
            .children = {.known = true,
                         .linked = children,
                         .youngest_age_years = children > 0 ? boost::make_optional(6) : boost::none,
                         .of_school_age = children},
            .reported_on = Date{2026, 1, 5}};
  }

 private:
  int below(std::uint64_t end) { return static_cast<int>(random_() % end); }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

  std::mt19937_64 random_{20220101};
};

}  // namespace earlyhelp::benchmarks
