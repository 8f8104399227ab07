#include <earlyhelp/indicators/callout_indicators.hpp>

#include <earlyhelp/indicators/callout_follow_up.hpp>
#include <earlyhelp/statistics/regression_to_mean.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

const Indicator& within_30 = no_further_callout.front();

/// Spoken with for the first time on 10 January: 30 days end on 9 February, and late records by 11 March.
FamilyLog family(const std::string& name = "anna") {
  return FamilyLog{name}.referred("2025-01-08").spoken_with("2025-01-10");
}
const std::string last_day = "2025-02-09";
const std::string known_by = "2025-03-11";

std::string noon(const Date& day) { return to_string(day); }

/// The first callout, that brought them, and `others`.
std::vector<PastIncident> callouts(const std::vector<std::string>& others, const FamilyLog& of = family()) {
  std::vector<PastIncident> all{make_callout("first-" + of.name, of, "2025-01-07")};
  for (const auto& day : others) all.push_back(make_callout("then-" + of.name + day, of, day));
  return all;
}

std::string standing(const Indicator& indicator, const FamilyLog& log, const std::vector<PastIncident>& on_record,
                     const std::string& cut_off) {
  return standings_of(measure(indicator, make_register(std::vector{log}, cut_off, on_record), the_year()));
}
std::string after(const std::vector<std::string>& others, const std::string& cut_off = known_by) {
  return standing(within_30, family(), callouts(others), cut_off);
}

CalloutFollowUp follow_up(const CaseRegister& all, const CalloutModel& model = {}) {
  return callout_follow_up(within_30, all, the_year(), model, 0.95);
}

}  // namespace

TEST_CASE("a callout counts from the day after first contact to the last day of the window", "[indicators]") {
  CHECK(after({}) == "numerator 1");
  CHECK(after({"2025-01-10T08:00:00Z"}) == "numerator 1");  // on the index day
  CHECK(after({"2025-01-10T22:00:00Z"}) == "numerator 1");
  CHECK(after({"2025-01-11"}) == "denominator_only 1");
  CHECK(after({last_day}) == "denominator_only 1");
  CHECK(after({"2025-02-10"}) == "numerator 1");
  CHECK(after({"2025-01-09"}) == "numerator 1");
}

TEST_CASE("everybody alike is asked when the window and the days for late records are over, whatever happened",
          "[indicators]") {
  CHECK(after({}, "2025-03-10") == "pending 1");
  CHECK(after({"2025-01-11"}, "2025-03-10") == "pending 1");
  CHECK(after({"2025-01-11"}, "2025-03-10T23:59:59Z") == "pending 1");
  CHECK(after({}, "2025-03-11T00:00:00Z") == "numerator 1");
}

TEST_CASE("windows are 30, 90, 180 and 365 days, each up to its own last day", "[indicators]") {
  const std::vector<int> windows = {30, 90, 180, 365};
  const Date index{2025, 1, 10};
  for (std::size_t i = 0; i < windows.size(); ++i) {
    CAPTURE(windows[i]);
    const auto last = index + Days{windows[i]};
    const auto known = noon(last + Days{recording_lag_days});
    const auto& indicator = no_further_callout.at(i);
    CHECK(indicator.window_days == windows[i]);
    CHECK(standing(indicator, family(), callouts({noon(last)}), known) == "denominator_only 1");
    CHECK(standing(indicator, family(), callouts({noon(last + Days{1})}), known) == "numerator 1");
    CHECK(standing(indicator, family(), callouts({}), noon(last + Days{recording_lag_days - 1})) == "pending 1");
  }
}

TEST_CASE("an incident counts by the day on which it occurred, once it is recorded", "[indicators]") {
  auto late = callouts({"2025-01-20"});
  late.back().recorded_at = moment("2025-03-12");
  CHECK(standing(within_30, family(), late, known_by) == "numerator 1");
  CHECK(standing(within_30, family(), late, "2025-03-12") == "denominator_only 1");
  auto not_domestic = callouts({"2025-01-20"});
  not_domestic.back().definition = Definition::not_domestic;
  CHECK(standing(within_30, family(), not_domestic, known_by) == "numerator 1");
  auto of_others = callouts({"2025-01-20"});
  of_others.back().suspect = PersonId{"somebody"};
  CHECK(standing(within_30, family(), of_others, known_by) == "numerator 1");
  auto the_other_way = callouts({"2025-01-20"});
  std::swap(the_other_way.back().victim, the_other_way.back().suspect);
  CHECK(standing(within_30, family(), the_other_way, known_by) == "denominator_only 1");
}

TEST_CASE("who moved away before the window ended is lost, unless it had happened by then", "[indicators]") {
  const auto moved = [](const std::string& day, const std::vector<std::string>& others,
                        ClosingReason why = ClosingReason::moved_away) {
    return standing(within_30, family().closed(day, why), callouts(others), known_by);
  };
  CHECK(moved("2025-01-20", {}) == "lost 1");
  CHECK(moved("2025-01-10", {}) == "lost 1");            // at the very moment of the contact
  CHECK(moved("2025-01-10T00:00:00Z", {}) == "lost 1");  // days are compared, and not hours that somebody typed
  CHECK(moved("2025-01-09T23:59:59Z", {}) == "numerator 1");
  CHECK(moved("2025-02-08", {}) == "lost 1");
  CHECK(moved(last_day, {}) == "numerator 1");
  CHECK(moved("2025-03-01", {}) == "numerator 1");
  CHECK(moved("2025-01-20", {"2025-01-20"}) == "denominator_only 1");
  CHECK(moved("2025-01-20", {"2025-01-21"}) == "lost 1");
  CHECK(moved("2025-01-20", {}, ClosingReason::declined) == "numerator 1");
  CHECK(standing(within_30, family().closed("2025-01-20", ClosingReason::moved_away).add("2025-01-30", Reopened{}),
                 callouts({}), known_by) == "numerator 1");
  const auto gone = family().closed("2025-01-20", ClosingReason::moved_away);
  const auto back = FamilyLog{"anna", "later"}.referred("2025-01-25").spoken_with("2025-01-26");
  CHECK(standings_of(measure(within_30, make_register(std::vector{gone, back}, known_by, callouts({})), the_year())) ==
        "lost 1");
}

TEST_CASE("of two of whom no incident was recorded by the index day nothing is known, whatever is recorded later",
          "[indicators]") {
  const auto with = [](const std::string& occurred, const std::string& recorded) {
    auto callout = make_callout("c", family(), occurred);
    callout.recorded_at = moment(recorded);
    return standing(within_30, family(), {callout}, known_by);
  };
  CHECK(standing(within_30, family(), {}, known_by) == "not_known 1");
  CHECK(with("2025-01-11", "2025-01-11") == "not_known 1");
  CHECK(with("2025-01-10", "2025-01-10T23:59:59Z") == "numerator 1");
  CHECK(with("2025-01-09", "2025-01-11T00:00:00Z") == "not_known 1");  // told of when they were called again, say
  CHECK(standing(within_30, family(), {make_callout("c", family(), "2025-01-11")}, "2025-01-12") == "not_known 1");
}

TEST_CASE("who was never spoken with has no index", "[indicators]") {
  CHECK(standing(within_30, FamilyLog{"anna"}.referred("2025-01-08"), callouts({}), known_by).empty());
  CHECK(measure(within_30, make_register(std::vector{family()}, known_by), the_year()).status() ==
        FigureStatus::invalid_input);
}

TEST_CASE("first contact is the first ever, and belongs to its local day", "[indicators]") {
  const auto summer = FamilyLog{"anna"}.referred("2025-06-30").spoken_with("2025-06-30T23:30:00Z");  // 00:30 in London
  CHECK(standing(within_30, summer, callouts({"2025-07-01T09:00:00Z"}), "2025-12-31") == "numerator 1");
  CHECK(standing(within_30, summer, callouts({"2025-07-02T09:00:00Z"}), "2025-12-31") == "denominator_only 1");
  const auto before = FamilyLog{"anna", "before"}.referred("2024-05-01").spoken_with("2024-05-02");
  const auto all = make_register(std::vector{before, family()}, "2025-12-31", callouts({}));
  CHECK(measure(within_30, all, the_year()).members().empty());
  CHECK(measure(within_30, all, Period{Date{2024, 1, 1}, Date{2024, 12, 31}}).members().size() == 1);
}

TEST_CASE("helped at the first incident is to be spoken with from its day on for 28 days, before the day of a second",
          "[indicators]") {
  const auto helped = [](const std::string& contact, const std::vector<std::string>& others,
                         const std::string& cut_off = "2025-12-31") {
    const auto log = FamilyLog{"anna"}.referred("2025-01-08").spoken_with(contact);
    return standing(helped_at_first_callout, log, callouts(others), cut_off);
  };
  CHECK(helped("2025-01-07T01:00:00Z", {}) == "numerator 1");
  CHECK(helped("2025-01-06T23:59:59Z", {}) == "denominator_only 1");
  CHECK(helped("2025-02-04T23:59:59Z", {}) == "numerator 1");
  CHECK(helped("2025-02-05", {}) == "denominator_only 1");
  CHECK(helped("2025-01-10", {"2025-01-11"}) == "numerator 1");
  CHECK(helped("2025-01-10", {"2025-01-10T20:00:00Z"}) == "denominator_only 1");
  CHECK(helped("2025-01-10", {"2025-01-09"}) == "denominator_only 1");
  CHECK(helped("2025-01-10", {"2025-01-07T20:00:00Z"}) == "numerator 1");  // twice on one day is the first
  CHECK(helped("2025-01-10", {"2025-01-11"}, "2025-03-05T23:59:59Z") == "pending 1");
  CHECK(helped("2025-01-10", {"2025-01-11"}, "2025-03-06T00:00:00Z") == "numerator 1");
  CHECK(helped("2025-01-10", {"2025-01-09"}, "2025-03-05T23:59:59Z") == "pending 1");

  // Spoken with before the first incident and again after it: the second time counts.
  auto known = FamilyLog{"anna"}.referred("2024-12-01").spoken_with("2024-12-02").spoken_with("2025-01-09");
  CHECK(standing(helped_at_first_callout, known, callouts({}), "2025-12-31") == "numerator 1");
  CHECK(standing(helped_at_first_callout, FamilyLog{"anna"}.referred("2025-01-08"), callouts({}), "2025-06-01") ==
        "denominator_only 1");
}

TEST_CASE("a second incident that is recorded late comes before the contact all the same", "[indicators]") {
  const auto log = FamilyLog{"anna"}.referred("2025-01-08").spoken_with("2025-01-10");
  auto late = callouts({"2025-01-09"});
  late.back().recorded_at = moment("2025-02-20");
  CHECK(standing(helped_at_first_callout, log, late, "2025-02-10") == "pending 1");
  CHECK(standing(helped_at_first_callout, log, late, "2025-03-06") == "denominator_only 1");
}

TEST_CASE("who allows days for late records says how many", "[indicators]") {
  const auto says = [](const Indicator& indicator) {
    return indicator.numerator.asks.view().find(std::to_string(recording_lag_days) + " days for late records") !=
           std::string_view::npos;
  };
  CHECK(says(helped_at_first_callout));
  for (const auto& indicator : no_further_callout) CHECK(says(indicator));
}

TEST_CASE("it is the victim of the pair who has to be spoken with", "[indicators]") {
  const auto with = [](const PersonId& person) {
    auto log = FamilyLog{"anna"}.referred("2025-01-08");
    log.add_member(PersonId{"sister"}, FamilyRole::victim);
    log.add("2025-01-10", ContactMade{.person = person, .mode = ContactMode::visit}).closed("2025-02-01");
    return standing(helped_at_first_callout, log, callouts({}), "2025-12-31");
  };
  CHECK(with(FamilyLog{"anna"}.victim()) == "numerator 1");
  CHECK(with(FamilyLog{"anna"}.suspect()) == "denominator_only 1");
  CHECK(with(PersonId{"sister"}) == "denominator_only 1");
}

TEST_CASE("what is expected without effect is worked out of each pair's own callouts", "[indicators]") {
  const auto berta = family("berta");
  auto on_record = callouts({"2024-01-12", "2024-01-11", "2025-01-10", "2025-01-12"});  // one of them too long ago
  for (const auto& callout : callouts({}, berta)) on_record.push_back(callout);
  const auto found = follow_up(make_register(std::vector{family(), berta}, known_by, on_record));
  const RepeatedCount count{.shape = 0.8, .rate = 1.6, .before = 365 / 365.25, .after = 30 / 365.25};
  const auto by_hand = [](int callouts_before) {
    return std::pow((1.6 + 365 / 365.25) / (1.6 + 365 / 365.25 + 30 / 365.25), 0.8 + callouts_before);
  };
  CHECK(expected_after(count, 1).none_after == Approx(by_hand(1)).epsilon(1e-12));
  CHECK(found.expected.value() == Approx((by_hand(3) + by_hand(1)) / 2).epsilon(1e-12));
  CHECK(standings_of(found.measurement) == "numerator 1, denominator_only 1");
  CHECK(found.window.eligible == 2);
  CHECK(found.window.repeated == 1);

  const auto nobody = follow_up(make_register(std::vector{family()}, "2025-03-10", callouts({})));
  CHECK_FALSE(nobody.expected);
  CHECK(nobody.window.subjects == 1);
  CHECK(nobody.window.eligible == 0);
  CHECK(follow_up(make_register(std::vector{family()}, known_by)).window.subjects == 0);
}

TEST_CASE("who is taken out of the numerator is among those of whom something is expected", "[indicators]") {
  auto taken_out = within_30;
  taken_out.numerator_exclusion = {.asks = "Is it?", .of = [](const Subject&) { return Reply::yes; }};
  const auto all = make_register(std::vector{family()}, known_by, callouts({}));
  const auto found = callout_follow_up(taken_out, all, the_year(), {}, 0.95);
  CHECK(standings_of(found.measurement) == "numerator_excluded 1");
  CHECK(found.expected == follow_up(all).expected);
}

TEST_CASE("the curve is of the same pairs as the share", "[indicators][property]") {
  RandomRegister random{62};
  for (int round = 0; round < 60; ++round) {
    const auto cases = random.cases(25);
    const auto on_record = random.callouts(60);
    const CaseRegister all{cases, on_record, make_casework_policy(), make_calendar(), random.instant()};
    for (const auto& indicator : no_further_callout) {
      const auto [measurement, window, expected] = callout_follow_up(indicator, all, the_year(), {}, 0.95);
      CHECK(window.days == *indicator.window_days);
      CHECK(window.repeated == measurement.count(Standing::denominator_only));
      CHECK(window.lost == measurement.count(Standing::lost));
      CHECK(window.eligible - window.lost == measurement.score().total);
      CHECK(expected.has_value() == (measurement.score().total > 0));
      if (expected) CHECK((0 < *expected && *expected < 1));
      CHECK(standings_of(measurement) == standings_of(measure(indicator, all, the_year())));
    }
  }
}

TEST_CASE("only an indicator of pairs in a window is followed up", "[indicators]") {
  const auto all = make_register(std::vector{family()}, known_by, callouts({}));
  auto without = within_30;
  without.window_days = {};
  CHECK_THROWS_WITH(callout_follow_up(without, all, the_year(), {}, 0.95), Catch::Contains("no_further_callout_30"));
  auto of_families = within_30;
  of_families.unit = CountedUnit::family;
  CHECK_THROWS_AS(callout_follow_up(of_families, all, the_year(), {}, 0.95), std::invalid_argument);
  CHECK_THROWS_AS(callout_follow_up(within_30, all, the_year(), {}, 1), std::invalid_argument);
  CHECK_THROWS_AS(follow_up(all, {.shape = 0}), std::invalid_argument);
  CHECK_THROWS_AS(follow_up(all, {.look_back_days = 0}), std::invalid_argument);
}

TEST_CASE("a window that ends after the last day that there is, is not over", "[indicators]") {
  auto late = FamilyLog{"anna"};
  const auto at = [](Date day) { return Instant{day, boost::posix_time::hours{12}}; };
  for (const auto day : {Date{9999, 12, 20}, Date{9999, 12, 21}}) {
    late.file.events.push_back({.id = late.next_id(),
                                .occurred_at = at(day),
                                .recorded_at = at(day),
                                .recorded_by = worker,
                                .body = Referred{.source = ReferralSource::school}});
  }
  late.file.events.back().body = ContactMade{.person = late.victim(), .mode = ContactMode::visit};
  auto callout = make_callout("c", late, "2025-01-01");
  callout.occurred_at = {.instant = at(Date{9999, 12, 19}), .day = Date{9999, 12, 19}};
  callout.recorded_at = callout.occurred_at.instant;
  const std::vector cases{late.file};
  const std::vector on_record{callout};
  const CaseRegister all{cases, on_record, make_casework_policy(), make_calendar(), at(Date{9999, 12, 30})};
  const Period period{Date{9999, 12, 1}, Date{9999, 12, 31}};
  for (const auto& indicator : no_further_callout) CHECK(standings_of(measure(indicator, all, period)) == "pending 1");
  CHECK(standings_of(measure(helped_at_first_callout, all, period)) == "pending 1");
}
