#pragma once

#include <earlyhelp/io/incident_writer.hpp>

#include "support/make_incident.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace earlyhelp::test {

/// The row of make_incident() with this id, recorded at this time.
inline std::string make_feed_row(const std::string& id, const std::string& recorded_at = "2025-06-01T22:00:00Z") {
  auto incident = make_incident();
  incident.id = IncidentId{id};
  incident.recorded_at = make_written(recorded_at);
  incident.reported_at = make_written("2025-06-01T20:00:00+01:00");
  std::string row;
  io::write(incident, row);
  return row;
}

/// Incidents of few people in a few months, so that many have a history: the same pair again, roles reversed, several
/// victims, suspects with other victims, equal times, recorded in another order than they occurred.
inline std::vector<Incident> make_tangled_incidents(std::size_t count, std::uint64_t seed) {
  std::mt19937_64 random{seed};
  const auto below = [&](std::uint64_t end) { return static_cast<int>(random() % end); };
  const auto somebody = [&] { return make_adult("p" + std::to_string(below(6))); };
  std::vector<Incident> incidents;
  while (incidents.size() < count) {
    auto incident = make_incident();
    const auto victim = somebody();
    const auto suspect = somebody();
    if (victim == suspect) continue;
    incident.id = IncidentId{"i-" + std::to_string(incidents.size())};
    incident.occurred_at = make_written("2025-01-01T12:00:00Z");
    const auto occurred = add_hours(incident.occurred_at.instant, 24 * below(200));
    incident.occurred_at = {.instant = occurred, .day = occurred.utc().date()};
    const auto recorded = add_hours(occurred, 12 * below(5));
    incident.recorded_at = incident.reported_at = {.instant = recorded, .day = recorded.utc().date()};
    incident.victims = {victim};
    if (below(5) == 0) incident.victims.push_back(somebody());
    incident.suspects = {suspect};
    incident.family.relationships.front() = {
        .one = victim.id, .other = suspect.id, .kind = static_cast<RelationshipKind>(below(11))};
    if (below(4) == 0) incident.officer_grade = boost::none;
    incidents.push_back(incident);
  }
  return incidents;
}

/// One row a line.
inline std::string feed_of(const std::vector<Incident>& incidents) {
  std::string text;
  for (const auto& incident : incidents) io::write(incident, text);
  return text;
}

}  // namespace earlyhelp::test
