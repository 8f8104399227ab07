#include <earlyhelp/indicators/recurrence.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

struct Set {
  Date cut_off = Date{2000, 1, 1};
  std::vector<Followed> families = {};
};

std::map<std::string, Set> all_sets() {
  std::map<std::string, Set> sets;
  const auto table = read_oracle("repeat_window_families.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase family{table, row};
    auto& set = sets[family.at("set")];
    set.cut_off = parse_date(family.at("cutoff_date")).value();
    Followed followed{.index = parse_date(family.at("index_date")).value()};
    if (!family.is_missing("incident_dates")) {
      std::istringstream days{family.at("incident_dates")};
      for (std::string day; std::getline(days, day, ';');) followed.events.push_back(parse_date(day).value());
    }
    if (!family.is_missing("exit_date")) followed.exit = parse_date(family.at("exit_date")).value();
    set.families.push_back(followed);
    CHECK(static_cast<std::size_t>(family.count("family")) == set.families.size());
  }
  return sets;
}

/// The wrong ways, which the library has none of.
struct Naive {
  Proportion ever = {.count = 0, .total = 0};
  Proportion of_all = {.count = 0, .total = 0};
  Proportion early_kept = {.count = 0, .total = 0};
};

Naive naive(const Set& set, std::int64_t window) {
  Naive wrong;
  for (const auto& family : set.families) {
    const auto time = followed_time(family, set.cut_off);
    const auto is_within = time.has_event && time.days <= window;
    ++wrong.ever.total;
    ++wrong.of_all.total;
    wrong.ever.count += time.has_event ? 1 : 0;
    wrong.of_all.count += is_within ? 1 : 0;
    wrong.early_kept.total += is_within || time.potential >= window ? 1 : 0;
    wrong.early_kept.count += is_within ? 1 : 0;
  }
  return wrong;
}

}  // namespace

TEST_CASE("how long each family was followed is the reference", "[indicators][oracle]") {
  const auto sets = all_sets();
  for_each_case("repeat_window_first_event.csv", [&](const OracleCase& expected) {
    const auto& set = sets.at(expected.at("set"));
    const auto time =
        followed_time(set.families.at(static_cast<std::size_t>(expected.count("family") - 1)), set.cut_off);

    CHECK(time.days == expected.whole("time_days"));
    CHECK((time.has_event ? 1 : 0) == expected.count("status"));
    CHECK(time.potential == expected.whole("potential_followup_days"));
    CHECK(time.events == expected.whole("n_repeat_incidents"));
    CHECK(time.observed == expected.whole("observed_days"));
  });
}

TEST_CASE("what happened within each window is the reference", "[indicators][oracle]") {
  auto sets = all_sets();
  for_each_case("repeat_window_summary.csv", [&](const OracleCase& expected) {
    const auto& set = sets[expected.at("set")];
    const std::array windows = {expected.whole("window_days")};
    const auto window = recurrence(set.families, windows, set.cut_off, 0.95).front();
    const auto wrong = naive(set, windows.front());

    CHECK(window.subjects == expected.whole("n_families"));
    CHECK(window.eligible == expected.whole("eligible"));
    CHECK(window.lost == expected.whole("lost_before_window"));
    CHECK(window.repeated == expected.whole("repeated"));
    CHECK(window.share_repeated().total == expected.whole("denominator_known"));
    expected.check("repeat_rate", share(window.share_repeated()));
    expected.check("wilson95_lower", "wilson95_upper", wilson(window.share_repeated(), 0.95));
    expected.check("bound_low_lost_all_no", "bound_high_lost_all_yes", window.bounds());
    expected.check_within("km_cumulative_incidence",
                          window.survival ? boost::make_optional(1 - window.survival->survival) : boost::none);
    CHECK(window.at_risk == expected.whole("n_at_risk_at_window"));
    expected.check("naive_ever_repeated", share(wrong.ever));
    expected.check("naive_window_all_families", share(wrong.of_all));
    expected.check("biased_keep_early_events", share(wrong.early_kept));
  });
}

TEST_CASE("incidents over the days observed are the reference", "[indicators][oracle]") {
  auto sets = all_sets();
  for_each_case("incident_rate_person_time.csv", [&](const OracleCase& expected) {
    constexpr auto families = 100;
    const auto& set = sets[expected.at("set")];
    const auto rate = events_per_year(set.families, set.cut_off);

    CHECK(set.families.size() == static_cast<std::size_t>(expected.count("n_families")));
    CHECK((rate ? rate->events : 0) == expected.whole("incidents"));
    expected.check("person_days", rate ? rate->exposure * 365.25 : 0);
    expected.check("rate_per_100_family_years", rate ? boost::make_optional(value(*rate) * families) : boost::none);
    const auto limits = rate ? boost::make_optional(rate_limits(*rate, 0.95).interval) : boost::none;
    expected.check("ukhsa95_lower", limits ? boost::make_optional(limits->lower * families) : boost::none, by_inverse);
    expected.check("ukhsa95_upper", limits ? boost::make_optional(limits->upper * families) : boost::none, by_inverse);
  });
}
