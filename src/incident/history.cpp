#include <earlyhelp/incident/history.hpp>

#include "each_pair.hpp"
#include "family_links.hpp"
#include "history_index.hpp"
#include "history_question.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <stdexcept>
#include <utility>
#include <vector>

namespace earlyhelp {
namespace {

constexpr std::int64_t day_length = std::int64_t{24} * 60 * 60 * 1'000'000;
constexpr std::int64_t day_number_of_1970 = 2'440'588;

/// The day in UTC, as a day number.
std::int64_t utc_day(Instant instant) noexcept {
  const auto since_1970 = instant.microseconds();
  return day_number_of_1970 + since_1970 / day_length - (since_1970 % day_length < 0 ? 1 : 0);
}

Occurrence occurrence_of(const WrittenInstant& occurred_at, Instant recorded_at) {
  const auto day = static_cast<std::int64_t>(occurred_at.day.day_number());
  if (std::abs(day - utc_day(occurred_at.instant)) > 1) {
    throw std::invalid_argument{"History: needs a local day that the instant can have"};
  }
  return {.occurred = occurred_at.instant.microseconds(),
          .recorded = recorded_at.microseconds(),
          .day = static_cast<std::int32_t>(day),
          .suspect_is_low = false};
}

void require_two_people(const PersonId& victim, const PersonId& suspect) {
  if (victim == suspect) throw std::invalid_argument{"History: needs a victim who is not the suspect"};
}

/// Incidents on their way into an index, some at once.
class Arrivals {
 public:
  Arrivals(HistoryIndex& index, std::size_t expected) : index_{index} {
    waiting_.reserve(std::min(expected, HistoryIndex::block_size));
  }

  void add(const NewIncident& incident) {
    waiting_.push_back(incident);
    if (waiting_.size() == HistoryIndex::block_size) pass_on();
  }
  /// Requires: called at the end.
  void pass_on() {
    index_.add_block(waiting_);
    waiting_.clear();
  }

 private:
  HistoryIndex& index_;
  std::vector<NewIncident> waiting_;
};

}  // namespace

History::History() : index_{std::make_unique<HistoryIndex>()} {}
History::History(const History& other) : index_{std::make_unique<HistoryIndex>(*other.index_)} {}
History::History(History&& other) noexcept = default;
History& History::operator=(const History& other) { return *this = History{other}; }
History& History::operator=(History&& other) noexcept = default;
History::~History() = default;

void History::add(const Incident& incident) { add(std::span{&incident, 1}); }

void History::add(std::span<const Incident> incidents) {
  Arrivals arrivals{*index_, incidents.size()};
  for (const auto& incident : incidents) {
    each_pair(incident, [&](const Person& victim, const Person& suspect) {
      if (definition_between(incident, victim, suspect) == Definition::not_domestic) return;
      arrivals.add({.id = incident.id.value(),
                    .victim = victim.id.value(),
                    .suspect = suspect.id.value(),
                    .occurrence = occurrence_of(incident.occurred_at, incident.recorded_at.instant)});
    });
  }
  arrivals.pass_on();
  for (const auto& incident : incidents) {
    each_link(incident.family, [&](const PersonId& one, const PersonId& other) {
      index_->add_link(one.value(), other.value(), incident.recorded_at.instant.microseconds());
    });
  }
}

void History::add(const PastIncident& incident) { add(std::span{&incident, 1}); }

void History::add(std::span<const PastIncident> incidents) {
  for (const auto& incident : incidents) {
    require_two_people(incident.victim, incident.suspect);
    (void)occurrence_of(incident.occurred_at, incident.recorded_at);
  }
  Arrivals arrivals{*index_, incidents.size()};
  for (const auto& incident : incidents) {
    if (incident.definition == Definition::not_domestic) continue;
    arrivals.add({.id = incident.id.value(),
                  .victim = incident.victim.value(),
                  .suspect = incident.suspect.value(),
                  .occurrence = occurrence_of(incident.occurred_at, incident.recorded_at)});
  }
  arrivals.pass_on();
}

void History::add(const MaracReferral& referral) {
  require_two_people(referral.victim, referral.suspect);
  index_->add_referral(referral.victim.value(), referral.suspect.value(),
                       occurrence_of(referral.occurred_at, referral.recorded_at));
}

void History::add(const PersonLink& link) {
  index_->add_link(link.one.value(), link.other.value(), link.recorded_at.microseconds());
}

PairHistory History::before(const Incident& incident, const Parties& parties, HistoryWindows windows) const {
  HistoryQuestion question{.incident = incident.id.value(),
                           .occurred_at = incident.occurred_at,
                           .recorded_at = incident.recorded_at.instant,
                           .victim = parties.victim.id.value(),
                           .suspect = parties.suspect.id.value(),
                           .other_victims = {},
                           .family = &incident.family,
                           .windows = windows};
  for (const auto& victim : incident.victims) {
    if (victim.id != parties.victim.id) question.other_victims.emplace_back(victim.id.value());
  }
  auto history = answer(*index_, question);
  history.facts.known = incident.history_known;
  return history;
}

PairHistory History::before(const PastIncident& incident, std::span<const PersonId> victims,
                            HistoryWindows windows) const {
  HistoryQuestion question{.incident = incident.id.value(),
                           .occurred_at = incident.occurred_at,
                           .recorded_at = incident.recorded_at,
                           .victim = incident.victim.value(),
                           .suspect = incident.suspect.value(),
                           .other_victims = {},
                           .family = nullptr,
                           .windows = windows};
  for (const auto& victim : victims) {
    if (victim != incident.victim) question.other_victims.emplace_back(victim.value());
  }
  return answer(*index_, question);
}

}  // namespace earlyhelp
