#include <earlyhelp/indicators/case_outcome.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

using enum CaseOutcome;

FamilyLog referred_family() { return FamilyLog{"anna"}.referred("2025-01-06"); }

ReferredOn onward(const FamilyLog& log, Service service, const char* id = "r-1") {
  return {.referral = OnwardReferralId{id}, .person = log.victim(), .service = service, .state = OnwardState::refused};
}
Intervention help(const FamilyLog& log, InterventionKind kind) { return {.person = log.child(), .kind = kind}; }

CaseOutcome outcome_of(const FamilyLog& log) { return outcome(make_record(log, "2025-12-31")); }

const Indicator& indicator_of(CaseOutcome wanted) {
  const auto id = "outcome_" + std::string{to_string(wanted)};
  const auto found = std::find_if(outcome_indicators.begin(), outcome_indicators.end(),
                                  [&](const Indicator& indicator) { return indicator.id.view() == id; });
  REQUIRE(found != outcome_indicators.end());
  return *found;
}

std::string standing_of(CaseOutcome wanted, const std::vector<FamilyLog>& logs, const Period& period = the_year()) {
  return standings_of(measure(indicator_of(wanted), make_register(logs, "2025-12-31"), period));
}

/// Two cases of the family of anna.
std::vector<FamilyLog> twice(const FamilyLog& first, const FamilyLog& second) {
  std::vector logs{first, second};
  logs[1].file.id = CaseId{"again"};
  return logs;
}

}  // namespace

TEST_CASE("a case comes to what is on record of it", "[indicators]") {
  const auto closed_for = [](ClosingReason why) { return outcome_of(referred_family().closed("2025-02-01", why)); };
  CHECK(outcome_of(referred_family()) == pending);
  CHECK(closed_for(ClosingReason::no_more_needed) == unexplained);
  CHECK(closed_for(ClosingReason::referred_on) == unexplained);  // to whom, nobody recorded
  CHECK(closed_for(ClosingReason::moved_away) == unexplained);
  CHECK(closed_for(ClosingReason::advice_only) == advised_only);
  CHECK(closed_for(ClosingReason::declined) == declined);
  CHECK(closed_for(ClosingReason::not_reached) == not_reached);
  CHECK(closed_for(ClosingReason::no_safe_channel) == not_reached);
  CHECK(closed_for(ClosingReason::not_suitable) == not_for_the_service);
  CHECK(closed_for(ClosingReason::opened_in_error) == not_for_the_service);
}

TEST_CASE("of several things that came of a case the gravest counts", "[indicators]") {
  auto log = referred_family().closed("2025-12-01", ClosingReason::declined);
  CHECK(outcome_of(log) == declined);
  log.add("2025-02-01", help(log, InterventionKind::advice));
  CHECK(outcome_of(log) == advised_only);
  log.add("2025-02-02", help(log, InterventionKind::family_work));
  CHECK(outcome_of(log) == supported);
  log.add("2025-02-03", onward(log, Service::idva));
  CHECK(outcome_of(log) == referred_on);
  log.add("2025-02-04", make_decided("i-1", "2025-02-04", RiskGrade::standard));
  CHECK(outcome_of(log) == referred_on);
  log.add("2025-02-05", make_reassessed(RiskGrade::high));
  CHECK(outcome_of(log) == escalated);
  log.add("2025-02-06", onward(log, Service::mash, "r-2"));
  CHECK(outcome_of(log) == mash);
  CHECK(outcome_of(log.add("2025-12-02", Reopened{})) == pending);
}

TEST_CASE("what was done with a perpetrator alone is not nothing", "[indicators]") {
  auto log = referred_family().closed("2025-12-01");
  log.add("2025-02-01", ContactMade{.person = log.suspect(), .mode = ContactMode::visit});
  CHECK(outcome_of(log) == unexplained);
  log.add("2025-02-01", Intervention{.person = log.suspect(), .kind = InterventionKind::advice});
  CHECK(outcome_of(log) == advised_only);
  log.add("2025-02-02", Intervention{.person = log.suspect(), .kind = InterventionKind::direct_work});
  CHECK(outcome_of(log) == supported);
}

TEST_CASE("a referral to the MARAC is an escalation by itself", "[indicators]") {
  auto log = referred_family().closed("2025-12-01", ClosingReason::referred_on);
  log.add("2025-02-03", onward(log, Service::marac));
  CHECK(outcome_of(log) == escalated);
}

TEST_CASE("what the service is not for is not told apart any further", "[indicators]") {
  auto log = referred_family().closed("2025-12-01", ClosingReason::not_suitable);
  log.add("2025-02-06", onward(log, Service::mash));
  CHECK(outcome_of(log) == not_for_the_service);
  CHECK_FALSE(is_for_the_service(make_record(log, "2025-12-31")));
  CHECK(is_for_the_service(make_record(log, "2025-11-30")));
  for (const auto wanted : {mash, unexplained}) CHECK(standing_of(wanted, {log}) == "not_in_denominator 1");
}

TEST_CASE("there is one indicator for each outcome that is an answer, and for no other", "[indicators]") {
  for (const auto wanted : values_of<CaseOutcome>) {
    if (wanted != pending && wanted != not_for_the_service) CHECK_NOTHROW(indicator_of(wanted));
  }
  CHECK(standing_of(declined, {referred_family()}) == "pending 1");
  CHECK(standing_of(declined, {referred_family().closed("2025-02-01", ClosingReason::declined)}) == "numerator 1");
  CHECK(standing_of(mash, {referred_family().closed("2025-02-01", ClosingReason::declined)}) == "denominator_only 1");
  CHECK(indicator_of(unexplained).direction == Improvement::decrease);
  CHECK(indicator_of(escalated).direction == Improvement::neutral);
}

TEST_CASE("a family of two cases comes to one of them, the one that is named first", "[indicators]") {
  auto helped = referred_family().closed("2025-03-01");
  helped.add("2025-02-01", help(helped, InterventionKind::direct_work));
  const auto refused = FamilyLog{"anna"}.referred("2025-04-01").closed("2025-04-02", ClosingReason::declined);
  const auto unsuitable = FamilyLog{"anna"}.referred("2025-04-01").closed("2025-04-02", ClosingReason::not_suitable);
  CHECK(standing_of(supported, twice(helped, refused)) == "numerator 1");
  CHECK(standing_of(declined, twice(helped, refused)) == "denominator_only 1");
  CHECK(standing_of(supported, twice(helped, unsuitable)) == "numerator 1");
  CHECK(standing_of(supported, twice(helped, FamilyLog{"anna"}.referred("2025-04-01"))) == "pending 1");
}

TEST_CASE("a case that began outside the period is not asked about", "[indicators]") {
  auto helped = referred_family().closed("2025-03-01");
  helped.add("2025-02-01", help(helped, InterventionKind::direct_work));
  const auto refused = FamilyLog{"anna"}.referred("2025-04-01").closed("2025-04-02", ClosingReason::declined);
  const Period winter{Date{2025, 1, 1}, Date{2025, 3, 31}};
  const Period spring{Date{2025, 4, 1}, Date{2025, 6, 30}};
  CHECK(standing_of(supported, twice(helped, refused), winter) == "numerator 1");
  CHECK(standing_of(supported, twice(helped, refused), spring) == "denominator_only 1");
  CHECK(standing_of(declined, twice(helped, refused), spring) == "numerator 1");
  CHECK(standing_of(declined, twice(helped, FamilyLog{"anna"}.referred("2025-04-01")), winter) == "denominator_only 1");
}

TEST_CASE("the shares of the outcomes add up to the whole, of the same families", "[indicators][property]") {
  RandomRegister random{61};
  for (int round = 0; round < 60; ++round) {
    const CaseRegister all{random.cases(25), {}, make_casework_policy(), make_calendar(), random.instant()};
    const auto first = measure(outcome_indicators.front(), all, the_year());
    std::int64_t together = 0;
    for (const auto& indicator : outcome_indicators) {
      const auto measurement = measure(indicator, all, the_year());
      together += measurement.score().count;
      CHECK(measurement.score().total == first.score().total);
      CHECK(measurement.members(Standing::pending) == first.members(Standing::pending));
      CHECK(measurement.members(Standing::not_in_denominator) == first.members(Standing::not_in_denominator));
    }
    CHECK(together == first.score().total);
  }
}
