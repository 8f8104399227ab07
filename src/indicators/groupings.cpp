#include <earlyhelp/indicators/groupings.hpp>

#include "indicators/subject_cases.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace earlyhelp {
namespace {

/// What the first case says that says anything.
template <class Say>
boost::optional<std::string> first_said(const Subject& subject, Say say) {
  boost::optional<std::string> group;
  for_each_case(subject, [&](const CaseRecord& record) {
    if (!group) group = say(record);
  });
  return group;
}

template <class Say>
Grouping by_case(const std::string& id, Say say) {
  return {.id = id, .group_of = [say](const Subject& subject) { return first_said(subject, say); }};
}

boost::optional<std::string> grade_of(const IncidentRecord& incident) {
  if (!incident.grade) return {};
  return std::string{to_string(*incident.grade)};
}

boost::optional<std::string> first_grade_of(const CaseRecord& record) {
  for (const auto& incident : record.incidents) {
    if (auto grade = grade_of(incident)) return grade;
  }
  return {};
}

}  // namespace

Grouping by_referral_source() {
  return by_case("referral_source", [](const CaseRecord& record) -> boost::optional<std::string> {
    if (!record.source) return {};
    return std::string{to_string(*record.source)};
  });
}

Grouping by_first_grade() {
  return {.id = "first_grade", .group_of = [](const Subject& subject) {
            const bool is_incident = subject.indicator.unit == CountedUnit::incident;
            return is_incident ? grade_of(incident_of(subject)) : first_said(subject, first_grade_of);
          }};
}

Grouping by_month() {
  return {.id = "month", .group_of = [](const Subject& subject) -> boost::optional<std::string> {
            return to_string(subject.all.day_of(subject.index)).substr(0, 7);
          }};
}

Grouping by_victim(const std::string& id, std::function<boost::optional<std::string>(const PersonId&)> group_of) {
  return by_case(id, [group_of = std::move(group_of)](const CaseRecord& record) -> boost::optional<std::string> {
    for (const auto& person : record.people) {
      if (person.role != FamilyRole::victim) continue;
      if (auto group = group_of(person.id)) return group;
    }
    return {};
  });
}

GroupsComparison compare_strata(std::span<const Stratum> strata) {
  std::vector<Proportion> shares;
  for (const auto& stratum : strata) shares.push_back(stratum.measurement.score());
  return compare_groups(shares);
}

}  // namespace earlyhelp
