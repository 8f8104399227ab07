#include <earlyhelp/triage/fact.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

Facts quiet() { return quiet_facts(Date{2026, 1, 5}); }

template <class Change>
Facts changed(Change change) {
  auto facts = quiet();
  change(facts);
  return facts;
}

}  // namespace

TEST_CASE("facts differ in what was changed, and in nothing else", "[triage]") {
  CHECK(differing(quiet(), quiet()).empty());
  const std::vector<std::pair<Fact, Facts>> changes{
      {Fact::definition, changed([](Facts& f) { f.definition = Definition::undetermined; })},
      {Fact::officer_grade, changed([](Facts& f) { f.officer_grade = boost::none; })},
      {Fact::judgement, changed([](Facts& f) { f.judgement = RiskGrade::standard; })},
      {Fact::instrument, changed([](Facts& f) { f.checklist.instrument = boost::none; })},
      {Fact::yes_count, changed([](Facts& f) { f.checklist.yes_count = 1; })},
      {Fact::unanswered_count, changed([](Facts& f) { f.checklist.unanswered_count = 1; })},
      {Fact::party_under_18, changed([](Facts& f) { f.findings.set(Finding::party_under_18, Answer::unknown); })},
      {Fact::history_known, changed([](Facts& f) { f.history.known = false; })},
      {Fact::events_in_window, changed([](Facts& f) { f.history.events_in_window = 2; })},
      {Fact::marac_referral_in_window, changed([](Facts& f) { f.history.marac_referral_in_window = true; })},
      {Fact::suspect_other_victims, changed([](Facts& f) { f.history.suspect_other_victims = 1; })},
      {Fact::children_known, changed([](Facts& f) { f.children.known = false; })},
      {Fact::children_linked, changed([](Facts& f) { f.children.linked = 1; })},
      {Fact::youngest_child_age, changed([](Facts& f) { f.children.youngest_age_years = 0; })},
      {Fact::school_age_children, changed([](Facts& f) { f.children.of_school_age = 1; })},
      {Fact::reported_on, changed([](Facts& f) { f.reported_on += Days{1}; })},
  };
  for (const auto& [fact, facts] : changes) {
    CAPTURE(to_string(fact));
    CHECK(differing(facts, quiet()) == EnumSet{fact});
    CHECK(value_of(fact, facts) != value_of(fact, quiet()));
  }
}

TEST_CASE("equal facts are those that differ in nothing", "[triage]") {
  RandomFacts random{1};
  for (int i = 0; i < 2000; ++i) {
    const auto a = random.next();
    auto b = random.next();
    CHECK(differing(a, b).empty() == (a == b));
    b = a;
    CHECK(differing(a, b).empty());
  }
}

TEST_CASE("values are written as their columns have them", "[triage]") {
  auto facts = quiet();
  CHECK(value_of(Fact::definition, facts) == "domestic_abuse");
  CHECK(value_of(Fact::officer_grade, facts) == "standard");
  CHECK(value_of(Fact::judgement, facts) == "none");
  CHECK(value_of(Fact::instrument, facts) == "dash_2009");
  CHECK(value_of(Fact::injury, facts) == "n");
  CHECK(value_of(Fact::history_known, facts) == "y");
  CHECK(value_of(Fact::events_in_window, facts) == "1");
  CHECK(value_of(Fact::youngest_child_age, facts).empty());
  CHECK(value_of(Fact::reported_on, facts) == "2026-01-05");
  facts.findings.set(Finding::injury, Answer::unknown);
  facts.findings.set(Finding::weapon, Answer::yes);
  facts.children.youngest_age_years = 0;
  facts.checklist.instrument = boost::none;
  CHECK(value_of(Fact::injury, facts) == "u");
  CHECK(value_of(Fact::weapon, facts) == "y");
  CHECK(value_of(Fact::youngest_child_age, facts) == "0");
  CHECK(value_of(Fact::instrument, facts) == "none");
}

TEST_CASE("a finding is graver from no over unknown to yes", "[triage]") {
  const auto no = quiet();
  const auto unknown = changed([](Facts& f) { f.findings.set(Finding::weapon, Answer::unknown); });
  const auto yes = changed([](Facts& f) { f.findings.set(Finding::weapon, Answer::yes); });
  CHECK(is_graver(unknown, no));
  CHECK(is_graver(yes, unknown));
  CHECK(is_graver(yes, no));
  CHECK_FALSE(is_graver(no, yes));
  CHECK_FALSE(is_graver(no, no));
}

TEST_CASE("among grades only those that somebody gave have an order", "[triage]") {
  const auto graded = [](boost::optional<RiskGrade> grade) {
    return changed([grade](Facts& f) { f.officer_grade = grade; });
  };
  CHECK(is_graver(graded(RiskGrade::medium), graded(RiskGrade::standard)));
  CHECK(is_graver(graded(RiskGrade::high), graded(RiskGrade::standard)));
  CHECK_FALSE(is_graver(graded(RiskGrade::high), graded(boost::none)));
  CHECK_FALSE(is_graver(graded(boost::none), graded(RiskGrade::standard)));
}

TEST_CASE("a younger child is graver, and any child than none", "[triage]") {
  const auto aged = [](boost::optional<int> age) {
    return changed([age](Facts& f) { f.children.youngest_age_years = age; });
  };
  CHECK(is_graver(aged(0), aged(1)));
  CHECK(is_graver(aged(17), aged(boost::none)));
  CHECK_FALSE(is_graver(aged(1), aged(0)));
  CHECK_FALSE(is_graver(aged(boost::none), aged(17)));
}

TEST_CASE("what one fact gains another may not lose", "[triage]") {
  const auto before = changed([](Facts& f) { f.history.events_in_window = 2; });
  auto after = changed([](Facts& f) { f.findings.set(Finding::weapon, Answer::yes); });
  CHECK_FALSE(is_graver(after, before));
  after.history.events_in_window = 3;
  CHECK(is_graver(after, before));
  after.definition = Definition::undetermined;
  CHECK_FALSE(is_graver(after, before));
}
