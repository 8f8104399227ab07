#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/io/import.hpp>
#include <earlyhelp/io/shipped_file.hpp>

#include "support/make_row.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

/// The public record of domestic incidents in Chicago, 2022, where there is one; it is no part of the project.
std::string chicago_file() {
  const char* named = std::getenv("EARLYHELP_CHICAGO");
  std::string file = named != nullptr ? named : EARLYHELP_DEFAULT_CHICAGO;
  return !file.empty() && std::ifstream{file}.good() ? file : "";
}

}  // namespace

TEST_CASE("every one of 38,962 public records becomes an incident of which nothing is guessed", "[io][chicago]") {
  const auto file = chicago_file();
  if (file.empty()) {
    WARN("skipped: no EARLYHELP_CHICAGO=chicago_domestic_2022.csv.gz");
    return;
  }
  Import import{file, std::get<Mapping>(parse_mapping("chicago.json", shipped_file("chicago.json").value()))};
  std::vector<Incident> incidents;
  while (const auto row = import.next()) {
    REQUIRE(std::holds_alternative<std::string>(*row));
    incidents.push_back(std::get<Incident>(test::read_row(std::get<std::string>(*row))));
  }

  CHECK_FALSE(import.error().has_value());
  REQUIRE(incidents.size() == 38'962);
  CHECK(std::all_of(incidents.begin(), incidents.end(), [](const Incident& incident) {
    const Incident nothing_known{.id = incident.id,
                                 .occurred_at = incident.occurred_at,
                                 .recorded_at = incident.occurred_at,
                                 .victims = {{.id = incident.victims.at(0).id}},
                                 .suspects = {{.id = incident.suspects.at(0).id}}};
    return incident == nothing_known;
  }));

  History history;
  for (const auto& incident : incidents) history.add(incident);
  const auto is_third = [&history](const Incident& incident) {
    const Parties parties{.victim = incident.victims[0], .suspect = incident.suspects[0]};
    return history.before(incident, parties, {.escalation_months = 12, .marac_repeat_months = 12})
               .facts.events_in_window >= 3;
  };
  CHECK(std::count_if(incidents.begin(), incidents.end(), is_third) > 1'000);
}
