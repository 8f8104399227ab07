#include <earlyhelp/casework/case_state.hpp>

#include <algorithm>

namespace earlyhelp {

boost::optional<const PersonState&> CaseState::person(const PersonId& id) const noexcept {
  const auto found = std::find_if(people.begin(), people.end(), [&](const auto& one) { return one.person == id; });
  if (found == people.end()) return {};
  return *found;
}

boost::optional<const ChannelState&> CaseState::channel(const ChannelId& id) const noexcept {
  const auto found = std::find_if(channels.begin(), channels.end(), [&](const auto& one) { return one.channel == id; });
  if (found == channels.end()) return {};
  return *found;
}

boost::optional<Route> CaseState::route() const noexcept {
  const auto highest = std::max_element(decisions.begin(), decisions.end(), [](const Triaged& a, const Triaged& b) {
    return a.decision().route < b.decision().route;
  });
  if (highest == decisions.end()) return {};
  return highest->decision().route;
}

boost::optional<Lead> CaseState::lead() const noexcept {
  if (const auto highest = route()) return lead_of(*highest);
  return {};
}

bool CaseState::meets_marac_criteria() const noexcept {
  return std::any_of(decisions.begin(), decisions.end(),
                     [](const Triaged& triaged) { return triaged.decision().meets_marac_criteria; });
}

bool CaseState::is_victim_only() const noexcept {
  return std::any_of(decisions.begin(), decisions.end(), [](const Triaged& triaged) {
    return triaged.decision().duties.contains(Duty::contact_victim_safely);
  });
}

}  // namespace earlyhelp
