#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/incident/incident_issue.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

using Change = std::function<void(Incident&)>;

const Date today{2025, 6, 1};

/// make_incident() after `change`.
Incident changed(const Change& change) {
  auto incident = make_incident();
  change(incident);
  return incident;
}

Judgement judgement(RiskGrade grade) { return {.grade = grade, .by = WorkerId{"w"}, .reason = ReasonId{"r"}}; }

Checklist counted(int yes_count, int unanswered_count) {
  return {.instrument = Instrument::dash_2009,
          .version = ChecklistVersionId{"v1"},
          .content = ChecklistCounts{.yes_count = yes_count, .unanswered_count = unanswered_count}};
}

Checklist answered_twice() {
  return {.instrument = Instrument::dash_2009,
          .version = ChecklistVersionId{"v1"},
          .content = std::vector<AnsweredFactor>{{.factor = FactorId{"a"}, .answer = ChecklistAnswer::yes},
                                                 {.factor = FactorId{"a"}, .answer = ChecklistAnswer::no}}};
}

/// One change for each issue that raises it and no other.
const std::vector<std::pair<IncidentIssue, Change>>& contradictions() {
  using I = IncidentIssue;
  static const std::vector<std::pair<I, Change>> all = {
      {I::judgement_without_reason,
       [](Incident& i) { i.judgement = Judgement{.grade = RiskGrade::high, .by = WorkerId{"w"}, .reason = {}}; }},
      {I::judgement_below_officer_grade, [](Incident& i) { i.judgement = judgement(RiskGrade::standard); }},
      {I::conflicting_roles, [](Incident& i) { i.suspects.push_back(i.victims.front()); }},
      {I::conflicting_relationships,
       [](Incident& i) {
         i.family.relationships.push_back(
             {.one = PersonId{"suspect"}, .other = PersonId{"victim"}, .kind = RelationshipKind::unconnected});
       }},
      {I::conflicting_checklist_answers, [](Incident& i) { i.checklist = answered_twice(); }},
      {I::conflicting_person_records,
       [](Incident& i) {
         i.victims.push_back({.id = PersonId{"victim"}, .born = Date{1991, 1, 1}});
       }},
      {I::conflicting_person_records,
       [](Incident& i) {
         i.family.children = {make_child("c", Date{2020, 1, 1}), make_child("c", Date{2020, 1, 2})};
       }},
      {I::age_contradicts_birth_date,
       [](Incident& i) { i.victims.front().stated_age = StatedAge{.years = 34, .on = today}; }},
      {I::age_contradicts_birth_date,
       [](Incident& i) {
         i.family.children = {make_child("c", Date{2020, 1, 1})};
         i.family.children.front().person.stated_age = StatedAge{.years = 4, .on = today};
       }},
      {I::under_18_contradicts_ages, [](Incident& i) { i.findings.set(Finding::party_under_18, Answer::yes); }},
      {I::under_18_contradicts_ages,
       [](Incident& i) {
         i.victims.front().born = Date{2008, 6, 2};
       }},
      {I::violence_in_family_conflict,
       [](Incident& i) {
         i.behaviours = EnumSet<Behaviour>{};
         i.findings.set(Finding::injury, Answer::yes);
       }},
      {I::unborn_child_without_pregnancy, [](Incident& i) { i.findings.set(Finding::unborn_child, Answer::yes); }},
      {I::unborn_child_contradicts_finding,
       [](Incident& i) {
         i.findings.set(Finding::pregnancy_or_new_baby, Answer::yes);
         i.family.unborn = {{.mother = PersonId{"victim"}}};
       }},
      {I::adult_recorded_as_child,
       [](Incident& i) {
         i.family.children = {make_child("c", Date{2007, 6, 1})};
       }},
      {I::party_recorded_as_child, [](Incident& i) { i.family.children = {make_child("victim", {})}; }},
      {I::child_not_born_yet, [](Incident& i) { i.family.children = {make_child("c", today + Days{1})}; }},
      {I::death_before_birth,
       [](Incident& i) {
         i.family.children = {make_child("c", Date{2020, 1, 2})};
         i.family.children.front().died = Date{2020, 1, 1};
       }},
      {I::attended_before_incident, [](Incident& i) { i.attended_at = make_written("2025-06-01T18:59:59Z"); }},
      {I::reported_before_incident, [](Incident& i) { i.reported_at = make_written("2025-06-01T18:59:59Z"); }},
  };
  return all;
}

/// Changes that come as close to an issue as they can.
const std::vector<Change>& consistent_changes() {
  static const std::vector<Change> all = {
      [](Incident& i) { i.judgement = judgement(RiskGrade::medium); },
      [](Incident& i) {
        i.officer_grade = {};
        i.judgement = judgement(RiskGrade::standard);
      },
      [](Incident& i) { i.victims.push_back(i.victims.front()); },
      [](Incident& i) { i.victims.front().stated_age = StatedAge{.years = 35, .on = today}; },
      [](Incident& i) { i.family.relationships.front().kind = RelationshipKind::unconnected; },
      [](Incident& i) { i.family.relationships.push_back(i.family.relationships.front()); },
      [](Incident& i) {
        i.family.relationships.push_back(
            {.one = PersonId{"suspect"}, .other = PersonId{"other"}, .kind = RelationshipKind::unconnected});
        i.family.relationships.push_back(
            {.one = PersonId{"other"}, .other = PersonId{"victim"}, .kind = RelationshipKind::unconnected});
      },
      [](Incident& i) {
        i.victims.front().born = {};
        i.findings.set(Finding::party_under_18, Answer::yes);
      },
      [](Incident& i) { i.findings.set(Finding::party_under_18, Answer::unknown); },
      [](Incident& i) {
        i.victims.front().born = Date{2008, 6, 2};
        i.findings.set(Finding::party_under_18, Answer::yes);
      },
      [](Incident& i) { i.behaviours = EnumSet<Behaviour>{}; },
      [](Incident& i) {
        i.behaviours = EnumSet<Behaviour>{};
        i.findings.set(Finding::injury, Answer::unknown).set(Finding::order_breached, Answer::yes);
      },
      [](Incident& i) {
        i.findings.set(Finding::unborn_child, Answer::yes).set(Finding::pregnancy_or_new_baby, Answer::unknown);
      },
      [](Incident& i) {
        i.family.children = {make_child("c", Date{2007, 6, 2}), make_child("d", today)};
      },
      [](Incident& i) {
        i.family.children = {make_child("c", today)};
        i.family.children.front().died = today;
      },
      [](Incident& i) { i.attended_at = i.reported_at = i.occurred_at; },
      [](Incident& i) { i.checklist = counted(3, 0); },
  };
  return all;
}

}  // namespace

TEST_CASE("a record without contradiction has no issue and no fault", "[incident]") {
  CHECK((issues(make_incident()) == EnumSet<IncidentIssue>{}));
  CHECK((faults(make_incident()) == EnumSet<IncidentFault>{}));
  for (std::size_t i = 0; i < consistent_changes().size(); ++i) {
    CAPTURE(i);
    CHECK((issues(changed(consistent_changes()[i])) == EnumSet<IncidentIssue>{}));
  }
}

TEST_CASE("every contradiction raises its issue, and the incident stays valid", "[incident]") {
  EnumSet<IncidentIssue> raised;
  for (const auto& [issue, change] : contradictions()) {
    CAPTURE(issue);
    const auto incident = changed(change);
    CHECK((issues(incident) == EnumSet<IncidentIssue>{issue}));
    CHECK((faults(incident) == EnumSet<IncidentFault>{}));
    raised.insert(issue);
  }
  CHECK(raised.size() == count_of<IncidentIssue>);
}

TEST_CASE("a record that is no incident says why", "[incident]") {
  using F = IncidentFault;
  const auto person = [](int years) { return Person{.id = PersonId{"victim"}, .stated_age = StatedAge{years, today}}; };
  const std::vector<std::pair<F, Change>> invalid = {
      {F::no_victim, [](Incident& i) { i.victims.clear(); }},
      {F::no_suspect, [](Incident& i) { i.suspects.clear(); }},
      {F::no_pair, [](Incident& i) { i.victims = i.suspects; }},
      {F::occurred_after_recorded, [](Incident& i) { i.recorded_at = make_written("2025-06-01T18:59:59Z"); }},
      {F::born_after_incident, [](Incident& i) { i.suspects.front().born = today + Days{1}; }},
      {F::impossible_age, [&](Incident& i) { i.victims = {person(-1)}; }},
      {F::impossible_age, [&](Incident& i) { i.victims = {person(121)}; }},
      {F::impossible_age, [&](Incident& i) { i.family.children = {{.person = person(121)}}; }},
      {F::negative_count, [](Incident& i) { i.checklist = counted(-1, 0); }},
      {F::negative_count, [](Incident& i) { i.checklist = counted(0, -1); }},
      {F::too_many_people, [](Incident& i) { i.victims.resize(max_people + 1, make_adult("v")); }},
      {F::too_many_people, [](Incident& i) { i.suspects.resize(max_people + 1, make_adult("s")); }},
      {F::too_many_people, [](Incident& i) { i.family.children.resize(max_people + 1, make_child("c", today)); }},
      {F::too_many_people, [](Incident& i) { i.family.unborn.resize(max_people + 1, {.mother = PersonId{"m"}}); }},
      {F::too_many_people,
       [](Incident& i) { i.family.relationships.resize(max_relationships + 1, i.family.relationships.front()); }},
  };
  EnumSet<F> found;
  for (const auto& [fault, change] : invalid) {
    CAPTURE(fault);
    CHECK((faults(changed(change)) == EnumSet<F>{fault}));
    found.insert(fault);
  }
  CHECK(found.size() == count_of<F>);
}

TEST_CASE("what lies on the edge is valid", "[incident]") {
  auto incident = make_incident();
  incident.recorded_at = incident.occurred_at;
  incident.victims = {{.id = PersonId{"victim"}, .stated_age = StatedAge{.years = 120, .on = today}}};
  incident.suspects = {{.id = PersonId{"suspect"}, .born = today}};
  incident.family.children.resize(max_people, make_child("c", today));
  incident.checklist = counted(0, 0);
  CHECK((faults(incident) == EnumSet<IncidentFault>{}));

  incident.victims.front().stated_age->years = 0;
  CHECK((faults(incident) == EnumSet<IncidentFault>{}));
}

TEST_CASE("the order of people, children and relationships does not matter to the issues", "[incident]") {
  for (const auto& [issue, change] : contradictions()) {
    CAPTURE(issue);
    auto incident = changed(change);
    std::reverse(incident.victims.begin(), incident.victims.end());
    std::reverse(incident.suspects.begin(), incident.suspects.end());
    std::reverse(incident.family.children.begin(), incident.family.children.end());
    std::reverse(incident.family.relationships.begin(), incident.family.relationships.end());
    CHECK(issues(incident).contains(issue));
  }
}
