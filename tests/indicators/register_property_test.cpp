#include <earlyhelp/indicators/case_register.hpp>

#include <earlyhelp/indicators/demand.hpp>
#include <earlyhelp/indicators/groupings.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/outcome_indicators.hpp>
#include <earlyhelp/indicators/shipped_indicators.hpp>

#include "support/random_register.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

CaseRegister register_of(const std::vector<CaseFile>& cases, const std::vector<PastIncident>& callouts,
                         Instant cut_off) {
  return CaseRegister{cases, callouts, make_casework_policy(), make_calendar(), cut_off};
}

/// Where each subject stands, by its ids, which do not depend on any order.
std::map<std::set<std::string>, Standing> by_ids(const CaseRegister& all, const Measurement& measurement) {
  std::map<std::set<std::string>, Standing> standings;
  for (const auto& [place, standing] : measurement.members()) {
    const auto ids = all.ids(measurement.indicator().unit, place);
    CHECK(standings.try_emplace({ids.begin(), ids.end()}, standing).second);
  }
  return standings;
}

/// The same of each group, by its name; "-" of whom it is not recorded.
std::map<std::string, std::map<std::set<std::string>, Standing>> by_groups(const CaseRegister& all,
                                                                           const Indicator& indicator,
                                                                           const Grouping& grouping) {
  std::map<std::string, std::map<std::set<std::string>, Standing>> groups;
  for (const auto& [group, measurement] : stratify(indicator, all, the_year(), grouping)) {
    CHECK(groups.try_emplace(group.value_or("-"), by_ids(all, measurement)).second);
  }
  return groups;
}

std::vector<Grouping> groupings() {
  return {by_referral_source(), by_first_grade(), by_month(), by_victim("last digit", [](const PersonId& id) {
            const auto digit = id.value().back();
            if (digit > '4') return boost::optional<std::string>{};
            return boost::make_optional(std::string(1, digit));
          })};
}

/// Those that are shipped, and two that ask about scores.
std::vector<Indicator> indicators() {
  const auto shipped = shipped_indicators();
  std::vector<Indicator> indicators{shipped.begin(), shipped.end()};
  for (const auto of : {FamilyRole::victim, FamilyRole::child}) {
    const ScoreRule rule{
        .instrument = "swemwbs", .version = 1, .of = of, .spread = {.deviation = 4, .reliability = 0.8}};
    indicators.push_back(reliably_better("better", "Better", rule, {.title = "this test"}));
  }
  return indicators;
}

/// `cases` without whatever was recorded after `at`.
std::vector<CaseFile> known_at(const std::vector<CaseFile>& cases, Instant at) {
  std::vector<CaseFile> known;
  for (const auto& file : cases) known.push_back(as_of(file, at));
  return known;
}

}  // namespace

TEST_CASE("the order of cases, of their events and of callouts changes no figure", "[indicators][property]") {
  RandomRegister random{66};
  for (int round = 0; round < 30; ++round) {
    auto cases = random.cases(25);
    auto callouts = random.callouts(50);
    const auto cut_off = add_hours(random.instant(), round % 2 == 0 ? 0 : 500 * 24);  // past all windows or not
    const auto before = register_of(cases, callouts, cut_off);
    random.shuffle(cases);
    random.shuffle(callouts);
    for (auto& file : cases) random.shuffle(file.events);
    const auto after = register_of(cases, callouts, cut_off);
    for (const auto& indicator : indicators()) {
      CAPTURE(std::string{indicator.id.view()});
      const auto a = measure(indicator, before, the_year());
      const auto b = measure(indicator, after, the_year());
      CHECK(standings_of(a) == standings_of(b));
      CHECK((by_ids(before, a) == by_ids(after, b)));
      for (const auto& grouping : groupings()) {
        CAPTURE(grouping.id);
        CHECK((by_groups(before, indicator, grouping) == by_groups(after, indicator, grouping)));
      }
    }
    CHECK((weekly_demand(before, the_year()) == weekly_demand(after, the_year())));
    CHECK((monthly_referrals(before, the_year()) == monthly_referrals(after, the_year())));
    CHECK((open_cases(before) == open_cases(after)));
  }
}

TEST_CASE("what was recorded after the cut-off changes no figure", "[indicators][property]") {
  RandomRegister random{67};
  for (int round = 0; round < 30; ++round) {
    const auto cases = random.cases(25);
    const auto callouts = random.callouts(50);
    const auto cut_off = random.instant();
    auto known_callouts = callouts;
    std::erase_if(known_callouts, [&](const PastIncident& callout) { return callout.recorded_at > cut_off; });
    const auto whole = register_of(cases, callouts, cut_off);
    const auto known = register_of(known_at(cases, cut_off), known_callouts, cut_off);
    CHECK(std::equal(whole.cases().begin(), whole.cases().end(), known.cases().begin(), known.cases().end()));
    for (const auto& indicator : shipped_indicators()) {
      CAPTURE(std::string{indicator.id.view()});
      CHECK(standings_of(measure(indicator, whole, the_year())) == standings_of(measure(indicator, known, the_year())));
    }
  }
}

TEST_CASE("every subject is in one place, and every case in one family", "[indicators][property]") {
  RandomRegister random{68};
  for (int round = 0; round < 60; ++round) {
    const auto all = register_of(random.cases(30), random.callouts(30), random.instant());
    std::vector<int> families(all.cases().size());
    for (const auto& family : all.families()) {
      CHECK_FALSE(family.empty());
      for (const auto place : family) ++families.at(place);
    }
    CHECK(std::count(families.begin(), families.end(), 1) == static_cast<std::ptrdiff_t>(families.size()));
    std::set<std::vector<std::string>> seen;
    for (const auto unit : values_of<CountedUnit>) {
      for (std::size_t place = 0; place < all.size(unit); ++place) {
        auto ids = all.ids(unit, place);
        CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == ids.size());
        ids.emplace_back(to_string(unit));
        CHECK(seen.insert(ids).second);
        const auto cases = all.cases_of(unit, place);
        CHECK(std::set<std::uint32_t>(cases.begin(), cases.end()).size() == cases.size());
        CHECK(std::is_sorted(cases.begin(), cases.end(), [&](std::uint32_t a, std::uint32_t b) {
          const auto never = make_instant("2100-01-01T00:00:00Z");
          const auto& [one, other] = std::tie(all.cases()[a], all.cases()[b]);
          return std::tuple{one.began_at.value_or(never), one.id} <
                 std::tuple{other.began_at.value_or(never), other.id};
        }));
      }
    }
  }
}

TEST_CASE("no subject is counted in two periods by what happens once, and the parts are the whole",
          "[indicators][property]") {
  RandomRegister random{69};
  const Period first{Date{2025, 1, 1}, Date{2025, 6, 30}};
  const Period second{Date{2025, 7, 1}, Date{2025, 12, 31}};
  for (int round = 0; round < 30; ++round) {
    const auto all = register_of(random.cases(25), random.callouts(50), random.instant());
    for (const auto& indicator : shipped_indicators()) {
      CAPTURE(std::string{indicator.id.view()});
      const auto members = [&](const Period& period) { return measure(indicator, all, period).members().size(); };
      if (indicator.index == IndexDate::referred)  // a family may come in both
        CHECK(members(first) + members(second) >= members(the_year()));
      else
        CHECK(members(first) + members(second) == members(the_year()));
    }
  }
}

TEST_CASE("whatever a measurement is sorted by, its strata add up", "[indicators][property]") {
  RandomRegister random{70};
  for (int round = 0; round < 10; ++round) {
    const auto all = register_of(random.cases(25), random.callouts(50), random.instant());
    for (const auto& indicator : shipped_indicators()) {
      const auto whole = measure(indicator, all, the_year());
      for (const auto& grouping : groupings()) {
        CAPTURE(std::string{indicator.id.view()}, grouping.id);
        const auto strata = stratify(indicator, all, the_year(), grouping);
        std::set<std::uint32_t> members;
        for (const auto standing : values_of<Standing>) {
          std::int64_t sum = 0;
          for (const auto& stratum : strata) {
            sum += stratum.measurement.count(standing);
            for (const auto place : stratum.measurement.members(standing)) CHECK(members.insert(place).second);
          }
          CHECK(sum == whole.count(standing));
        }
        CHECK(members.size() == whole.members().size());
      }
    }
  }
}
