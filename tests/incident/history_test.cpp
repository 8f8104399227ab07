#include <earlyhelp/incident/history.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <utility>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 12};

/// make_incident() at another time, recorded when it occurred.
Incident incident_at(const std::string& occurred_at) {
  auto incident = make_incident();
  incident.occurred_at = incident.recorded_at = make_written(occurred_at);
  return incident;
}

int events(const History& history, const Incident& incident) {
  return history.before(incident, make_parties(), windows).facts.events_in_window;
}

int other_victims(const History& history, const Incident& incident) {
  return history.before(incident, make_parties(), windows).facts.suspect_other_victims;
}

PastIncident against(const std::string& victim, const std::string& id) {
  auto incident = make_past_incident(id, "2020-01-01T12:00:00Z");
  incident.victim = PersonId{victim};
  return incident;
}

PersonLink linked(const std::string& one, const std::string& other) {
  return {.one = PersonId{one}, .other = PersonId{other}, .recorded_at = make_written("2025-01-01T00:00:00Z").instant};
}

}  // namespace

TEST_CASE("an incident without a history is one event, and says whether the history is known", "[incident]") {
  auto incident = make_incident();
  const auto known = History{}.before(incident, make_parties(), windows);
  incident.history_known = false;
  const auto unknown = History{}.before(incident, make_parties(), windows);

  CHECK(known.facts == HistoryFacts{.known = true, .marac_referral_in_window = false});
  CHECK(unknown.facts == HistoryFacts{.known = false, .marac_referral_in_window = false});
  CHECK(known.facts.events_in_window == 1);
  CHECK_FALSE(known.roles_reversed);
}

TEST_CASE("the window starts with the whole local day twelve months before", "[incident]") {
  const auto [occurred_at, counts] = GENERATE(table<std::string, int>({{"2024-05-31T23:59:59+01:00", 0},
                                                                       {"2024-06-01T00:00:00+01:00", 1},
                                                                       {"2024-06-01T23:59:59+01:00", 1},
                                                                       {"2024-06-01T00:00:00-10:00", 1},
                                                                       {"2024-05-31T23:59:59-10:00", 0},
                                                                       {"2024-06-01T00:00:00+14:00", 1},
                                                                       {"2024-06-02T00:00:00+01:00", 1}}));
  CAPTURE(occurred_at);
  History history;
  history.add(make_past_incident("i-0", occurred_at));
  history.add(make_referral("r-0", occurred_at));

  const auto facts = history.before(incident_at("2025-06-01T20:00:00+01:00"), make_parties(), windows).facts;

  CHECK(facts.events_in_window == 1 + counts);
  CHECK(facts.marac_referral_in_window == (counts == 1));
}

TEST_CASE("the window of 29 February starts on the 28th, and one that ends on the 28th does not reach the 29th",
          "[incident]") {
  const auto [now, then, counts] = GENERATE(table<std::string, std::string, int>({
      {"2024-02-29T12:00:00Z", "2023-02-27T23:59:59Z", 0},
      {"2024-02-29T12:00:00Z", "2023-02-28T00:00:00Z", 1},
      {"2025-02-28T12:00:00Z", "2024-02-27T23:59:59Z", 0},
      {"2025-02-28T12:00:00Z", "2024-02-28T00:00:00Z", 1},
      {"2025-03-01T12:00:00Z", "2024-02-29T23:59:59Z", 0},
      {"2025-03-01T12:00:00Z", "2024-03-01T00:00:00Z", 1},
  }));
  CAPTURE(now, then);
  History history;
  history.add(make_past_incident("i-0", then));

  CHECK(events(history, incident_at(now)) == 1 + counts);
}

TEST_CASE("a window that would start before there are dates starts with the first", "[incident]") {
  auto incident = make_incident();
  incident.occurred_at = parse_instant("1401-02-03T10:00:00Z").value();

  const auto facts = History{}.before(incident, make_parties(), {1200, 14}).facts;

  CHECK(facts.events_in_window == 1);
}

TEST_CASE("each question has its own window", "[incident]") {
  History history;
  history.add(make_past_incident("i-0", "2024-12-01T12:00:00Z"));
  history.add(make_referral("r-0", "2024-12-01T12:00:00Z"));
  const auto ask = [&](int escalation_months, int marac_repeat_months) {
    return history.before(make_incident(), make_parties(), {escalation_months, marac_repeat_months}).facts;
  };

  CHECK(ask(6, 5) == HistoryFacts{.known = true, .events_in_window = 2, .marac_referral_in_window = false});
  CHECK(ask(5, 6) == HistoryFacts{.known = true, .events_in_window = 1, .marac_referral_in_window = true});
}

TEST_CASE("what occurred with the incident counts, what occurred later does not", "[incident]") {
  const auto [occurred_at, counts] = GENERATE(table<std::string, int>(
      {{"2025-06-01T18:59:59Z", 1}, {"2025-06-01T19:00:00Z", 1}, {"2025-06-01T19:00:00.000001Z", 0}}));
  CAPTURE(occurred_at);
  History history;
  history.add(make_past_incident("i-0", occurred_at));

  CHECK(events(history, make_incident()) == 1 + counts);
}

TEST_CASE("what was recorded with the incident counts, what was recorded later does not", "[incident]") {
  const auto [recorded_at, counts] = GENERATE(table<std::string, int>(
      {{"2025-06-01T21:59:59Z", 1}, {"2025-06-01T22:00:00Z", 1}, {"2025-06-01T22:00:00.000001Z", 0}}));
  CAPTURE(recorded_at);
  auto past = make_past_incident("i-0", "2025-05-01T12:00:00Z");
  auto referral = make_referral("r-0", "2025-05-01T12:00:00Z");
  past.recorded_at = referral.recorded_at = make_written(recorded_at).instant;
  History history;
  history.add(past);
  history.add(referral);

  const auto facts = history.before(make_incident(), make_parties(), windows).facts;

  CHECK(facts.events_in_window == 1 + counts);
  CHECK(facts.marac_referral_in_window == (counts == 1));
}

TEST_CASE("an incident does not count itself twice, nor another that was added twice", "[incident]") {
  History history;
  history.add(make_incident());
  history.add(make_incident());
  history.add(make_past_incident("i-0", "2025-01-01T12:00:00Z"));
  history.add(make_past_incident("i-0", "2025-01-01T12:00:00Z"));
  history.add(make_past_incident("i-0", "2025-01-02T12:00:00Z"));

  CHECK(events(history, make_incident()) == 2);
}

TEST_CASE("an incident that was not domestic counts nowhere, except as the one asked about", "[incident]") {
  History history;
  auto past = make_past_incident("i-0", "2025-01-01T12:00:00Z");
  past.definition = Definition::not_domestic;
  history.add(past);
  auto stranger = against("other", "i-2");
  stranger.definition = Definition::not_domestic;
  history.add(stranger);
  auto incident = make_incident();
  incident.family.relationships.front().kind = RelationshipKind::unconnected;
  history.add(incident);

  CHECK(events(history, incident) == 1);
  CHECK(other_victims(history, incident) == 0);
}

TEST_CASE("an incident with the roles reversed counts, is reported, and adds no victim", "[incident]") {
  History history;
  auto past = make_past_incident("i-0", "2025-01-01T12:00:00Z");
  std::swap(past.victim, past.suspect);
  history.add(past);

  const auto now = history.before(make_incident(), make_parties(), windows);
  const auto later = history.before(incident_at("2026-01-02T12:00:00Z"), make_parties(), windows);

  CHECK(now.facts.events_in_window == 2);
  CHECK(now.facts.suspect_other_victims == 0);
  CHECK(now.roles_reversed);
  CHECK_FALSE(later.roles_reversed);
}

TEST_CASE("a suspect's victims have no time limit and come from incidents and referrals", "[incident]") {
  History history;
  history.add(against("first", "i-0"));
  auto referral = make_referral("r-0", "1999-01-01T12:00:00Z");
  referral.victim = PersonId{"second"};
  history.add(referral);

  CHECK(other_victims(history, make_incident()) == 2);
}

TEST_CASE("the other victims of the same incident are victims of its suspect", "[incident]") {
  auto incident = make_incident();
  incident.victims.push_back(make_adult("second"));
  incident.victims.push_back(make_adult("second"));
  incident.victims.push_back(make_adult("suspect"));
  History history;
  CHECK(other_victims(history, incident) == 1);

  history.add(incident);
  CHECK(other_victims(history, incident) == 1);
  history.add(linked("second", "victim"));
  CHECK(other_victims(history, incident) == 0);
}

TEST_CASE("victims who belong together are one group, through each other and through nobody else", "[incident]") {
  History history;
  history.add(against("a", "i-a"));
  history.add(against("b", "i-b"));
  history.add(against("c", "i-c"));
  CHECK(other_victims(history, make_incident()) == 3);

  history.add(linked("a", "stranger"));
  history.add(linked("stranger", "b"));
  history.add(linked("c", "suspect"));
  history.add(linked("victim", "victim"));
  CHECK(other_victims(history, make_incident()) == 3);

  history.add(linked("a", "b"));
  CHECK(other_victims(history, make_incident()) == 2);
  history.add(linked("b", "victim"));
  CHECK(other_victims(history, make_incident()) == 1);
}

TEST_CASE("a connection counts from when it was recorded", "[incident]") {
  const auto [recorded_at, expected] = GENERATE(
      table<std::string, int>({{"2025-06-01T21:59:59Z", 0}, {"2025-06-01T22:00:00Z", 0}, {"2025-06-01T22:00:01Z", 1}}));
  CAPTURE(recorded_at);
  History history;
  history.add(against("a", "i-a"));
  auto late = linked("a", "victim");
  late.recorded_at = make_written(recorded_at).instant;
  history.add(late);

  CHECK(other_victims(history, make_incident()) == expected);
}

TEST_CASE("a history is a value", "[incident]") {
  History history;
  history.add(make_past_incident("i-0", "2025-01-01T12:00:00Z"));
  auto copy = history;
  copy.add(make_past_incident("i-2", "2025-01-01T12:00:00Z"));

  CHECK(events(history, make_incident()) == 2);
  CHECK(events(copy, make_incident()) == 3);
  history = copy;
  CHECK(events(history, make_incident()) == 3);
  const auto moved = std::move(copy);
  CHECK(events(moved, make_incident()) == 3);
}

TEST_CASE("a record that cannot be is refused", "[incident]") {
  History history;
  auto alone = make_past_incident("i-0", "2025-01-01T12:00:00Z");
  alone.victim = alone.suspect;
  auto alone_referred = make_referral("r-0", "2025-01-01T12:00:00Z");
  alone_referred.victim = alone_referred.suspect;
  auto wrong_day = make_past_incident("i-0", "2025-01-01T12:00:00Z");
  wrong_day.occurred_at.day = Date{2025, 1, 3};

  CHECK_THROWS_AS(history.add(alone), std::invalid_argument);
  CHECK_THROWS_AS(history.add(alone_referred), std::invalid_argument);
  CHECK_THROWS_AS(history.add(wrong_day), std::invalid_argument);
  wrong_day.occurred_at.day = Date{2025, 1, 2};
  CHECK_NOTHROW(history.add(wrong_day));
}
