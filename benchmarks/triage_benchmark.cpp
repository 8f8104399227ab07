#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/triage.hpp>

#define CATCH_CONFIG_ENABLE_BENCHMARKING
#include <catch2/catch.hpp>

#include <cstdint>
#include <random>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::size_t incidents = 4096;

/// Facts as a feed brings them: every third finding unknown in one incident of two, some grades missing.
std::vector<Facts> make_facts() {
  std::mt19937_64 random{20220101};
  const auto one_in = [&random](std::uint64_t n) { return random() % n == 0; };
  std::vector<Facts> all;
  for (std::size_t i = 0; i < incidents; ++i) {
    auto findings = Findings::all(Answer::no);
    const bool has_unknowns = one_in(2);
    for (const auto finding : values_of<Finding>) {
      if (one_in(10)) findings.set(finding, Answer::yes);
      if (has_unknowns && one_in(3)) findings.set(finding, Answer::unknown);
    }
    const auto children = static_cast<int>(random() % 3);
    all.push_back({.definition = one_in(20) ? Definition::undetermined : Definition::domestic_abuse,
                   .officer_grade = one_in(10) ? boost::none : boost::make_optional(RiskGrade::standard),
                   .judgement = boost::none,
                   .checklist = {.instrument = Instrument::dash_2009,
                                 .yes_count = static_cast<int>(random() % 16),
                                 .unanswered_count = static_cast<int>(random() % 4)},
                   .findings = findings,
                   .history = {.known = true,
                               .events_in_window = static_cast<int>(random() % 4) + 1,
                               .marac_referral_in_window = one_in(30),
                               .suspect_other_victims = 0},
                   .children = {.known = true,
                                .linked = children,
                                .youngest_age_years = children > 0 ? boost::make_optional(6) : boost::none,
                                .of_school_age = children},
                   .reported_on = Date{2026, 1, 5}});
  }
  return all;
}

}  // namespace

TEST_CASE("decisions from facts, with bounds and what to ask next") {
  const auto facts = make_facts();
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  std::vector<Decision> decisions(facts.size(), triage(facts.front(), policy));

  BENCHMARK("4096 decisions, one at a time") {
    for (std::size_t i = 0; i < facts.size(); ++i) decisions[i] = triage(facts[i], policy);
    return decisions.back();
  };
  BENCHMARK("4096 decisions, in bulk") {
    triage(facts, policy, decisions);
    return decisions.back();
  };
}
