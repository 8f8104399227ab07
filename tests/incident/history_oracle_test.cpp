#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/incident/history.hpp>

#include "support/oracle.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

/// The file writes all instants in UTC, and means the days in London.
WrittenInstant instant(const std::string& cell) {
  static const auto zone = london();
  auto written = parse_instant(cell);
  if (!written) throw std::runtime_error{"history_events.csv: no instant: " + cell};
  written->day = zone.civil(written->instant).day;
  return *written;
}

PastIncident past_incident(const OracleTable& table, std::size_t row) {
  const auto definition = parse<Definition>(table.at(row, "definition"));
  if (!definition) throw std::runtime_error{"history_events.csv: no definition"};
  return {.id = IncidentId{table.at(row, "id")},
          .occurred_at = instant(table.at(row, "occurred_at")),
          .recorded_at = instant(table.at(row, "recorded_at")).instant,
          .victim = PersonId{table.at(row, "a")},
          .suspect = PersonId{table.at(row, "b")},
          .definition = *definition};
}

struct Case {
  History history = {};
  std::map<std::string, std::vector<PastIncident>> incidents = {};
};

void add(Case& to, const OracleTable& table, std::size_t row) {
  const auto& event = table.at(row, "event");
  const PersonId a{table.at(row, "a")};
  const PersonId b{table.at(row, "b")};
  if (event == "incident") {
    const auto incident = past_incident(table, row);
    to.incidents[incident.id.value()].push_back(incident);
    to.history.add(incident);
  } else if (event == "marac_referral") {
    to.history.add(MaracReferral{.id = ReferralId{table.at(row, "id")},
                                 .occurred_at = instant(table.at(row, "occurred_at")),
                                 .recorded_at = instant(table.at(row, "recorded_at")).instant,
                                 .victim = a,
                                 .suspect = b});
  } else if (event == "connected" || event == "shared_household") {
    to.history.add(PersonLink{.one = a, .other = b, .recorded_at = instant(table.at(row, "recorded_at")).instant});
  } else {
    throw std::runtime_error{"history_events.csv: no event is called " + event};
  }
}

std::map<std::string, Case> read_cases() {
  const auto table = read_oracle("history_events.csv");
  std::map<std::string, Case> cases;
  for (std::size_t row = 0; row < table.rows(); ++row) add(cases[table.at(row, "case")], table, row);
  return cases;
}

}  // namespace

TEST_CASE("every reference case of the history is answered", "[incident][oracle]") {
  constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 12};
  const auto cases = read_cases();
  const auto table = read_oracle("history_facts.csv");

  for (std::size_t row = 0; row < table.rows(); ++row) {
    CAPTURE(table.at(row, "case"));
    const auto& events = cases.at(table.at(row, "case"));
    const auto& asked = events.incidents.at(table.at(row, "index_incident"));
    std::vector<PersonId> victims;
    for (const auto& incident : asked) victims.push_back(incident.victim);

    const auto facts = events.history.before(asked.front(), victims, windows).facts;

    CHECK(std::to_string(facts.events_in_window) == table.at(row, "events_in_window"));
    CHECK((facts.marac_referral_in_window ? "y" : "n") == table.at(row, "marac_referral_in_window"));
    CHECK(std::to_string(facts.suspect_other_victims) == table.at(row, "suspect_other_victims"));
    count_oracle_case();
  }
}
