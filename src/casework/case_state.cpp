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
  boost::optional<Route> highest;
  for (const auto& triaged : decisions) highest = std::max(highest, boost::make_optional(triaged.decision().route));
  return highest;
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
