#include <earlyhelp/indicators/contact_indicators.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr const char* reported = "2025-06-02";  // a Monday, at noon in UTC

/// An incident of which the officers come `attended`: contact is due 48 hours after that.
FamilyLog promised(const std::string& attended = reported, FamilyLog log = FamilyLog{"anna"}.referred(reported)) {
  auto decision = make_decided("i-1", reported).decision();
  decision.starts.attended_at = moment(attended);
  return log.add(reported, Triaged{std::move(decision)});
}

FamilyLog tried(FamilyLog log, const std::string& at) {
  return log.add(at, ContactAttempted{.person = log.victim(), .mode = ContactMode::phone, .result = {}});
}

CaseRegister where_an_attempt_keeps_it(const std::vector<CaseFile>& cases, Instant cut_off) {
  auto policy = make_casework_policy();
  policy.promise_kept = PromiseKept::by_attempt;
  return CaseRegister{cases, {}, policy, make_calendar(), cut_off};
}

std::string standing(const Indicator& indicator, const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
  return standings_of(measure(indicator, make_register(std::vector{log}, cut_off), the_year()));
}

/// How many minutes it took, with a plus when nobody has seen it; nobody when nothing is known of it.
std::string minutes(const Indicator& indicator, const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
  const auto taken = time_taken(indicator, make_register(std::vector{log}, cut_off), the_year());
  if (taken.curve().people() != 1) return "untimed " + std::to_string(taken.untimed());
  const auto& step = taken.curve().steps().front();
  return std::to_string(step.time) + (step.events == 1 ? "" : "+");
}

}  // namespace

TEST_CASE("a promise of contact is kept by contact, also where an attempt keeps the duty", "[indicators]") {
  const auto standing_there = [](const Indicator& indicator, const FamilyLog& log) {
    const auto all = where_an_attempt_keeps_it({log.file}, moment("2025-12-31"));
    return standings_of(measure(indicator, all, the_year()));
  };
  const auto log = tried(promised(), "2025-06-03");
  CHECK(standing_there(contact_in_time, log) == "denominator_only 1");
  CHECK(standing_there(attempt_in_time, log) == "numerator 1");
  auto spoken_with = log;
  CHECK(standing_there(contact_in_time, spoken_with.spoken_with("2025-06-04")) == "numerator 1");
  auto too_late = log;
  CHECK(standing_there(contact_in_time, too_late.spoken_with("2025-06-05")) == "denominator_only 1");
  auto closed = log;
  CHECK(standing_there(contact_in_time, closed.closed("2025-06-04")) == "excluded 1");
  auto unsafe = log;
  CHECK(standing_there(contact_in_time, unsafe.closed("2025-06-04", ClosingReason::no_safe_channel)) == "exception 1");
}

TEST_CASE("what keeps the duty at a place changes no figure of contact", "[indicators][property]") {
  RandomRegister random{71};
  int promises = 0;
  for (int round = 0; round < 60; ++round) {
    const auto cases = random.cases(25);
    const auto cut_off = random.instant();
    const auto there = where_an_attempt_keeps_it(cases, cut_off);
    const CaseRegister here{cases, {}, make_casework_policy(), make_calendar(), cut_off};
    for (const auto* indicator : {&contact_in_time, &attempt_in_time, &no_safe_channel}) {
      const auto measured = measure(*indicator, here, the_year());
      promises += static_cast<int>(measured.score().total);
      CHECK(std::equal(measured.members().begin(), measured.members().end(),
                       measure(*indicator, there, the_year()).members().begin()));
    }
  }
  CHECK(promises > 100);
}

TEST_CASE("whoever is spoken with in time was tried in time, and takes no less long", "[indicators][property]") {
  RandomRegister random{72};
  for (int round = 0; round < 60; ++round) {
    const CaseRegister all{random.cases(25), {}, make_casework_policy(), make_calendar(), random.instant()};
    const auto attempts = measure(attempt_in_time, all, the_year()).members(Standing::numerator);
    for (const auto place : measure(contact_in_time, all, the_year()).members(Standing::numerator)) {
      CHECK(std::binary_search(attempts.begin(), attempts.end(), place));
    }
  }
}

TEST_CASE("the time to contact and to the first attempt runs from when the clock of the promise starts",
          "[indicators]") {
  const char* attended = "2025-06-03";  // contact is due on 5 June at noon
  const auto log = tried(promised(attended), "2025-06-03T13:00:00Z").spoken_with("2025-06-05");
  CHECK(standing(contact_in_time, log) == "numerator 1");
  CHECK(minutes(contact_in_time, log) == "2880");
  CHECK(minutes(attempt_in_time, log) == "60");
  CHECK(minutes(contact_in_time, promised(attended), "2025-06-04") == "1440+");
  CHECK(minutes(attempt_in_time, promised(attended), "2025-06-04") == "1440+");
  CHECK(minutes(contact_in_time, promised(attended), "2025-06-02") == "0+");
  CHECK(minutes(contact_in_time, promised(attended).closed("2025-06-06")) == "4320+");
  CHECK(minutes(contact_in_time, promised(attended).spoken_with("2025-06-05T12:00:01Z")) == "2881");
  // Officers who were there before the report: the clock starts with them.
  CHECK(standing(contact_in_time, promised("2025-06-01"), "2025-06-03T12:00:01Z") == "denominator_only 1");
  CHECK(minutes(contact_in_time, promised("2025-06-01").spoken_with("2025-06-03")) == "2880");
  CHECK(standing(contact_in_time, promised("2025-06-01").spoken_with("2025-06-03")) == "numerator 1");
}

TEST_CASE("contact before the clock of the promise starts keeps no promise, and the record cannot be right",
          "[indicators]") {
  const char* attended = "2025-06-03";
  const auto too_early = promised(attended).spoken_with("2025-06-03T11:59:59Z");
  CHECK(standing(contact_in_time, too_early) == "not_known 1");
  CHECK(standing(attempt_in_time, too_early) == "not_known 1");
  CHECK(standing(contact_in_time, too_early, "2025-06-04") == "not_known 1");
  CHECK(minutes(contact_in_time, too_early) == "untimed 1");
  auto again = too_early;
  CHECK(standing(contact_in_time, again.spoken_with("2025-06-05")) == "numerator 1");
  CHECK(minutes(contact_in_time, again) == "2880");
  auto too_late = too_early;
  CHECK(standing(contact_in_time, too_late.spoken_with("2025-06-06")) == "not_known 1");
  // Before the case began.
  CHECK(standing(contact_in_time, promised().spoken_with("2025-06-02T11:59:59Z")) == "not_known 1");
  CHECK(standing(attempt_in_time, tried(promised(), "2025-06-02T11:59:59Z")) == "not_known 1");
  CHECK(standing(no_safe_channel, promised().closed("2025-06-06", ClosingReason::no_safe_channel)) == "numerator 1");
  CHECK(standing(no_safe_channel, again.closed("2025-06-06", ClosingReason::no_safe_channel)) == "denominator_only 1");
}

TEST_CASE("contact about what had been reported before is no excuse", "[indicators]") {
  const auto known = FamilyLog{"anna"}.referred("2025-05-01").spoken_with("2025-05-02");
  CHECK(standing(contact_in_time, promised(reported, known)) == "denominator_only 1");
  CHECK(standing(contact_in_time, promised(reported, known), "2025-06-03") == "pending 1");
  CHECK(standing(contact_in_time, promised(reported, known).spoken_with("2025-06-03")) == "numerator 1");
  CHECK(minutes(contact_in_time, promised(reported, known), "2025-06-03") == "1440+");
}
