#pragma once

#include <earlyhelp/indicators/indicator.hpp>

#include <algorithm>

namespace earlyhelp {

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

/// Yes; or no, which is final once nothing can go on.
inline Reply yes_by_now(const Subject& subject, bool is_yes) {
  if (is_yes) return Reply::yes;
  return is_open(subject) ? Reply::not_yet : Reply::no;
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
