#include <earlyhelp/casework/case_file.hpp>

#include "support/make_case.hpp"

#include <catch2/catch.hpp>

#include <cstdint>
#include <limits>
#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

TEST_CASE("what was recorded at a moment was known then", "[casework]") {
  auto log = make_case(CaseStatus::referred);
  const auto last = log.file.events.back().recorded_at;
  CHECK((as_of(log.file, last) == log.file));
  CHECK(as_of(log.file, Instant::of_microseconds(last.microseconds() - 1)).events.size() == 1);
}

TEST_CASE("an event that cannot be kept is named, and one that is there already changes nothing", "[casework]") {
  auto log = make_case(CaseStatus::referred);
  const auto fault = [&](const CaseEvent& event) {
    const auto issue = event_fault(log.file, event);
    if (!issue) return std::string{};
    CHECK_THROWS_WITH(append(log.file, event), "CaseEvent: " + issue->where + ": " + issue->what);
    return issue->what;
  };
  auto early = log.event(24, FeedbackAsked{.person = victim});
  early.recorded_at = reported_at();
  CHECK(fault(early) == "recorded at 2025-06-01T22:00:00Z, before it occurred at 2025-06-02T22:00:00Z");
  auto same_id = log.event(24, FeedbackAsked{.person = victim});
  same_id.id = log.file.events.front().id;
  CHECK(fault(same_id) == "is the id of another event");
  const auto days = Period{Date{2025, 1, 1}, Date{2025, 2, 1}};
  const auto attendance = [&](int possible, int attended) {
    return log.event(24, AttendanceRecorded{.child = child, .days = days, .possible = possible, .attended = attended});
  };
  CHECK(fault(attendance(10, 10)).empty());
  CHECK(fault(attendance(10, 11)) == "11 of 10 sessions attended; has to be 0 <= attended <= possible");
  CHECK(fault(attendance(-1, -1)) == "-1 of -1 sessions attended; has to be 0 <= attended <= possible");
  const auto scored = [&](const char* instrument, double score) {
    return log.event(24, OutcomeMetric{.person = child, .instrument = {instrument}, .version = 1, .score = score});
  };
  CHECK(fault(scored("swemwbs", 20)).empty());
  CHECK(fault(scored("", 20)) == "a score without its instrument");
  CHECK(fault(scored("swemwbs", std::numeric_limits<double>::quiet_NaN())) == "a score that is not a number");
  const auto safe = [&](std::uint16_t from, std::uint16_t until) {
    return log.event(24, ChannelConfirmed{.person = victim,
                                          .channel = channel,
                                          .safety = ChannelSafety::safe,
                                          .safe_from = from,
                                          .safe_until = until});
  };
  CHECK(fault(safe(0, 1440)).empty());
  CHECK(fault(safe(1320, 120)).empty());
  CHECK(fault(safe(600, 600)) ==
        "safe from 600 until 600 minutes after midnight; these have to differ and be in the day");
  CHECK(fault(safe(1440, 0)) ==
        "safe from 1440 until 0 minutes after midnight; these have to differ and be in the day");

  const auto before = log.file;
  append(log.file, before.events.front());
  CHECK((log.file == before));
}
