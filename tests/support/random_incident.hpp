#pragma once

#include <earlyhelp/incident/incident.hpp>

#include <random>
#include <string>
#include <vector>

namespace earlyhelp::test {

/// Makes valid incidents in which everything that may be there sometimes is and sometimes is not.
class RandomIncidents {
 public:
  explicit RandomIncidents(unsigned seed) : random_{seed} {}

  Incident next() {
    const auto occurred = some_instant();
    const auto recorded = WrittenInstant{
        .instant = Instant::of_microseconds(occurred.instant.microseconds() + 1'000'000L * below(100'000)),
        .day = occurred.day};
    const auto recorded_there = WrittenInstant{.instant = recorded.instant, .day = recorded.instant.utc().date()};
    const auto day = occurred.day;
    Incident incident{.id = IncidentId{some_id()},
                      .occurred_at = occurred,
                      .recorded_at = recorded_there,
                      .victims = some_people(day, "v"),
                      .suspects = some_people(day, "s"),
                      .findings = some_findings(),
                      .history_known = maybe(),
                      .family = some_family(day)};
    if (maybe()) incident.reported_at = some_instant();
    if (maybe()) incident.attended_at = some_instant();
    if (maybe()) incident.behaviours = EnumSet<Behaviour>::of_bits(static_cast<std::uint64_t>(below(32)));
    if (maybe()) incident.officer_grade = some_grade();
    if (maybe()) {
      incident.judgement = Judgement{.grade = some_grade(), .by = WorkerId{some_id()}, .reason = boost::none};
      if (maybe()) incident.judgement->reason = ReasonId{some_id()};
    }
    if (maybe()) incident.checklist = some_checklist();
    return incident;
  }

 private:
  int below(int n) { return static_cast<int>(random_() % static_cast<unsigned>(n)); }
  bool maybe() { return below(2) == 0; }

  std::string some_id(const std::string& prefix = "i") {
    static const std::vector<std::string> odd = {"\"", "\\", "\xC3\xA9", "/", "{", "\xF0\x9F\x98\x80", "',:"};
    auto id = prefix + std::to_string(random_());
    return maybe() ? id : id + odd[static_cast<std::size_t>(below(static_cast<int>(odd.size())))];
  }
  RiskGrade some_grade() { return static_cast<RiskGrade>(below(3)); }

  /// Any microsecond of three years, on a local day at most one beside the day in UTC that some offset gives.
  WrittenInstant some_instant() {
    const auto instant =
        Instant{Date{2023, 1, 1} + Days{below(1000)},
                boost::posix_time::microseconds{1'000'000L * below(86'400) + (maybe() ? 0 : below(1'000'000))}};
    const auto shifted = add_hours(instant, below(27) - 13);
    return {.instant = instant, .day = shifted.utc().date()};
  }

  Person some_person(Date day, const std::string& id) {
    Person person{.id = PersonId{id}};
    if (maybe()) person.born = day - Days{below(40'000)};
    if (maybe()) person.stated_age = StatedAge{.years = below(max_stated_age_years + 1), .on = day};
    return person;
  }
  std::vector<Person> some_people(Date day, const std::string& prefix) {
    std::vector<Person> people;
    for (int i = 0; i <= below(3); ++i) people.push_back(some_person(day, some_id(prefix)));
    return people;
  }
  std::vector<PersonId> some_ids() {
    std::vector<PersonId> ids;
    while (maybe()) ids.push_back(PersonId{some_id()});
    return ids;
  }

  Findings some_findings() {
    auto findings = Findings::all(Answer::unknown);
    for (const auto finding : values_of<Finding>) findings.set(finding, static_cast<Answer>(below(3)));
    return findings;
  }
  Checklist some_checklist() {
    Checklist checklist{.instrument = static_cast<Instrument>(below(3)),
                        .version = ChecklistVersionId{some_id()},
                        .content = ChecklistCounts{.yes_count = below(28), .unanswered_count = below(28)}};
    if (maybe()) return checklist;
    std::vector<AnsweredFactor> answers;
    for (int i = below(28); i > 0; --i) {
      answers.push_back({.factor = FactorId{some_id("q")}, .answer = static_cast<ChecklistAnswer>(below(5))});
    }
    checklist.content = std::move(answers);
    return checklist;
  }
  Family some_family(Date day) {
    Family family{.children_known = maybe()};
    while (maybe()) {
      family.relationships.push_back({.one = PersonId{some_id("a")},
                                      .other = PersonId{some_id("b")},
                                      .kind = static_cast<RelationshipKind>(below(11))});
    }
    while (maybe()) {
      family.children.push_back(
          {.person = some_person(day, some_id("c")), .related_to = some_ids(), .lives_with = some_ids()});
      if (maybe()) family.children.back().died = day - Days{below(1000)};
    }
    while (maybe()) family.unborn.push_back({.mother = PersonId{some_id()}});
    return family;
  }

  std::mt19937 random_;
};

}  // namespace earlyhelp::test
