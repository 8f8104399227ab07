#include <earlyhelp/indicators/followed_pairs.hpp>

#include <earlyhelp/incident/parties.hpp>

#include <algorithm>
#include <string_view>
#include <utility>

namespace earlyhelp {

void FollowedPairs::add(const Incident& incident) {
  if (incident.occurred_at.day > cut_off_) return;
  for (const auto& parties : pairs(incident)) {
    if (incident_definition(incident, parties) == Definition::not_domestic) continue;
    std::string_view low = parties.victim.id.value();
    std::string_view high = parties.suspect.id.value();
    if (high < low) std::swap(low, high);
    std::string pair{low};
    pair.append(1, '\n').append(high);  // which no id holds
    days_[std::move(pair)].push_back(incident.occurred_at.day);
  }
}

std::vector<Followed> FollowedPairs::followed() const {
  std::vector<Followed> all;
  all.reserve(days_.size());
  for (const auto& [pair, days] : days_) {
    all.push_back({.index = *std::min_element(days.begin(), days.end()), .events = days});
  }
  return all;
}

}  // namespace earlyhelp
