#include <earlyhelp/incident/history_in_bulk.hpp>

#include <algorithm>
#include <cstddef>

namespace earlyhelp {
namespace {

// Few enough that what they touch stays in the nearest caches, many enough to wait for memory together.
constexpr std::size_t incidents_at_once = 128;

using Incidents = std::span<const PastIncident>;

/// How many of `incidents`, from the first on, can be answered when they are added: some, and with them all that were
/// recorded at the same moment as the last, and all pairs of it.
std::size_t next_stretch(Incidents incidents) noexcept {
  auto size = std::min(incidents.size(), incidents_at_once);
  const auto belongs_to = [](const PastIncident& next, const PastIncident& last) {
    return next.recorded_at == last.recorded_at || next.id == last.id;
  };
  while (size < incidents.size() && belongs_to(incidents[size], incidents[size - 1])) ++size;
  return size;
}

/// Answers for all of `incidents`, whose history is complete, pair by pair of each.
void ask(const History& history, Incidents incidents, HistoryWindows windows, std::vector<PairHistory>& answers) {
  std::vector<PersonId> victims;
  while (!incidents.empty()) {
    const auto& id = incidents.front().id;
    const auto other =
        std::find_if(incidents.begin(), incidents.end(), [&](const auto& each) { return each.id != id; });
    const auto pairs = incidents.first(static_cast<std::size_t>(other - incidents.begin()));
    victims.clear();
    if (pairs.size() > 1) {
      for (const auto& pair : pairs) victims.push_back(pair.victim);
    }
    for (const auto& pair : pairs) answers.push_back(history.before(pair, victims, windows));
    incidents = incidents.subspan(pairs.size());
  }
}

}  // namespace

std::vector<PairHistory> add_and_ask(History& history, std::span<const PastIncident> incidents,
                                     HistoryWindows windows) {
  std::vector<PairHistory> answers;
  answers.reserve(incidents.size());
  const auto earlier = [](const PastIncident& a, const PastIncident& b) { return a.recorded_at < b.recorded_at; };
  if (!std::is_sorted(incidents.begin(), incidents.end(), earlier)) {
    history.add(incidents);
    ask(history, incidents, windows, answers);
    return answers;
  }
  while (!incidents.empty()) {
    const auto stretch = incidents.first(next_stretch(incidents));
    history.add(stretch);
    ask(history, stretch, windows, answers);
    incidents = incidents.subspan(stretch.size());
  }
  return answers;
}

}  // namespace earlyhelp
