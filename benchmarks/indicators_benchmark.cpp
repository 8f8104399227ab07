#include "made_up_cases.hpp"

#include <earlyhelp/indicators/callout_follow_up.hpp>
#include <earlyhelp/indicators/callout_indicators.hpp>
#include <earlyhelp/indicators/demand.hpp>
#include <earlyhelp/indicators/groupings.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/shipped_indicators.hpp>
#include <earlyhelp/policy/default_policy.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <vector>

using namespace earlyhelp;

TEST_CASE("ten years of one county: every indicator, its members and its strata", "[indicators]") {
  using Clock = std::chrono::steady_clock;
  const auto seconds_since = [](Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
  };
  constexpr std::size_t cases = 150'000;
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const CaseworkPolicy casework{.zone = london()};
  const Calendar calendar{london(), Holidays{.known = Period{Date{2026, 1, 1}, Date{2027, 12, 31}}, .days = {}}};
  const auto before = allocated_bytes();
  CaseMaker maker{policy};
  std::vector<CaseFile> files;
  files.reserve(cases);
  for (std::size_t i = 0; i < cases; ++i) files.push_back(maker.next());
  const auto& callouts = maker.callouts();
  const auto bytes_of_files = allocated_bytes() - before;
  const Instant cut_off{Date{2027, 6, 1}, Duration{}};
  const Period period{Date{2026, 1, 1}, Date{2027, 5, 31}};

  auto start = Clock::now();
  const CaseRegister all{files, callouts, casework, calendar, cut_off};
  const auto registered = seconds_since(start);
  std::size_t members = 0;
  std::vector<Measurement> measured;
  start = Clock::now();
  for (const auto& indicator : shipped_indicators()) {
    members += measured.emplace_back(measure(indicator, all, period)).members().size();
  }
  const auto measuring = seconds_since(start);
  start = Clock::now();
  const auto weeks = weekly_demand(all, period).size();
  const auto months = monthly_referrals(all, period).size();
  std::size_t followed = 0;
  for (const auto& indicator : no_further_callout) {
    followed += static_cast<std::size_t>(callout_follow_up(indicator, all, period, {}, 0.95).window.subjects);
  }
  const auto strata = stratify(measured.front().indicator(), all, period, by_month()).size();
  const auto median = time_taken(measured.front().indicator(), all, period).quantile(0.5);
  const auto beside = seconds_since(start);
  CHECK(weeks > 0);
  CHECK(months > 0);
  CHECK(followed > 0);
  CHECK(strata > 0);
  CHECK(median.has_value());
  const auto bytes = allocated_bytes() - before;
  std::cout << cases << " case files: register " << registered << " s, " << measured.size() << " indicators with "
            << members << " members " << measuring << " s, weeks, months, curves and strata " << beside
            << " s; together " << registered + measuring + beside << " s; files "
            << static_cast<double>(bytes_of_files) / 1e6 << " MB, with register and members "
            << static_cast<double>(bytes) / 1e6 << " MB\n";
}
