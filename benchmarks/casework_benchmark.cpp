#include "made_up_cases.hpp"

#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/policy/default_policy.hpp>

#include <catch2/catch.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::size_t cases = 150'000;  // ten years of one county

}  // namespace

TEST_CASE("ten years of one county: replayed, and their duties listed", "[casework]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const CaseworkPolicy casework{.zone = london()};
  const Calendar calendar{london(), Holidays{.known = Period{Date{2026, 1, 1}, Date{2027, 12, 31}}, .days = {}}};
  const auto before = allocated_bytes();
  std::vector<CaseFile> files;
  files.reserve(cases);
  std::size_t events = 0;
  {
    CaseMaker maker{policy};  // keeps the callouts of the cases, which are no part of them
    for (std::size_t i = 0; i < cases; ++i) events += files.emplace_back(maker.next()).events.size();
  }
  const auto bytes = allocated_bytes() - before;
  const auto now = Instant{Date{2027, 6, 1}, Duration{}};
  std::size_t violations = 0;
  std::size_t records = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const auto& file : files) {
    violations += replay(file, casework).violations.size();
    records += duties(file, casework, calendar, now).size();
  }
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  CHECK(violations == 0);
  CHECK(records > cases);
  std::cout << cases << " case files of " << events / cases << " events: " << seconds << " s, "
            << static_cast<double>(bytes) / 1e6 << " MB; " << records << " duties\n";
}
