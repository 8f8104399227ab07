#pragma once

#include <earlyhelp/indicators/indicator.hpp>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <tuple>

namespace earlyhelp {

/// The earlier of the two. None: neither.
inline boost::optional<Instant> earlier(const boost::optional<Instant>& a, const boost::optional<Instant>& b) noexcept {
  if (!a || (b && *b < *a)) return b;
  return a;
}

/// Calls `visit` for each case of `subject` that its indicator is about: those that began in the period when that is
/// what makes it belong to it, else all.
template <class Visit>
void for_each_case(const Subject& subject, Visit visit) {
  for (const auto place : subject.all.cases_of(subject.indicator.unit, subject.place)) {
    const auto& record = subject.all.cases()[place];
    const bool is_of_period = record.began_at && subject.period.contains(subject.all.day_of(*record.began_at));
    if (subject.indicator.index != IndexDate::referred || is_of_period) visit(record);
  }
}

/// Whether `holds` is true of any of them.
template <class Predicate>
bool any_case(const Subject& subject, Predicate holds) {
  bool any = false;
  for_each_case(subject, [&](const CaseRecord& record) { any = any || holds(record); });
  return any;
}

/// Whether `holds` is true of anybody of the family in any of them.
template <class Predicate>
bool any_person(const Subject& subject, Predicate holds) {
  return any_case(subject, [&](const CaseRecord& record) {
    return std::any_of(record.people.begin(), record.people.end(), holds);
  });
}

/// Whether any of them can still go on.
inline bool is_open(const Subject& subject) {
  return any_case(subject, [](const CaseRecord& record) { return !record.closed_at; });
}

/// What is asked once nothing can go on any more: until then it is not yet known, of everybody alike. To count a yes at
/// once and a no only later would make every share too high. Only a promise with a time of its own is asked otherwise
/// (contact_indicators.hpp): what is decided counts at once, because what is not is decided within days.
inline Reply when_closed(const Subject& subject, bool is_yes) {
  return is_open(subject) ? Reply::not_yet : reply(is_yes);
}

/// The window that the indicator asks about.
///
/// Unit:   days.
/// Throws: std::invalid_argument naming the indicator when it has none.
inline int window_of(const Subject& subject) {
  const auto& [id, days] = std::tie(subject.indicator.id, subject.indicator.window_days);
  if (!days) throw std::invalid_argument{"Indicator " + std::string{id.view()} + ": asks about a window, and has none"};
  return *days;
}

/// The last day of the window, from the index day on.
///
/// Throws: as window_of.
inline Date window_end(const Subject& subject) { return subject.all.day_of(subject.index) + Days{window_of(subject)}; }

/// Whether it happened by the end of the window; not yet known, of everybody alike, before that is over.
inline Reply by_window_end(const Subject& subject, const boost::optional<Instant>& at) {
  if (subject.all.cut_off_day() <= window_end(subject)) return Reply::not_yet;
  return reply(at && subject.all.day_of(*at) <= window_end(subject));
}

/// The first of what `at` says of each case that the indicator is about. None: of none.
template <class At>
boost::optional<Instant> first_of_cases(const Subject& subject, At at) {
  boost::optional<Instant> first;
  for_each_case(subject, [&](const CaseRecord& record) { first = earlier(first, at(record)); });
  return first;
}

/// The same of each person in them.
template <class At>
boost::optional<Instant> first_of_people(const Subject& subject, At at) {
  boost::optional<Instant> first;
  for_each_case(subject, [&](const CaseRecord& record) {
    for (const auto& person : record.people) first = earlier(first, at(person));
  });
  return first;
}

/// Calls `visit` for each record of the child that `subject` is.
///
/// Requires: its unit is the child.
template <class Visit>
void for_each_record_of_child(const Subject& subject, Visit visit) {
  const auto& child = subject.all.children()[subject.place];
  for (const auto in_case : child.cases) {
    for (const auto& person : subject.all.cases()[in_case].people) {
      if (person.id == child.id) visit(person);
    }
  }
}

/// The incident that `subject` is.
///
/// Requires: its unit is the incident.
inline const IncidentRecord& incident_of(const Subject& subject) {
  const auto& [in_case, place] = subject.all.incidents()[subject.place];
  return subject.all.cases()[in_case].incidents[place];
}

/// The case that the incident `subject` belongs to.
///
/// Requires: its unit is the incident.
inline const CaseRecord& case_of(const Subject& subject) {
  return subject.all.cases()[subject.all.incidents()[subject.place].in_case];
}

}  // namespace earlyhelp
