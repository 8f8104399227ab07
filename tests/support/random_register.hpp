#pragma once

#include "support/make_register.hpp"

#include <array>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <vector>

namespace earlyhelp::test {

/// Cases and callouts of a few families who come back, with anything that indicators read in any order, some of it
/// impossible; the same ones from the same seed on every machine. Everything happens from the first of January 2025 on,
/// within 400 days.
class RandomRegister {
 public:
  explicit RandomRegister(std::uint64_t seed) : random_{seed} {}

  std::vector<CaseFile> cases(int count) {
    std::vector<CaseFile> cases;
    for (int i = 0; i < count; ++i) cases.push_back(next_case("case-" + std::to_string(i)));
    return cases;
  }
  std::vector<PastIncident> callouts(int count) {
    std::vector<PastIncident> callouts;
    for (int i = 0; i < count; ++i) {
      const auto at = instant();
      callouts.push_back({.id = IncidentId{"c-" + std::to_string(below(count))},
                          .occurred_at = {.instant = at, .day = london().civil(at).day},
                          .recorded_at = recorded(at),
                          .victim = any_of("victim-", 8),
                          .suspect = any_of("suspect-", 3),
                          .definition = any<Definition>()});
      if (below(5) == 0) std::swap(callouts.back().victim, callouts.back().suspect);
    }
    return callouts;
  }
  template <class Value>
  void shuffle(std::vector<Value>& values) {
    for (auto i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random_() % i]);
  }
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  /// Any hour of the 400 days.
  Instant instant() { return add_hours(moment("2025-01-01"), below(400 * 24)); }

 private:
  template <class Enum>
  Enum any() {
    return values_of<Enum>[random_() % count_of<Enum>];
  }
  PersonId any_of(const char* name, int people) { return PersonId{name + std::to_string(below(people))}; }
  Instant recorded(Instant at) { return below(4) == 0 ? add_hours(at, below(24 * 60)) : at; }

  CaseFile next_case(const std::string& id) {
    FamilyLog log{id};
    auto& file = log.file;
    file.members.clear();
    const auto add = [&](const PersonId& person, FamilyRole role) { log.add_member(person, role); };
    for (int i = below(8) == 0 ? 0 : 1 + below(2); i > 0; --i) add(any_of("victim-", 8), FamilyRole::victim);
    for (int i = below(4); i > 0; --i) add(any_of("child-", 9), FamilyRole::child);
    if (below(6) != 0) add(any_of("suspect-", 3), FamilyRole::perpetrator);
    if (below(9) == 0) add(any_of("victim-", 8), FamilyRole::perpetrator);
    if (file.members.empty()) add(any_of("victim-", 8), FamilyRole::victim);
    if (below(4) == 0) file.members.back().recorded_at = instant();

    auto at = instant();
    for (int i = below(25); i >= 0; --i) {
      file.events.push_back(
          {.id = log.next_id(),
           .occurred_at = at,
           .recorded_at = recorded(at),
           .recorded_by = worker,
           .body = i == 0 && below(2) == 0 ? Closed{.reason = any<ClosingReason>()} : body(file, at)});
      at = add_hours(at, below(8) == 0 ? -below(200) : below(below(2) == 0 ? 30 : 300));
    }
    return file;
  }
  PersonId member(const CaseFile& file) { return file.members[random_() % file.members.size()].person.id; }
  CaseEventBody body(const CaseFile& file, Instant at) {
    switch (below(20)) {
      case 0:
      case 1:
        return Referred{.source = any<ReferralSource>()};
      case 2:
      case 3:
        return decided(add_hours(at, -below(10)));
      case 4:
        return Allocated{.worker = below(2) == 0 ? worker : other_worker, .person = member(file)};
      case 5:
        return ContactAttempted{.person = member(file), .mode = ContactMode::phone, .result = any<AttemptResult>()};
      case 6:
      case 7:
        return ContactMade{.person = member(file), .mode = ContactMode::visit};
      case 8:
        return ReferredOn{.referral = OnwardReferralId{"r-" + std::to_string(below(2))},
                          .person = member(file),
                          .service = any<Service>(),
                          .state = any<OnwardState>()};
      case 9:
        return Intervention{.person = member(file), .kind = any<InterventionKind>()};
      case 10:
        return ConsentStated{.person = member(file), .consent = any<Consent>()};
      case 11:
        return FeedbackAsked{.person = member(file)};
      case 12:
        return FeedbackAnswered{
            .person = member(file), .is_satisfied = maybe_bool(), .is_in_better_place = maybe_bool()};
      case 13:
        return below(2) == 0 ? CaseEventBody{Closed{.reason = any<ClosingReason>()}} : CaseEventBody{Reopened{}};
      case 14:
        return make_reassessed(any<RiskGrade>());
      case 15:
      case 16:
        return attended(member(file));
      case 17:
      case 18:
        return OutcomeMetric{.person = member(file), .instrument = "swemwbs", .version = 1, .score = 6.0 + below(30)};
      default:
        return rare_body(file);
    }
  }
  CaseEventBody rare_body(const CaseFile& file) {
    const IncidentId disclosed{"d-" + std::to_string(below(2))};
    switch (below(8)) {
      case 0:
        return IncidentDisclosed{.incident = disclosed, .by = member(file)};
      case 1:
        return CrimeRecorded{.incident = disclosed};
      case 2:
        return NeedIdentified{.person = member(file), .need = any<Need>()};
      case 3:
        return AdverseExperienceObserved{.child = member(file), .experience = any<AdverseExperience>()};
      case 4:
        return DutyWaived{.duty = any<Duty>(), .by = manager, .reason = reason};
      case 5:
        return Notified{.notice = any<Notice>(), .child = member(file), .recipient = worker_as_person()};
      case 6:
        return GradeLowered{.to = any<RiskGrade>(), .by = manager, .reason = reason};
      default:
        return Withdrawn{.event = CaseEventId{"e" + std::to_string(100 + below(8))}, .reason = reason};
    }
  }
  AttendanceRecorded attended(const PersonId& person) {
    static const std::array terms{
        Period{Date{2024, 9, 4}, Date{2024, 12, 20}}, Period{Date{2025, 4, 22}, Date{2025, 7, 22}},
        Period{Date{2025, 9, 3}, Date{2025, 12, 19}}, Period{Date{2026, 4, 13}, Date{2026, 7, 21}}};
    return {.child = person, .days = terms[random_() % terms.size()], .possible = 100, .attended = below(102)};
  }
  static PersonId worker_as_person() { return PersonId{"school"}; }
  boost::optional<bool> maybe_bool() { return below(3) == 0 ? boost::none : boost::make_optional(below(2) == 0); }
  Triaged decided(Instant reported_at) {
    static const std::array decisions{make_triaged(), make_triaged([](Incident& incident) {
                                        incident.findings = Findings::all(Answer::yes);
                                        incident.family.children = {make_child("child", Date{2015, 1, 1})};
                                      })};
    auto decision = decisions[random_() % decisions.size()].decision();
    decision.incident = IncidentId{"i-" + std::to_string(below(3))};
    decision.starts = {.reported_at = reported_at, .attended_at = reported_at};
    if (below(4) == 0) decision.grade = boost::none;
    return Triaged{std::move(decision)};
  }

  std::mt19937_64 random_;
};

}  // namespace earlyhelp::test
