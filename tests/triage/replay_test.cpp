#include <earlyhelp/triage/replay.hpp>

#include "support/make_incident.hpp"
#include "support/policy.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

Incident incident_on(const std::string& id, const std::string& day) {
  auto incident = make_incident();
  incident.id = IncidentId{id};
  incident.occurred_at = incident.recorded_at = incident.reported_at = make_written(day + "T12:00:00Z");
  return incident;
}

/// Three events of one pair in a year, and the next policy asks for four from March 2025 on.
PolicyBook book_with_later_threshold() {
  auto book = default_policy_book();
  auto row = test::row_of(book, Parameter::escalation_events);
  row.in_force_from = Date{2025, 3, 1};
  row.value = 4;
  book.parameters.push_back(row);
  return book;
}

std::vector<Incident> make_incidents() {
  return {incident_on("i-1", "2025-01-01"), incident_on("i-2", "2025-01-15"), incident_on("i-3", "2025-02-28"),
          incident_on("i-4", "2025-03-01")};
}

Route route_of(const boost::optional<IncidentDecision>& decided) { return decided.value().decision.known.route; }

}  // namespace

TEST_CASE("every incident is decided by the policy of its day, on what was known then", "[triage]") {
  auto incidents = make_incidents();
  incidents.push_back(incident_on("i-5", "2025-02-01"));
  incidents.back().recorded_at = make_written("2025-06-01T12:00:00Z");  // known late

  const auto decided = replay(incidents, PolicyTimeline{book_with_later_threshold()});

  CHECK(decided[0].value().pairs.front().facts.history.events_in_window == 1);
  CHECK(decided[2].value().pairs.front().facts.history.events_in_window == 3);
  CHECK(decided[3].value().pairs.front().facts.history.events_in_window == 4);
  CHECK(route_of(decided[2]) == Route::high_risk_panel);
  CHECK(route_of(decided[3]) == Route::high_risk_panel);
  CHECK(decided[4].value().pairs.front().facts.history.events_in_window == 3);
}

TEST_CASE("a threshold that rises between two incidents decides the later one only", "[triage]") {
  auto incidents = make_incidents();
  incidents.erase(incidents.begin());  // so that the last one is the third event

  const auto decided = replay(incidents, PolicyTimeline{book_with_later_threshold()});

  CHECK(decided[2].value().pairs.front().facts.history.events_in_window == 3);
  CHECK(route_of(decided[2]) == Route::multi_agency_review);
}

TEST_CASE("the order of the incidents does not matter, and earlier records count", "[triage]") {
  auto incidents = make_incidents();
  History earlier;
  earlier.add(make_past_incident("i-0", "2024-12-24T12:00:00Z"));
  const PolicyTimeline policies{default_policy_book()};
  const auto in_order = replay(incidents, policies, earlier);
  std::reverse(incidents.begin(), incidents.end());

  const auto reversed = replay(incidents, policies, earlier);

  for (std::size_t i = 0; i < incidents.size(); ++i) {
    CHECK(in_order[i].value().decision == reversed[incidents.size() - 1 - i].value().decision);
  }
  CHECK(in_order[0].value().pairs.front().facts.history.events_in_window == 2);
}

TEST_CASE("an earlier record counts from when it was recorded, not from when it happened", "[triage]") {
  History earlier;
  auto late = make_past_incident("i-0", "2024-12-24T12:00:00Z");
  late.recorded_at = make_written("2025-02-01T12:00:00Z").instant;
  earlier.add(late);

  const auto decided = replay(make_incidents(), PolicyTimeline{book_with_later_threshold()}, earlier);

  const auto events = [&](std::size_t i) { return decided[i].value().pairs.front().facts.history.events_in_window; };
  CHECK(events(0) == 1);
  CHECK(events(1) == 2);
  CHECK(events(2) == 4);  // the three of this year, and what had become known by then
  CHECK(events(3) == 5);
  CHECK(route_of(decided[1]) != Route::high_risk_panel);
  CHECK(route_of(decided[2]) == Route::high_risk_panel);
}

TEST_CASE("without a policy in force there is no decision, and the incident is history all the same", "[triage]") {
  auto book = default_policy_book();
  for (auto& row : book.parameters) row.in_force_from = Date{2025, 2, 1};

  const auto decided = replay(make_incidents(), PolicyTimeline{book});

  CHECK_FALSE(decided[0].has_value());
  CHECK_FALSE(decided[1].has_value());
  CHECK(decided[2].value().pairs.front().facts.history.events_in_window == 3);
}
