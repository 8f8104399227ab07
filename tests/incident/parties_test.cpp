#include <earlyhelp/incident/parties.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

/// The pairs of `incident` as "victim>suspect".
std::vector<std::string> pair_names(const Incident& incident) {
  std::vector<std::string> names;
  for (const auto& parties : pairs(incident))
    names.push_back(parties.victim.id.value() + ">" + parties.suspect.id.value());
  return names;
}

Person born(const std::string& id, Date day) { return {.id = PersonId{id}, .born = day}; }

/// What party_under_18 is when the record answers `recorded` and the victim has the age given.
Answer under_18(Answer recorded, boost::optional<int> victim_age_years) {
  auto incident = make_incident();
  incident.findings.set(Finding::party_under_18, recorded);
  auto parties = make_parties();
  parties.victim.born = {};
  if (victim_age_years)
    parties.victim.stated_age = StatedAge{.years = *victim_age_years, .on = incident.occurred_at.day};
  return incident_findings(incident, parties)[Finding::party_under_18];
}

}  // namespace

TEST_CASE("every victim is paired with every suspect once, in the order of the record", "[incident]") {
  auto incident = make_incident();
  CHECK(pair_names(incident) == std::vector<std::string>{"victim>suspect"});

  incident.victims = {make_adult("a"), make_adult("b"), make_adult("a")};
  incident.suspects = {make_adult("y"), make_adult("x"), make_adult("y")};
  CHECK(pair_names(incident) == std::vector<std::string>{"a>y", "a>x", "b>y", "b>x"});
}

TEST_CASE("nobody is paired with himself", "[incident]") {
  auto incident = make_incident();
  incident.victims = incident.suspects = {make_adult("a"), make_adult("b")};
  CHECK(pair_names(incident) == std::vector<std::string>{"a>b", "b>a"});

  incident.victims = incident.suspects = {make_adult("a")};
  CHECK(pair_names(incident).empty());
}

TEST_CASE("the definition is that of the pair: its ages, its relationship", "[incident]") {
  auto incident = make_incident();
  CHECK(incident_definition(incident, make_parties()) == Definition::domestic_abuse);

  auto parties = make_parties();
  parties.suspect = make_adult("stranger");
  CHECK(incident_definition(incident, parties) == Definition::undetermined);

  incident.behaviours = EnumSet<Behaviour>{};
  CHECK(incident_definition(incident, make_parties()) == Definition::family_conflict);
  incident.behaviours = {};
  CHECK(incident_definition(incident, make_parties()) == Definition::undetermined);

  incident.family.relationships.front().kind = RelationshipKind::unconnected;
  CHECK(incident_definition(incident, make_parties()) == Definition::not_domestic);
}

TEST_CASE("ages are those of the local day of the incident", "[incident]") {
  auto incident = make_incident();
  incident.occurred_at = make_written("2025-06-01T00:30:00+01:00");
  auto parties = make_parties();

  parties.victim = born("victim", Date{2009, 6, 1});
  CHECK(incident_definition(incident, parties) == Definition::domestic_abuse);
  parties.victim = born("victim", Date{2009, 6, 2});
  CHECK(incident_definition(incident, parties) == Definition::party_under_16);
}

TEST_CASE("a party of 16 or 17 makes party_under_18, whatever the record answers", "[incident]") {
  for (const auto recorded : values_of<Answer>) {
    CAPTURE(recorded);
    CHECK(under_18(recorded, 16) == Answer::yes);
    CHECK(under_18(recorded, 17) == Answer::yes);
  }
  auto suspect = make_parties();
  suspect.suspect = born("suspect", Date{2008, 1, 1});
  CHECK(incident_findings(make_incident(), suspect)[Finding::party_under_18] == Answer::yes);
}

TEST_CASE("known ages answer party_under_18 when the record does not", "[incident]") {
  CHECK(under_18(Answer::unknown, 15) == Answer::no);
  CHECK(under_18(Answer::unknown, 18) == Answer::no);
  CHECK(under_18(Answer::unknown, boost::none) == Answer::unknown);
  CHECK(under_18(Answer::yes, 18) == Answer::yes);
  CHECK(under_18(Answer::yes, boost::none) == Answer::yes);
  CHECK(under_18(Answer::no, boost::none) == Answer::no);
  auto parties = make_parties();
  parties.suspect.born = {};
  auto incident = make_incident();
  incident.findings.set(Finding::party_under_18, Answer::unknown);
  CHECK(incident_findings(incident, parties)[Finding::party_under_18] == Answer::unknown);
}

TEST_CASE("a mother among the two makes unborn_child, another mother does not", "[incident]") {
  const auto unborn = [](Answer recorded, const std::string& mother) {
    auto incident = make_incident();
    incident.findings.set(Finding::unborn_child, recorded);
    incident.family.unborn = {{.mother = PersonId{mother}}};
    return incident_findings(incident, make_parties())[Finding::unborn_child];
  };

  CHECK(unborn(Answer::unknown, "victim") == Answer::yes);
  CHECK(unborn(Answer::no, "suspect") == Answer::yes);
  CHECK(unborn(Answer::no, "other") == Answer::no);
  CHECK(unborn(Answer::unknown, "other") == Answer::unknown);
}

TEST_CASE("other findings are those of the record", "[incident]") {
  auto incident = make_incident();
  incident.findings.set(Finding::weapon, Answer::yes).set(Finding::injury, Answer::unknown);

  CHECK(incident_findings(incident, make_parties()) == incident.findings);
}

TEST_CASE("children are linked to the pair, and no party of the incident is one of them", "[incident]") {
  auto incident = make_incident();
  incident.victims.push_back(born("second", Date{2010, 1, 1}));
  incident.family.children = {make_child("c", Date{2020, 1, 1}), make_child("second", Date{2010, 1, 1})};

  CHECK(incident_children(incident, make_parties()) ==
        ChildrenFacts{.known = true, .linked = 1, .youngest_age_years = 5, .of_school_age = 1});
  CHECK(incident_children(incident, {.victim = incident.victims.back(), .suspect = make_adult("suspect")}) ==
        ChildrenFacts{.known = true, .linked = 0, .of_school_age = 1});
}
