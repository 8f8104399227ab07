#include "history_question.hpp"

#include "family_links.hpp"
#include "history_tally.hpp"
#include "victim_groups.hpp"

#include <unordered_map>
#include <utility>

namespace earlyhelp {
namespace {

/// The people and records of a question, as numbers; nothing where no record names them.
struct Asked {
  std::uint32_t incident;
  std::uint32_t victim;
  std::uint32_t suspect;
  std::uint32_t pair = nothing;
};

Asked look_up(const HistoryIndex& index, const HistoryQuestion& question) {
  const auto& people = index.people();
  const auto incident_hash = index.incidents().prepare(question.incident);
  const auto victim_hash = people.prepare(question.victim);
  const auto suspect_hash = people.prepare(question.suspect);
  Asked asked{.incident = index.incidents().find(question.incident, incident_hash),
              .victim = people.find(question.victim, victim_hash),
              .suspect = people.find(question.suspect, suspect_hash)};
  if (asked.victim != nothing && asked.suspect != nothing) asked.pair = index.find_pair(asked.victim, asked.suspect);
  return asked;
}

/// The victims of the incident asked about and the links between its people; the suspect is no victim of his own.
Present present_in(const HistoryIndex& index, const HistoryQuestion& question) {
  std::unordered_map<std::string_view, std::uint32_t> strangers;
  const auto number_of = [&](std::string_view id) {
    const auto& people = index.people();
    const auto number = people.find(id, people.prepare(id));
    if (number != nothing) return number;
    return strangers.emplace(id, people.size() + static_cast<std::uint32_t>(strangers.size())).first->second;
  };
  Present present{.victims = {number_of(question.victim)}, .links = {}};
  for (const auto id : question.other_victims) {
    if (id != question.suspect) present.victims.push_back(number_of(id));
  }
  present.victims.resize(distinct(present.victims));
  if (question.family == nullptr) return present;
  each_link(*question.family, [&](const PersonId& one, const PersonId& other) {
    if (one.value() == question.suspect || other.value() == question.suspect) return;
    present.links.emplace_back(number_of(one.value()), number_of(other.value()));
  });
  return present;
}

/// Other victims of the suspect, in groups that belong together.
std::int64_t other_groups(const HistoryIndex& index, const HistoryQuestion& question, const Asked& asked,
                          const View& view) {
  const auto pairs = asked.suspect == nothing ? 0 : index.person(asked.suspect).pair_count;
  const bool is_only_pair = pairs == 0 || (pairs == 1 && asked.pair != nothing);
  if (is_only_pair && question.other_victims.empty()) return 0;
  const auto present = present_in(index, question);
  return victim_groups(index, view, asked.incident, asked.suspect, present) - 1;
}

}  // namespace

PairHistory answer(const HistoryIndex& index, const HistoryQuestion& question) {
  const auto view_of = [&](int months) {
    const auto first = add_months(question.occurred_at.day, -months);
    return View{.first_day = static_cast<std::int32_t>(first.day_number()),
                .until = question.occurred_at.instant.microseconds(),
                .recorded_by = question.recorded_at.microseconds()};
  };
  const View any_day{.until = question.occurred_at.instant.microseconds(),
                     .recorded_by = question.recorded_at.microseconds()};
  const auto asked = look_up(index, question);
  PairHistory result{.facts = {.known = true, .marac_referral_in_window = false}, .roles_reversed = false};
  if (asked.pair != nothing) {
    const auto& pair = index.pair(asked.pair);
    const auto events = tally(index, pair.incidents, view_of(question.windows.escalation_months), asked.incident);
    result.facts.events_in_window = static_cast<int>(events.events) + 1;
    result.roles_reversed = asked.victim < asked.suspect ? events.suspect_low : events.suspect_high;
    if (pair.referrals.size != 0) {
      const auto referrals = tally(index, pair.referrals, view_of(question.windows.marac_repeat_months), nothing);
      result.facts.marac_referral_in_window = referrals.events > 0;
    }
  }
  result.facts.suspect_other_victims = static_cast<int>(other_groups(index, question, asked, any_day));
  return result;
}

}  // namespace earlyhelp
