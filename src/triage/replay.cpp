#include <earlyhelp/triage/replay.hpp>

namespace earlyhelp {

std::vector<boost::optional<IncidentDecision>> replay(std::span<const Incident> incidents,
                                                      const PolicyTimeline& policies, History earlier) {
  for (const auto& incident : incidents) earlier.add(incident);
  std::vector<boost::optional<IncidentDecision>> decided;
  decided.reserve(incidents.size());
  for (const auto& incident : incidents) {
    const auto policy = policies.on(incident.reported_at.day);
    auto& decision = decided.emplace_back();
    if (policy) decision = triage(incident, earlier, *policy);
  }
  return decided;
}

}  // namespace earlyhelp
