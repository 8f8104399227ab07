#include <earlyhelp/incident/history.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 12};

/// `count` incidents of the two of make_incident(), a minute apart and before it.
std::vector<PastIncident> minutes_apart(int count) {
  const auto first = make_written("2025-05-01T00:00:00Z");
  std::vector<PastIncident> incidents;
  for (int i = 0; i < count; ++i) {
    incidents.push_back(make_past_incident("i" + std::to_string(i), "2025-05-01T00:00:00Z"));
    auto& occurred_at = incidents.back().occurred_at;
    occurred_at.instant = Instant::of_microseconds(first.instant.microseconds() + i * std::int64_t{60'000'000});
    occurred_at.day = occurred_at.instant.utc().date();
    incidents.back().recorded_at = occurred_at.instant;
  }
  return incidents;
}

History history_of(const std::vector<PastIncident>& incidents) {
  History history;
  for (const auto& incident : incidents) history.add(incident);
  return history;
}

int events(const History& history) {
  return history.before(make_incident(), make_parties(), windows).facts.events_in_window;
}

}  // namespace

TEST_CASE("an incident sees as many events as came before it, when there are thousands and newest come first",
          "[incident]") {
  auto incidents = minutes_apart(10'000);
  std::reverse(incidents.begin(), incidents.end());
  const auto history = history_of(incidents);

  for (int i = 0; i < 10'000; i += 487) {
    const auto& incident = incidents[incidents.size() - 1 - static_cast<std::size_t>(i)];
    CHECK(history.before(incident, {}, windows).facts.events_in_window == i + 1);
  }
}

TEST_CASE("incidents that were all added again with another time count once each", "[incident]") {
  auto incidents = minutes_apart(50);
  auto history = history_of(incidents);
  for (auto& incident : incidents) {
    incident.occurred_at = make_written("2025-05-02T00:00:00Z");
    history.add(incident);
  }
  CHECK(events(history) == 51);
  CHECK(history.before(incidents.back(), {}, windows).facts.events_in_window == 50);
}

TEST_CASE("of many incidents of one moment each counts, also after one was added again", "[incident]") {
  auto incidents = minutes_apart(600);
  for (auto& incident : incidents) incident.occurred_at = make_written("2025-05-02T00:00:00Z");
  auto history = history_of(incidents);
  for (const std::size_t i : {std::size_t{0}, std::size_t{300}, std::size_t{599}}) {
    auto again = incidents[i];
    again.occurred_at = make_written("2025-05-03T00:00:00Z");
    history.add(again);
  }
  CHECK(events(history) == 601);
}

TEST_CASE("each of thousands of victims of one suspect counts, unless they belong together", "[incident]") {
  auto incidents = minutes_apart(5'000);
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    incidents[i].victim = PersonId{"a-victim-with-a-long-name-" + std::to_string(i)};
  }
  auto history = history_of(incidents);
  const auto others = [&] {
    return history.before(make_incident(), make_parties(), windows).facts.suspect_other_victims;
  };
  CHECK(others() == 5'000);

  const auto early = make_written("2025-01-01T00:00:00Z").instant;
  history.add(PersonLink{.one = incidents[7].victim, .other = incidents[4'000].victim, .recorded_at = early});
  CHECK(others() == 4'999);
  history.add(PersonLink{.one = incidents[7].victim, .other = PersonId{"victim"}, .recorded_at = early});
  CHECK(others() == 4'998);
}

TEST_CASE("the other victims of an incident known from its past record are given with it", "[incident]") {
  const auto asked = make_past_incident("i-1", "2025-06-01T12:00:00Z");
  const std::vector<PersonId> victims = {asked.victim, PersonId{"second"}, PersonId{"third"}, asked.suspect};

  CHECK(History{}.before(asked, victims, windows).facts.suspect_other_victims == 2);
  CHECK(History{}.before(asked, {}, windows).facts.suspect_other_victims == 0);
}
