#include "made_up_case.hpp"

#include "case_shares.hpp"

#include <earlyhelp/triage/incident_decision.hpp>

#include <algorithm>
#include <utility>

namespace earlyhelp::io {
namespace {

constexpr std::uint64_t workers = 8;
constexpr int opens = 9 * minutes_an_hour;
constexpr int closes = 17 * minutes_an_hour;
constexpr int review_begins = 8 * minutes_an_hour + 15;

constexpr const char* desk = "desk";
constexpr const char* reviewer = "review-chair";

HelpedFamily family_of(std::uint64_t number) {
  const auto name = "case-" + std::to_string(number);
  const auto worker = [number](std::uint64_t further) {
    return WorkerId{"worker-" + std::to_string((number + further) % workers + 1)};
  };
  return {.name = name,
          .referrals = name,
          .victim = PersonId{name + "-victim"},
          .suspect = {},
          .children = {},
          .worker = worker(0),
          .other_worker = worker(3),
          .manager = WorkerId{"manager-1"}};
}

bool waits_for_consent(Duty duty) noexcept {
  return duty == Duty::victim_services_referral || duty == Duty::idva_offer;
}

bool is_done_by_review(Duty duty) noexcept {
  constexpr Duties by_review{Duty::daily_review, Duty::obtain_grade, Duty::review_decision};
  return by_review.contains(duty);
}

}  // namespace

MadeUpCase::MadeUpCase(std::uint64_t seed, std::uint64_t number)
    : chance_{(seed + 1) * 0x9e3779b97f4a7c15U + number},
      file_{.id = CaseId{"case-" + std::to_string(number)}},
      family_{family_of(number)} {}

void MadeUpCase::add(Instant at, CaseEventBody body, const std::string& by) {
  plan_.add({.at = at, .by = WorkerId{by}, .body = std::move(body)});
}

ReasonId MadeUpCase::reason() { return ReasonId{file_.id.value() + "-reason-" + std::to_string(++reasons_)}; }

void MadeUpCase::add_member(Person person, FamilyRole role, Instant at) {
  file_.members.push_back({.person = std::move(person), .role = role, .recorded_at = at});
}

void MadeUpCase::add_members(const Incident& incident) {
  const auto at = incident.recorded_at.instant;
  const auto& victim = incident.victims.front();
  const auto& suspect = incident.suspects.front();
  family_.victim = victim.id;
  family_.suspect = suspect.id;
  add_member(victim, FamilyRole::victim, at);
  add_member(suspect, FamilyRole::perpetrator, at);
  const HouseholdId home{file_.id.value() + "-home"};
  const auto lives_here = [&](const PersonId& person) {
    file_.residences.push_back({.person = person, .household = home, .recorded_at = at});
  };
  lives_here(victim.id);
  if (chance_.out_of_thousand(400)) lives_here(suspect.id);
  for (const auto& child : incident.family.children) {
    add_member(child.person, FamilyRole::child, at);
    family_.children.push_back(child.person.id);
    lives_here(child.person.id);
  }
  for (const auto& relationship : incident.family.relationships) {
    file_.ties.push_back(
        {.one = relationship.one, .other = relationship.other, .kind = relationship.kind, .recorded_at = at});
  }
}

void MadeUpCase::respond(const Incident& incident, const CaseDecision& kept, const MadeUpService& service) {
  const auto at = incident.recorded_at.instant;
  const auto& zone = service.casework.zone;
  if (file_.members.empty()) add_members(incident);
  family_.referrals = file_.id.value() + "-" + std::to_string(++responses_);
  plan_.keep_open_from(at);
  add(after(at, chance_.between(10, 30)), Triaged{kept}, desk);
  if (kept.duties.empty()) return;
  add(after(at, 40), Reopened{.incident = incident.id}, desk);
  add(after(at, 41), Referred{.source = ReferralSource::police, .incident = incident.id}, desk);
  review(kept, at, zone);
  const bool is_suitable = happens(CaseShare::suitable, chance_);
  const auto decided_at = in_hours(after(at, chance_.between(60, 3 * minutes_an_hour)), opens, closes, zone, chance_);
  const auto contact = help(at, decided_at, is_suitable, zone);
  do_duties(kept, at, contact, zone);
  if (!is_suitable) {
    add(after(decided_at, 5 * minutes_a_day), Closed{.reason = ClosingReason::not_suitable}, desk);
  }
  if (!contact) return;
  grade_again(kept, *contact, service);
  if (happens(CaseShare::disclosed, chance_)) tell_of_another(incident, *contact, service);
}

void MadeUpCase::respond_to_school(Instant at, const MadeUpService& service) {
  family_.victim = PersonId{file_.id.value() + "-parent"};
  const auto born_before = service.casework.zone.civil(at).day;
  add_member({.id = family_.victim, .born = born_before - Days{chance_.between(9'000, 18'000)}}, FamilyRole::victim,
             at);
  for (int i = chance_.between(1, 3); i > 0; --i) {
    const PersonId child{file_.id.value() + "-child-" + std::to_string(i)};
    add_member({.id = child, .born = born_before - Days{chance_.between(1'900, 6'000)}}, FamilyRole::child, at);
    family_.children.push_back(child);
  }
  add(after(at, 20), Referred{.source = ReferralSource::school}, desk);
  const auto& zone = service.casework.zone;
  const auto decided_at = in_hours(after(at, chance_.between(60, 30 * minutes_an_hour)), opens, closes, zone, chance_);
  help(at, decided_at, true, zone);
}

void MadeUpCase::add_flaw() {
  const auto at = after(file_.members.front().recorded_at, 120);
  const ContactAttempted letter{
      .person = family_.victim, .mode = ContactMode::letter, .result = AttemptResult::message_left};
  plan_.add({.at = at, .by = family_.worker, .body = letter, .is_flawed = true});
}

/// The daily multi-agency review, on the next morning, and again when it did not settle the incident.
void MadeUpCase::review(const CaseDecision& kept, Instant at, const TimeZone& zone) {
  if (std::none_of(kept.duties.begin(), kept.duties.end(), is_done_by_review)) return;
  const auto begin = in_hours(after(at, 60), review_begins, review_begins + minutes_an_hour, zone, chance_);
  const bool is_settled = happens(CaseShare::settled_at_once, chance_);
  if (!is_settled) add(begin, DailyReviewed{}, reviewer);
  const auto settled = after(begin, is_settled ? 1 : minutes_a_day);
  add(settled, DailyReviewed{.grade = kept.grade.value_or(RiskGrade::standard), .contact_by = family_.worker},
      reviewer);
}

boost::optional<Instant> MadeUpCase::help(Instant reported_at, Instant decided_at, bool is_suitable,
                                          const TimeZone& zone) {
  SuitabilityDecided decided{.is_suitable = is_suitable};
  if (!is_suitable) decided.reason = reason();
  add(decided_at, decided, desk);
  if (!is_suitable) return {};
  if (family_.suspect && happens(CaseShare::barred, chance_)) {
    add(after(decided_at, 10), MustNotReceive{.recipient = PersonId{"teacher-1"}, .reason = reason()}, desk);
  }
  const auto waits = happens(CaseShare::waits_long, chance_) ? chance_.between(3, 7) * minutes_a_day
                                                             : chance_.between(30, 2 * minutes_an_hour);
  const auto start = in_hours(after(decided_at, waits), opens, closes, zone, chance_);
  return plan_help(family_, reported_at, start, zone, chance_, plan_);
}

void MadeUpCase::do_duties(const CaseDecision& kept, Instant at, boost::optional<Instant> contact,
                           const TimeZone& zone) {
  for (const auto duty : kept.duties) {
    if (is_done_by_review(duty) || happens(CaseShare::duty_forgotten, chance_)) continue;
    const auto late = happens(CaseShare::duty_late, chance_) ? chance_.between(3, 9) * minutes_a_day : 0;
    const auto then =
        in_hours(after(at, 60 + chance_.between(0, 8 * minutes_an_hour) + late), opens, closes, zone, chance_);
    // A referral that needs consent is made when there may be some.
    do_duty(duty, contact && waits_for_consent(duty) ? after(std::max(then, *contact), 45) : then);
  }
}

CaseFile MadeUpCase::play(Instant until, const MadeUpService& service) && {
  std::move(plan_).play(until, service.casework, chance_, file_);
  return std::move(file_);
}

}  // namespace earlyhelp::io
