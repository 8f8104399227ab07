#include <earlyhelp/triage/triage.hpp>

#include "support/plain_triage.hpp"
#include "support/policy.hpp"
#include "support/random_facts.hpp"
#include "support/random_policy.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// Numbers that no feed brings, but an int can hold.
int extreme(RandomFacts& random) {
  constexpr auto least = std::numeric_limits<int>::min();
  constexpr auto most = std::numeric_limits<int>::max();
  return random.one_of(least, least + 1, -1, 0, 1, 2, 3, 14, most - 1, most);
}

Facts make_extreme(Facts facts, RandomFacts& random) {
  facts.checklist.yes_count = extreme(random);
  facts.checklist.unanswered_count = extreme(random);
  facts.history.events_in_window = extreme(random);
  facts.history.suspect_other_victims = extreme(random);
  facts.children.linked = extreme(random);
  facts.children.of_school_age = extreme(random);
  if (facts.children.youngest_age_years) facts.children.youngest_age_years = extreme(random);
  return facts;
}

std::vector<Facts> make_facts(std::size_t count, RandomFacts& random) {
  std::vector<Facts> facts;
  for (std::size_t i = 0; i < count; ++i) {
    facts.push_back(random.next());
    if (random.below(4) == 0) facts.back() = make_extreme(facts.back(), random);
  }
  return facts;
}

std::vector<Decision> decide_all(const std::vector<Facts>& facts, const Policy& policy) {
  const auto stale = Decision{.policy = {.id = "stale", .version = 0, .in_force_from = Date{1999, 1, 1}},
                              .known = {boost::none, Route::high_risk_panel, {}, {}},
                              .if_unknowns_yes = {boost::none, Route::record_only, {}, {}},
                              .provisional = false,
                              .ask_next = {},
                              .suitability = Suitability::suitable};
  std::vector<Decision> decisions(facts.size(), stale);
  triage(facts, policy, decisions);
  return decisions;
}

/// How many of `facts` are decided otherwise than plainly, one at a time or in bulk.
std::pair<std::size_t, std::size_t> wrong(const std::vector<Facts>& facts, const Policy& policy) {
  const auto decisions = decide_all(facts, policy);
  std::pair<std::size_t, std::size_t> wrong;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto expected = plain_triage(facts[i], policy);
    if (!(triage(facts[i], policy) == expected)) ++wrong.first;
    if (!(decisions[i] == expected)) ++wrong.second;
  }
  return wrong;
}

constexpr std::pair<std::size_t, std::size_t> none{};

}  // namespace

TEST_CASE("many incidents are decided like one at a time, however many they are", "[triage][bulk]") {
  RandomFacts random{1};
  const auto policy = make_policy();
  for (std::size_t count = 0; count <= 65; ++count) {
    INFO(count);
    CHECK(wrong(make_facts(count, random), policy) == none);
  }
  for (const auto count : {511U, 512U, 513U, 1025U}) {
    INFO(count);
    CHECK(wrong(make_facts(count, random), policy) == none);
  }
}

TEST_CASE("every policy that check() lets through is decided as its table reads", "[triage][bulk]") {
  RandomFacts random{2};
  for (int i = 0; i < 40; ++i) {
    INFO(i);
    const auto policy = policy_of(any_book(random));
    CHECK(wrong(make_facts(40, random), policy) == none);
  }
}

TEST_CASE("the largest table that check() lets through is decided as it reads", "[triage][bulk]") {
  RandomFacts random{3};
  auto book = default_policy_book();
  book.rules.clear();
  const auto widest = [&] {
    Condition condition;
    for (std::size_t i = 0; i < Condition::capacity; ++i) {
      condition.append({.signal = static_cast<Signal>(random.below(static_cast<std::size_t>(Signal::graded))),
                        .is_negated = random.one_of(false, true),
                        .ends_clause = i % 2 == 1});
    }
    return condition;
  };
  const auto every = Duties::of_bits((std::uint64_t{1} << count_of<Duty>)-1);
  for (std::size_t i = 0; i < max_rules; ++i) {
    book.rules.push_back({.id = std::string_view{"rule-" + std::to_string(i)},
                          .title = "A rule of a test",
                          .when = widest(),
                          .scope = Scope::every_incident,
                          .grade_at_least = random.any<GradeAsked>(),
                          .route_at_least = random.any<Route>(),
                          .duties = {DutyClause{.duties = every, .only_when = widest()},
                                     DutyClause{.duties = every, .only_when = widest()}},
                          .source = {"A test", ""}});
  }

  CHECK(wrong(make_facts(200, random), policy_of(book)) == none);
}
