#include <earlyhelp/incident/history_in_bulk.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 7};
constexpr std::int64_t hour = 3'600'000'000;

/// How few people share how many incidents, and how often something rare happens: one in so many.
struct Shape {
  int people;
  int incidents;
  int hours;    ///< in which they fall: few make equal times
  int same_id;  ///< another pair of the incident before it
  int old_id;   ///< the id of any incident before it
};

std::vector<PastIncident> make_incidents(const Shape& shape, unsigned seed) {
  std::mt19937 random{seed};
  const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
  std::vector<PastIncident> incidents;
  while (incidents.size() < static_cast<std::size_t>(shape.incidents)) {
    auto incident = make_past_incident("i-" + std::to_string(incidents.size()), "2024-01-01T12:00:00Z");
    incident.victim = PersonId{"p" + std::to_string(below(shape.people))};
    incident.suspect = PersonId{"p" + std::to_string(below(shape.people))};
    if (incident.victim == incident.suspect) continue;
    const auto start = incident.occurred_at.instant.microseconds();
    const auto occurred = Instant::of_microseconds(start + below(shape.hours) * hour);
    incident.occurred_at = {.instant = occurred, .day = occurred.utc().date()};
    incident.recorded_at = Instant::of_microseconds(occurred.microseconds() + below(3) * 24 * hour);
    if (below(7) == 0) incident.definition = Definition::not_domestic;
    if (!incidents.empty() && below(shape.old_id) == 0) {
      incident.id = incidents[static_cast<std::size_t>(below(static_cast<int>(incidents.size())))].id;
    }
    if (!incidents.empty() && below(shape.same_id) == 0) {
      incident.id = incidents.back().id;
      incident.occurred_at = incidents.back().occurred_at;
      incident.recorded_at = incidents.back().recorded_at;
    }
    incidents.push_back(incident);
  }
  return incidents;
}

void put_in_order(std::vector<PastIncident>& incidents) {
  std::stable_sort(incidents.begin(), incidents.end(),
                   [](const auto& a, const auto& b) { return a.recorded_at < b.recorded_at; });
}

/// One after another: all are added, then each is asked about with the victims beside it.
std::vector<PairHistory> one_by_one(History history, const std::vector<PastIncident>& incidents) {
  for (const auto& incident : incidents) history.add(incident);
  std::vector<PairHistory> answers;
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    auto first = i;
    auto end = i;
    while (first > 0 && incidents[first - 1].id == incidents[i].id) --first;
    while (end < incidents.size() && incidents[end].id == incidents[i].id) ++end;
    std::vector<PersonId> victims;
    for (auto at = first; at < end; ++at) victims.push_back(incidents[at].victim);
    answers.push_back(history.before(incidents[i], victims, windows));
  }
  return answers;
}

const std::vector<Shape>& shapes() {
  static const std::vector<Shape> all = {
      {.people = 3, .incidents = 300, .hours = 100, .same_id = 4, .old_id = 9},
      {.people = 12, .incidents = 1'000, .hours = 20'000, .same_id = 6, .old_id = 30},
      {.people = 90, .incidents = 3'000, .hours = 9'000, .same_id = 20, .old_id = 100},
      {.people = 500, .incidents = 1'000, .hours = 3, .same_id = 9, .old_id = 50},
      {.people = 40, .incidents = 700, .hours = 1, .same_id = 3, .old_id = 1'000},
  };
  return all;
}

}  // namespace

TEST_CASE("in bulk the answers are those of one by one, in order of time and in any other", "[incident][property]") {
  for (unsigned seed = 1; seed <= 15; ++seed) {
    CAPTURE(seed);
    auto incidents = make_incidents(shapes()[seed % shapes().size()], seed);
    History in_any_order;
    CHECK((add_and_ask(in_any_order, incidents, windows) == one_by_one({}, incidents)));

    put_in_order(incidents);
    History in_order;
    CHECK((add_and_ask(in_order, incidents, windows) == one_by_one({}, incidents)));
  }
}

TEST_CASE("in bulk, what is in the history already counts, and what is added stays", "[incident]") {
  auto incidents = make_incidents(shapes()[1], 99);
  put_in_order(incidents);
  const auto half = incidents.size() / 2;
  History history;
  history.add(MaracReferral{.id = ReferralId{"r"},
                            .occurred_at = incidents.front().occurred_at,
                            .recorded_at = incidents.front().recorded_at,
                            .victim = PersonId{"p1"},
                            .suspect = PersonId{"p2"}});
  history.add(PersonLink{.one = PersonId{"p3"}, .other = PersonId{"p4"}, .recorded_at = incidents.front().recorded_at});
  const auto earlier = history;
  const std::vector<PastIncident> later(incidents.begin() + static_cast<std::ptrdiff_t>(half), incidents.end());
  incidents.erase(incidents.begin() + static_cast<std::ptrdiff_t>(half), incidents.end());

  add_and_ask(history, incidents, windows);
  const auto answers = add_and_ask(history, later, windows);

  auto expected = earlier;
  for (const auto& incident : incidents) expected.add(incident);
  CHECK((answers == one_by_one(expected, later)));
}

TEST_CASE("in bulk, none is no answer, and one that is impossible is told", "[incident]") {
  History history;
  CHECK(add_and_ask(history, {}, windows).empty());
  auto incident = make_past_incident("i", "2024-01-01T12:00:00Z");
  incident.suspect = incident.victim;
  CHECK_THROWS_AS(add_and_ask(history, std::vector{incident}, windows), std::invalid_argument);
}

TEST_CASE("of some incidents added together none is kept when one is impossible", "[incident]") {
  auto incidents = make_incidents(shapes()[0], 3);
  incidents.back().suspect = incidents.back().victim;
  History history;
  CHECK_THROWS_AS(history.add(incidents), std::invalid_argument);
  for (const auto& incident : incidents) CHECK(history.before(incident, {}, windows).facts.events_in_window == 1);
}
