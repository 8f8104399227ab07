#include <earlyhelp/indicators/callout_indicators.hpp>

#include "indicators/pair_exit.hpp"
#include "indicators/subject_cases.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

/// Whether the window is over, and the days for late records after it.
bool is_wholly_known(const Subject& subject) {
  return window_end(subject) <= subject.all.cut_off_day() - Days{recording_lag_days};
}

/// Spoken with in the window, and before the police recorded another incident between the two.
Reply is_helped_at_first(const Subject& subject) {
  if (!is_wholly_known(subject)) return Reply::not_yet;
  const auto& pair = subject.all.pairs()[subject.place];
  const auto& callouts = pair.callouts;
  const auto first = callouts.front().occurred_on;
  const auto second = std::find_if(callouts.begin(), callouts.end(),
                                   [&](const Callout& callout) { return callout.occurred_on > first; });
  const auto spoken_with_at = first_of_people(subject, [&](const PersonRecord& person) -> boost::optional<Instant> {
    const bool is_of_pair = person.id == pair.one || person.id == pair.other;
    if (person.role != FamilyRole::victim || !is_of_pair) return {};
    const auto after = std::lower_bound(person.contacts.begin(), person.contacts.end(), subject.index);
    return boost::make_optional(after != person.contacts.end(),
                                after == person.contacts.end() ? subject.index : *after);
  });
  if (!spoken_with_at) return Reply::no;
  const auto day = subject.all.day_of(*spoken_with_at);
  return reply(day <= window_end(subject) && (second == callouts.end() || day < second->occurred_on));
}

/// Asked of what was known on the index day: what is recorded later can be there because it happened again, and whoever
/// came in by it would be counted for having been called out to.
Reply is_on_record(const Subject& subject) {
  const auto index = subject.all.day_of(subject.index);
  const auto& callouts = subject.all.pairs()[subject.place].callouts;
  const bool is_any = std::any_of(callouts.begin(), callouts.end(), [&](const Callout& callout) {
    return callout.occurred_on <= index && subject.all.day_of(callout.recorded_at) <= index;
  });
  return is_any ? Reply::yes : Reply::not_known;
}

Reply is_free_of_callouts(const Subject& subject) {
  if (!is_wholly_known(subject)) return Reply::not_yet;
  const auto& callouts = subject.all.pairs()[subject.place].callouts;
  const auto index = subject.all.day_of(subject.index);
  const auto last = window_end(subject);
  const auto exit = exit_of(subject);
  const auto until = exit && *exit < last ? *exit : last;
  const bool has_another = std::any_of(callouts.begin(), callouts.end(), [&](const Callout& callout) {
    return index < callout.occurred_on && callout.occurred_on <= until;
  });
  if (has_another) return Reply::no;
  return until < last ? Reply::lost : Reply::yes;
}

constexpr Indicator free_for(int days, Text<47> id, Text<119> title) {
  return {.id = id,
          .version = 1,
          .title = title,
          .unit = CountedUnit::pair,
          .index = IndexDate::first_contact,
          .denominator = {.asks = "Was a domestic incident between the two on record by the day of first contact?",
                          .of = is_on_record},
          .numerator = {.asks = "Is no further incident of the two on record in the window (30 days for late records)?",
                        .of = is_free_of_callouts},
          .direction = Improvement::neutral,
          .window_days = days,
          .source = {.title = "Ministry of Justice, Guide to proven reoffending statistics",
                     .section = "fixed follow-up; the days allowed for late records: library default"}};
}

}  // namespace

constexpr Indicator helped_at_first_callout = {
    .id = "helped_at_first_callout",
    .version = 1,
    .title = "Pairs whose victim was spoken with after the first incident on record, before a second",
    .unit = CountedUnit::pair,
    .index = IndexDate::first_callout,
    .numerator = {.asks = "Was the victim spoken with from the first incident's day on, before a second "
                          "(30 days for late records)?",
                  .of = is_helped_at_first},
    .direction = Improvement::increase,
    .window_days = 28,
    .source = {.title = "library default"}};

constexpr std::array<Indicator, 4> no_further_callout = {{
    free_for(30, "no_further_callout_30", "Pairs without a further callout within 30 days of first contact"),
    free_for(90, "no_further_callout_90", "Pairs without a further callout within 90 days of first contact"),
    free_for(180, "no_further_callout_180", "Pairs without a further callout within 180 days of first contact"),
    free_for(365, "no_further_callout_365", "Pairs without a further callout within 365 days of first contact"),
}};

}  // namespace earlyhelp
