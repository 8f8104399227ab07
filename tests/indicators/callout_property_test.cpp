#include <earlyhelp/indicators/callout_follow_up.hpp>
#include <earlyhelp/indicators/callout_indicators.hpp>

#include <earlyhelp/indicators/explanation.hpp>

#include "support/random_register.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// Made-up cases and what the police recorded about their families.
struct Place {
  std::vector<CaseFile> cases;
  Instant cut_off;

  CaseRegister with(const std::vector<PastIncident>& callouts) const {
    return CaseRegister{cases, callouts, make_casework_policy(), make_calendar(), cut_off};
  }
};

using Ids = std::vector<std::string>;

Ids ids_of(const PastIncident& callout) {
  Ids ids = {callout.victim.value(), callout.suspect.value()};
  std::sort(ids.begin(), ids.end());
  return ids;
}

/// The pairs that are asked about, and the day on which the family was first spoken with.
std::map<Ids, Date> index_days(const CaseRegister& all) {
  std::map<Ids, Date> days;
  const auto& indicator = no_further_callout.front();
  const auto measurement = measure(indicator, all, the_year());
  for (const auto& member : measurement.members()) {
    const auto index = explain(indicator, all, the_year(), member.place).index.value();
    days.emplace(all.ids(CountedUnit::pair, member.place), all.day_of(index));
  }
  return days;
}

/// What was on record of each pair by the end of its index day.
std::vector<PastIncident> known_by(const std::map<Ids, Date>& index, std::vector<PastIncident> callouts,
                                   const CaseRegister& all) {
  std::erase_if(callouts, [&](const PastIncident& callout) {
    const auto pair = index.find(ids_of(callout));
    return pair != index.end() && std::max(callout.occurred_at.day, all.day_of(callout.recorded_at)) > pair->second;
  });
  return callouts;
}

/// `callouts`, and one more for each pair on the day after its index day.
std::vector<PastIncident> with_another(const std::map<Ids, Date>& index, std::vector<PastIncident> callouts) {
  for (const auto& [ids, day] : index) {
    const auto next = day + Days{1};
    const Instant at{next, boost::posix_time::hours{12}};
    callouts.push_back({.id = IncidentId{"next-" + ids.front() + ids.back()},
                        .occurred_at = {.instant = at, .day = next},
                        .recorded_at = at,
                        .victim = PersonId{ids.front()},
                        .suspect = PersonId{ids.back()},
                        .definition = Definition::domestic_abuse});
  }
  return callouts;
}

/// Who is asked, who is waited for and of whom nothing is known; and how many the curve is of.
struct Eligible {
  std::map<Ids, std::string> pairs = {};
  std::int64_t in_curve;
  std::int64_t followed_long_enough;

  friend bool operator==(const Eligible&, const Eligible&) = default;
};

Eligible eligible(const Indicator& indicator, const CaseRegister& all) {
  const auto found = callout_follow_up(indicator, all, the_year(), {}, 0.95);
  Eligible eligible{.in_curve = found.window.subjects, .followed_long_enough = found.window.eligible};
  for (const auto& [place, standing] : found.measurement.members()) {
    const bool is_waiting = standing == Standing::pending || standing == Standing::not_known;
    eligible.pairs.emplace(all.ids(CountedUnit::pair, place), is_waiting ? to_string(standing) : "asked");
  }
  return eligible;
}

}  // namespace

TEST_CASE("what happens after the index day, or is recorded then, changes nothing about who counts",
          "[indicators][property]") {
  RandomRegister random{71};
  std::map<std::string, int> seen;
  for (int round = 0; round < 40; ++round) {
    const Place place{.cases = random.cases(25), .cut_off = random.instant()};
    const auto callouts = random.callouts(25);
    const auto all = place.with(callouts);
    const auto index = index_days(all);
    const auto known = known_by(index, callouts, all);
    const auto only_known = place.with(known);
    const auto all_called_again = place.with(with_another(index, known));
    for (const auto& indicator : no_further_callout) {
      const auto expected = eligible(indicator, only_known);
      CHECK((eligible(indicator, all) == expected));
      CHECK((eligible(indicator, all_called_again) == expected));
      for (const auto& [ids, standing] : expected.pairs) ++seen[standing];
    }
  }
  CHECK(seen["asked"] > 0);
  CHECK(seen["pending"] > 0);
  CHECK(seen["not_known"] > 0);
}

TEST_CASE("of pairs of whom nothing was known the one who is called does not become the figure", "[indicators]") {
  std::vector<FamilyLog> families;
  for (const auto* name : {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j"}) {
    families.push_back(FamilyLog{name}.referred("2025-01-08", ReferralSource::school).spoken_with("2025-01-10"));
  }
  const auto all = make_register(families, "2025-12-31", {make_callout("c", families.front(), "2025-01-15")});
  const auto found = callout_follow_up(no_further_callout.front(), all, the_year(), {}, 0.95);
  CHECK(standings_of(found.measurement) == "not_known 10");
  CHECK(found.window.subjects == 0);
  CHECK_FALSE(found.expected);
}

TEST_CASE("who is excluded before anything happens is not in the curve either", "[indicators]") {
  const auto anna = FamilyLog{"anna"}.referred("2025-01-08").spoken_with("2025-01-10");
  const auto all = make_register(std::vector{anna}, "2025-12-31", {make_callout("c", anna, "2025-01-07")});
  auto indicator = no_further_callout.front();
  CHECK(callout_follow_up(indicator, all, the_year(), {}, 0.95).window.subjects == 1);
  indicator.denominator_exclusion = {.asks = "Is it anybody?", .of = [](const Subject&) { return Reply::yes; }};
  const auto found = callout_follow_up(indicator, all, the_year(), {}, 0.95);
  CHECK(standings_of(found.measurement) == "excluded 1");
  CHECK(found.window.subjects == 0);
}
