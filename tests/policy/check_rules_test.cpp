#include <earlyhelp/policy/policy_book.hpp>

#include "support/policy.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Signal;

namespace {

/// What `check` says when the rule of this id is spoilt.
std::vector<Issue> spoilt(std::string_view id, void (*spoil)(Rule&)) {
  auto book = default_policy_book();
  spoil(rule_of(book, id));
  return check(book);
}

std::vector<Issue> one(std::string where, std::string what) { return {{std::move(where), std::move(what)}}; }

template <class Enum>
constexpr Enum undeclared = static_cast<Enum>(count_of<Enum>);

}  // namespace

TEST_CASE("a rule has an id, a title, a source and a condition", "[policy]") {
  CHECK(spoilt("weapon", [](Rule& rule) { rule.id = {}; }) == one("rules: row 23", "needs an id"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.title = {}; }) == one("rules: weapon", "needs a title"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.source.title = {}; }) == one("rules: weapon", "needs a source"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.when = {}; }) == one("rules: weapon", "needs a condition"));
}

TEST_CASE("the id of a rule is its own for ever", "[policy]") {
  CHECK(spoilt("weapon", [](Rule& rule) { rule.id = "stalking"; }) == one("rules: stalking", "the id stands twice"));

  auto book = default_policy_book();
  book.retired_rules = {"strangled", "weapon"};
  CHECK(check(book) == one("rules: weapon", "uses the id of a retired rule"));
}

TEST_CASE("a rule names only what there is", "[policy]") {
  CHECK(spoilt("weapon", [](Rule& rule) { rule.when = rule.when && undeclared<Signal>; }) ==
        one("rules: weapon", "names an unknown signal, number 54"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.when = static_cast<Signal>(255); }) ==
        one("rules: weapon", "names an unknown signal, number 255"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.scope = undeclared<Scope>; }) ==
        one("rules: weapon", "has an unknown scope"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.grade_at_least = undeclared<GradeAsked>; }) ==
        one("rules: weapon", "asks for an unknown grade"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.route_at_least = undeclared<Route>; }) ==
        one("rules: weapon", "asks for an unknown route"));
}

TEST_CASE("a condition of a rule ends its last any-of", "[policy]") {
  CHECK(spoilt("weapon", [](Rule& rule) {
          rule.when.append({injury, false, false});
        }) == one("rules: weapon", "has an any-of that does not end"));
}

TEST_CASE("a duty clause names duties that there are, and when", "[policy]") {
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].duties.insert(undeclared<Duty>); }) ==
        one("rules: stalking", "asks for an unknown duty"));
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].duties = Duties::of_bits(std::uint64_t{1} << 63); }) ==
        one("rules: stalking", "asks for an unknown duty"));
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].only_when = undeclared<Signal>; }) ==
        one("rules: stalking", "names an unknown signal, number 54"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.duties[0].only_when = injury; }) ==
        one("rules: weapon", "has a duty clause without a duty"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.duties[1].within = Parameter::contact_within; }) ==
        one("rules: weapon", "has a duty clause without a duty"));
  CHECK(spoilt("weapon", [](Rule& rule) { rule.duties[1].duties = {Duty::mash_referral}; }) ==
        one("rules: weapon", "has a duty clause behind an empty one"));
}

TEST_CASE("the time of a duty is a parameter that is a clock", "[policy]") {
  constexpr auto what = "a duty's time has to be a parameter that is a clock";
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].within = Parameter::serial_victims; }) ==
        one("rules: stalking", what));
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].within = Parameter::school_notification_from; }) ==
        one("rules: stalking", what));
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].within = undeclared<Parameter>; }) ==
        one("rules: stalking", what));
  CHECK(spoilt("stalking", [](Rule& rule) { rule.duties[0].within = Parameter::contact_within; }).empty());
}

TEST_CASE("a rule reads the grade only behind all rules that may raise it", "[policy]") {
  const auto says = one("rules: medium-grade", "reads a grade or route that rules: high-grade may still raise");
  CHECK(spoilt("high-grade", [](Rule& rule) { rule.grade_at_least = GradeAsked::high; }) ==
        std::vector<Issue>{says.front(),
                           {"rules: high-grade", "reads a grade or route that rules: high-grade may still raise"}});
  CHECK(spoilt("weapon", [](Rule& rule) { rule.grade_at_least = GradeAsked::high; }).empty());
}

TEST_CASE("a rule reads the route only behind all rules that may raise it", "[policy]") {
  const auto says =
      one("rules: child-in-high-risk-home", "reads a grade or route that rules: young-child may still raise");
  CHECK(spoilt("young-child", [](Rule& rule) { rule.route_at_least = Route::early_intervention; }) == says);
  CHECK(spoilt("weapon", [](Rule& rule) { rule.route_at_least = Route::high_risk_panel; }).empty());
}

TEST_CASE("a rule that reads the route when it opens a duty stands behind all that may raise it too", "[policy]") {
  CHECK(spoilt("child-harmed", [](Rule& rule) { rule.duties[0].only_when = route_high_risk_panel; }) ==
        std::vector<Issue>{{"rules: child-harmed", "reads a grade or route that rules: child-harmed may still raise"},
                           {"rules: child-harmed", "reads a grade or route that rules: medium-grade may still raise"},
                           {"rules: child-harmed", "reads a grade or route that rules: high-grade may still raise"}});
}
