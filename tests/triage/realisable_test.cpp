#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/triage/incident_decision.hpp>
#include <earlyhelp/triage/realisable.hpp>

#include "support/make_facts.hpp"
#include "support/make_incident.hpp"
#include "support/random_incident.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// The constraint that `facts` break; they have to break one only.
std::string_view broken(const Facts& facts) {
  std::string_view id;
  for (const auto& constraint : constraints()) {
    if (constraint.holds(facts)) continue;
    CHECK(id.empty());
    id = constraint.id;
  }
  CHECK(is_realisable(facts) == id.empty());
  return id;
}

std::string_view broken(const ChildrenFacts& children) {
  auto facts = make_facts();
  facts.children = children;
  return broken(facts);
}

}  // namespace

TEST_CASE("the facts of every incident keep every constraint", "[triage][verify]") {
  RandomIncidents random{20};
  const HistoryFacts history{.known = true, .marac_referral_in_window = false};
  int with_children = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto incident = random.next();
    if (!faults(incident).empty()) continue;
    // So that children are linked, and of every age.
    for (auto& child : incident.family.children) {
      child.related_to = {incident.victims.front().id};
      if (i % 3 != 0) child.person.stated_age = StatedAge{.years = i % 20, .on = incident.occurred_at.day};
      if (i % 3 == 1) child.person.born = boost::none;
    }
    if (i % 5 == 0)
      incident.victims.front().stated_age = StatedAge{.years = 14 + i % 4, .on = incident.occurred_at.day};
    for (const auto& parties : pairs(incident)) {
      const auto facts = facts_of(incident, parties, history);
      with_children += facts.children.linked > 0 && facts.children.of_school_age > 0 ? 1 : 0;
      if (!is_realisable(facts)) FAIL("incident " << i << ": " << broken(facts));
    }
  }
  CHECK(with_children > 100);
}

TEST_CASE("no incident has an infant without a child, or a youngest who is no child", "[triage][verify]") {
  CHECK(broken({.known = true, .linked = 0, .youngest_age_years = 0, .of_school_age = 0}) == "youngest_is_linked");
  CHECK(broken({.known = true, .linked = 1, .youngest_age_years = 18, .of_school_age = 0}) == "youngest_is_linked");
  CHECK(broken({.known = true, .linked = 1, .youngest_age_years = 0, .of_school_age = 0}).empty());
}

TEST_CASE("only where children are not known a linked one has no age", "[triage][verify]") {
  CHECK(broken({.known = true, .linked = 1, .of_school_age = 0}) == "known_children_have_ages");
  CHECK(broken({.known = false, .linked = 1, .of_school_age = 0}).empty());
}

TEST_CASE("a youngest of school age counts among those of school age", "[triage][verify]") {
  CHECK(broken({.known = true, .linked = 1, .youngest_age_years = 4, .of_school_age = 0}) ==
        "youngest_counts_at_school");
  CHECK(broken({.known = true, .linked = 1, .youngest_age_years = 3, .of_school_age = 0}).empty());
}

TEST_CASE("whoever is of school age is a linked child or a young party", "[triage][verify]") {
  const std::string_view id = "pupils_are_children_or_parties";
  CHECK(broken({.known = true, .linked = 0, .of_school_age = 1}) == id);
  CHECK(broken({.known = true, .linked = 1, .youngest_age_years = 3, .of_school_age = 1}) == id);
  CHECK(broken({.known = false, .linked = 1, .of_school_age = 1}) == id);
  CHECK(broken({.known = true, .linked = 2, .youngest_age_years = 3, .of_school_age = 1}).empty());

  auto facts = make_facts(Definition::party_under_16);
  facts.children.of_school_age = 2;
  CHECK(broken(facts).empty());
  facts = make_facts(Finding::party_under_18);
  facts.children.of_school_age = 1;
  CHECK(broken(facts).empty());
  facts.findings.set(Finding::party_under_18, Answer::unknown);
  CHECK(broken(facts) == id);
}

TEST_CASE("without a checklist nothing is answered, and counts count", "[triage][verify]") {
  auto facts = make_facts();
  facts.checklist = {.instrument = boost::none, .yes_count = 0, .unanswered_count = 1};
  CHECK(broken(facts) == "answers_have_a_checklist");
  facts.checklist = {.instrument = Instrument::dara, .yes_count = -1, .unanswered_count = 0};
  CHECK(broken(facts) == "counts_count");
  facts = make_facts();
  facts.history.events_in_window = 0;
  CHECK(broken(facts) == "counts_count");
}

TEST_CASE("facts that only contradict each other are real records", "[triage][verify]") {
  auto facts = make_facts(Definition::family_conflict);
  facts.findings = Findings::all(Answer::yes).with(Finding::pregnancy_or_new_baby, Answer::no);
  facts.officer_grade = RiskGrade::high;
  facts.judgement = RiskGrade::standard;
  CHECK(broken(facts).empty());
}
