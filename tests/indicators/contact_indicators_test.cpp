#include <earlyhelp/indicators/contact_indicators.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

// An incident is reported on Monday 2 June 2025 at noon, in UTC: contact is due on Wednesday at noon.
constexpr const char* due = "2025-06-04T12:00:00Z";
constexpr const char* too_late = "2025-06-04T12:00:01Z";

FamilyLog promised() {
  return FamilyLog{"anna"}.referred("2025-06-02").add("2025-06-02", make_decided("i-1", "2025-06-02"));
}

/// The same decision, that asks for `duties` within 48 hours.
Triaged asking_for(Duties duties, const std::string& reported_at = "2025-06-02") {
  auto decision = make_decided("i-1", reported_at).decision();
  decision.duties = duties;
  decision.terms.clear();
  for (const auto duty : duties) {
    decision.terms.push_back({.duty = duty, .clock = {.clock = {.kind = ClockKind::clock_hours, .amount = 48}}});
  }
  return Triaged{std::move(decision)};
}

std::string standing_in(const Indicator& indicator, const FamilyLog& log, const std::string& cut_off) {
  return standings_of(measure(indicator, make_register(std::vector{log}, cut_off), the_year()));
}
std::string contact(const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
  return standing_in(contact_in_time, log, cut_off);
}
std::string attempt(const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
  return standing_in(attempt_in_time, log, cut_off);
}
std::string unsafe(const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
  return standing_in(no_safe_channel, log, cut_off);
}

ContactAttempted tried(const PersonId& person) {
  return {.person = person, .mode = ContactMode::phone, .result = AttemptResult::no_answer};
}

}  // namespace

TEST_CASE("contact at the very instant that it is due is in time, and a second later is not", "[indicators]") {
  CHECK(contact(promised().spoken_with("2025-06-02")) == "numerator 1");
  CHECK(contact(promised().spoken_with(due)) == "numerator 1");
  CHECK(contact(promised().spoken_with(too_late)) == "denominator_only 1");
}

TEST_CASE("what is not due yet is pending, and afterwards missed", "[indicators]") {
  CHECK(contact(promised(), due) == "pending 1");
  CHECK(contact(promised(), too_late) == "denominator_only 1");
  CHECK(contact(promised().spoken_with(due), "2025-06-04T11:59:59Z") == "pending 1");
  CHECK(contact(promised(), "2025-06-01").empty());
}

TEST_CASE("to close a case before it is due leaves it out, and after it is no excuse", "[indicators]") {
  CHECK(contact(promised().closed("2025-06-03")) == "excluded 1");
  CHECK(contact(promised().closed(due)) == "excluded 1");
  CHECK(contact(promised().closed(too_late)) == "denominator_only 1");
  CHECK(contact(promised().spoken_with("2025-06-03").closed("2025-06-03T13:00:00Z")) == "numerator 1");
  CHECK(contact(promised().add(
            "2025-06-03", DutyWaived{.duty = Duty::contact_family, .by = manager, .reason = reason})) == "excluded 1");
}

TEST_CASE("who could not be contacted safely counts as neither kept nor missed, and is told", "[indicators]") {
  const auto no_way = promised().closed("2025-06-03", ClosingReason::no_safe_channel);
  CHECK(contact(no_way) == "exception 1");
  CHECK(attempt(no_way) == "exception 1");
  CHECK(unsafe(no_way) == "numerator 1");
  const auto too_late_to_say = promised().closed(too_late, ClosingReason::no_safe_channel);
  CHECK(contact(too_late_to_say) == "denominator_only 1");
  CHECK(unsafe(too_late_to_say) == "numerator 1");
  CHECK(unsafe(promised(), due) == "pending 1");
  CHECK(unsafe(promised()) == "pending 1");  // long overdue, and nobody knows yet
  CHECK(unsafe(promised().closed(too_late)) == "denominator_only 1");
  CHECK(unsafe(promised().spoken_with("2025-06-03"), "2025-06-03") == "denominator_only 1");
  CHECK(unsafe(promised().spoken_with("2025-08-01").closed("2025-09-01", ClosingReason::no_safe_channel)) ==
        "denominator_only 1");
  CHECK(unsafe(promised().closed("2025-06-03")) == "excluded 1");
  CHECK(unsafe(promised().closed(too_late, ClosingReason::no_safe_channel).add("2025-07-01", Reopened{})) ==
        "pending 1");
  // A case that was closed for that before the incident was reported says nothing of it.
  auto before = FamilyLog{"anna"}.referred("2025-05-01").closed("2025-05-02", ClosingReason::no_safe_channel);
  CHECK(unsafe(before.add("2025-06-02", make_decided("i-1", "2025-06-02"))) == "pending 1");
  // To speak with somebody else does not make it safe.
  auto other = no_way;
  other.add("2025-06-02", ContactMade{.person = other.suspect(), .mode = ContactMode::phone});
  CHECK(unsafe(other) == "numerator 1");
}

TEST_CASE("an attempt is no contact, and only the victim was promised either", "[indicators]") {
  const auto with = [](const PersonId& person, const std::string& at) {
    auto log = promised();
    return log.add(at, tried(person));
  };
  const FamilyLog anna{"anna"};
  CHECK(contact(with(anna.victim(), "2025-06-03")) == "denominator_only 1");
  CHECK(attempt(with(anna.victim(), "2025-06-03")) == "numerator 1");
  CHECK(attempt(with(anna.victim(), due)) == "numerator 1");
  CHECK(attempt(with(anna.child(), due)) == "denominator_only 1");
  CHECK(attempt(with(anna.suspect(), due)) == "denominator_only 1");
  CHECK(attempt(with(anna.victim(), too_late)) == "denominator_only 1");
  CHECK(attempt(with(PersonId{"stranger"}, "2025-06-03")) == "denominator_only 1");
  CHECK(attempt(promised(), due) == "pending 1");
  CHECK(attempt(promised(), too_late) == "denominator_only 1");
  CHECK(attempt(promised().spoken_with(due)) == "numerator 1");

  auto other = promised();
  other.add("2025-06-03", ContactMade{.person = other.suspect(), .mode = ContactMode::phone});
  CHECK(contact(other) == "denominator_only 1");
  CHECK(attempt(other) == "denominator_only 1");
}

TEST_CASE("contact in safety takes the place of contact with the family", "[indicators]") {
  const auto safely = asking_for({Duty::contact_victim_safely}, "2025-06-03");
  auto log = promised().add("2025-06-03", safely);
  CHECK(contact(log, "2025-06-05") == "pending 1");
  CHECK(contact(log, "2025-06-05T12:00:01Z") == "denominator_only 1");
  CHECK(contact(log.spoken_with("2025-06-05")) == "numerator 1");
  CHECK(attempt(log) == "numerator 1");
  // It asks for neither any more.
  CHECK(contact(promised().add("2025-06-03", asking_for({}))) == "not_in_denominator 1");
  CHECK(contact(FamilyLog{"anna"}.referred("2025-06-02").add("2025-06-02", asking_for({}))) == "not_in_denominator 1");
}

TEST_CASE("a promise that was waived does not hide the one that stands", "[indicators]") {
  const auto both = asking_for({Duty::contact_family, Duty::contact_victim_safely});
  auto log = FamilyLog{"anna"}.referred("2025-06-02").add("2025-06-02", both);
  log.add("2025-06-03", DutyWaived{.duty = Duty::contact_family, .by = manager, .reason = reason});
  CHECK(contact(log, "2025-06-03") == "pending 1");
  CHECK(contact(log) == "denominator_only 1");
  log.add("2025-06-03", DutyWaived{.duty = Duty::contact_victim_safely, .by = manager, .reason = reason});
  CHECK(contact(log) == "excluded 1");
}

TEST_CASE("a promise that was missed stays missed, whoever waives or replaces it afterwards", "[indicators]") {
  const auto waived = [](const char* at) {
    return promised().add(at, DutyWaived{.duty = Duty::contact_family, .by = manager, .reason = reason});
  };
  CHECK(contact(waived(due)) == "excluded 1");
  CHECK(contact(waived(too_late)) == "denominator_only 1");
  CHECK(attempt(waived(too_late)) == "denominator_only 1");
  const auto replaced = [](const char* at, Duties by) { return promised().add(at, asking_for(by)); };
  CHECK(contact(replaced(due, {})) == "not_in_denominator 1");
  CHECK(contact(replaced(too_late, {})) == "denominator_only 1");
  auto safely = promised().add("2025-06-20", asking_for({Duty::contact_victim_safely}, "2025-06-20"));
  CHECK(contact(safely, "2025-06-21") == "denominator_only 1");
  CHECK(contact(safely.spoken_with("2025-06-21")) == "denominator_only 1");
}

TEST_CASE("of a time that the calendar does not cover nothing is known", "[indicators]") {
  auto decision = make_decided("i-1", "2025-06-02").decision();
  decision.terms = {{.duty = Duty::contact_family, .clock = {.clock = {.kind = ClockKind::working_days, .amount = 1}}}};
  const auto log = FamilyLog{"anna"}.referred("2025-06-02").add("2025-06-02", Triaged{decision});
  const Calendar unknown{london(), Holidays{.known = Period{Date{2020, 1, 1}, Date{2020, 1, 1}}, .days = {}}};
  const std::vector cases{log.file};
  const CaseRegister all{cases, {}, make_casework_policy(), unknown, moment("2025-12-31")};
  CHECK(standings_of(measure(contact_in_time, all, the_year())) == "not_known 1");
  CHECK(standings_of(measure(attempt_in_time, all, the_year())) == "not_known 1");
  CHECK(measure(contact_in_time, all, the_year()).status() == FigureStatus::invalid_input);
  CHECK(time_taken(contact_in_time, all, the_year()).curve().people() == 1);
}

TEST_CASE("the time to contact is counted in minutes that have begun, and who waits is counted too", "[indicators]") {
  const auto minutes = [](const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
    const auto taken = time_taken(contact_in_time, make_register(std::vector{log}, cut_off), the_year());
    if (taken.curve().people() != 1) return std::string{"nobody"};
    const auto& step = taken.curve().steps().front();
    return std::to_string(step.time) + (step.events == 1 ? "" : "+");
  };
  CHECK(minutes(promised().spoken_with("2025-06-02")) == "0");
  CHECK(minutes(promised().spoken_with("2025-06-02T12:00:00.000001Z")) == "1");
  CHECK(minutes(promised().spoken_with("2025-06-02T12:01:00Z")) == "1");
  CHECK(minutes(promised().spoken_with(due)) == "2880");
  CHECK(minutes(promised().spoken_with(too_late)) == "2881");
  CHECK(minutes(promised(), "2025-06-03") == "1440+");
  CHECK(minutes(promised(), too_late) == "2881+");
  CHECK(minutes(promised().closed("2025-06-05")) == "4320+");
  CHECK(minutes(promised().closed("2025-06-03")) == "nobody");
  CHECK(minutes(promised().closed("2025-06-03", ClosingReason::no_safe_channel)) == "nobody");
  // A case that was closed before the incident was reported does not end the wait for it.
  auto before = FamilyLog{"anna"}.referred("2025-05-01").closed("2025-05-02");
  CHECK(minutes(before.add("2025-06-02", make_decided("i-1", "2025-06-02")), "2025-06-03") == "1440+");

  std::vector<FamilyLog> logs;
  for (const auto* hour : {"13", "14", "15", "16"}) {
    logs.push_back(FamilyLog{std::string{"family-"} + hour}.referred("2025-06-02"));
    logs.back().add("2025-06-02", make_decided("i-1", "2025-06-02"));
    if (*(hour + 1) < '5') logs.back().spoken_with("2025-06-02T" + std::string{hour} + ":00:00Z");
  }
  const auto taken = time_taken(contact_in_time, make_register(logs, "2025-06-03"), the_year());
  CHECK(taken.curve().people() == 4);
  CHECK(taken.quantile(0.5) == 120.0);
  CHECK_FALSE(taken.quantile(0.51));
  CHECK(taken.status(0.51) == FigureStatus::not_reached);
}

TEST_CASE("an incident belongs to the local day of its report", "[indicators]") {
  auto log = FamilyLog{"anna"}.referred("2025-06-30T23:00:00Z");
  log.add("2025-06-30T23:00:00Z", make_decided("i-1", "2025-06-30T23:00:00Z"));  // midnight in London
  log.add("2025-06-30T23:00:00Z", make_decided("i-2", "2025-06-30T22:59:59Z"));
  const auto all = make_register(std::vector{log}, "2025-12-31");
  const auto in = [&](Date first, Date last) {
    return measure(contact_in_time, all, Period{first, last}).members().size();
  };
  CHECK(in(Date{2025, 7, 1}, Date{2025, 7, 1}) == 1);
  CHECK(in(Date{2025, 6, 30}, Date{2025, 6, 30}) == 1);
  CHECK(in(Date{2025, 6, 30}, Date{2025, 7, 1}) == 2);
}

TEST_CASE("an incident that is said to be reported after the cut-off belongs to no period yet", "[indicators]") {
  const auto log = FamilyLog{"anna"}.referred("2025-06-02").add("2025-06-02", make_decided("i-1", "2025-06-05"));
  CHECK(contact(log, "2025-06-04").empty());
  CHECK(contact(log, "2025-06-05") == "pending 1");
}

TEST_CASE("a school is told in time, late, or not owed it", "[indicators]") {
  const auto log = [] {
    return FamilyLog{"anna"}.referred("2025-06-02").add("2025-06-02", asking_for({Duty::notify_school}));
  };
  const auto school = [](const FamilyLog& family, const std::string& cut_off = "2025-12-31") {
    return standing_in(school_told_in_time, family, cut_off);
  };
  const auto told = [](const FamilyLog& family, const std::string& at, Notice notice = Notice::school) {
    auto with = family;
    return with.add(at, Notified{.notice = notice, .child = with.child(), .recipient = PersonId{"school"}});
  };
  CHECK(school(told(log(), due)) == "numerator 1");
  CHECK(school(told(log(), too_late)) == "denominator_only 1");
  CHECK(school(told(log(), "2025-06-03", Notice::social_worker)) == "denominator_only 1");
  CHECK(school(log(), due) == "pending 1");
  CHECK(school(log().closed("2025-06-03")) == "excluded 1");
  CHECK(school(promised()) == "not_in_denominator 1");
  CHECK(school(log().add("2025-06-03", asking_for({}))) == "not_in_denominator 1");
  CHECK(contact(log()) == "not_in_denominator 1");
}

TEST_CASE("a disclosed incident is recorded in time, from the day on which the family told of it", "[indicators]") {
  const auto log = [] {
    FamilyLog family{"anna"};
    return family.referred("2025-06-02")
        .add("2025-06-10", IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = family.victim()});
  };
  const auto recorded = [](const FamilyLog& family, const std::string& cut_off = "2025-12-31") {
    return standing_in(disclosure_recorded_in_time, family, cut_off);
  };
  const CrimeRecorded crime{.incident = IncidentId{"i-2"}};
  CHECK(recorded(log().add("2025-06-11", crime)) == "numerator 1");
  CHECK(recorded(log().add("2025-06-11T12:00:01Z", crime)) == "denominator_only 1");
  CHECK(recorded(log().add("2025-06-11", CrimeRecorded{.incident = IncidentId{"i-3"}})) == "denominator_only 1");
  CHECK(recorded(log(), "2025-06-11") == "pending 1");
  CHECK(recorded(log(), "2025-06-09").empty());
  CHECK(recorded(promised()).empty());  // it was reported, not disclosed
  CHECK(contact(log()).empty());
}
