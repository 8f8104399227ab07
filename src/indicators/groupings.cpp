#include <earlyhelp/indicators/groupings.hpp>

#include "indicators/subject_cases.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace earlyhelp {
namespace {

/// What the first case says that says anything.
template <class Say>
Grouping by_case(const std::string& id, Say say) {
  return {.id = id, .group_of = [say](const Subject& subject) {
            boost::optional<std::string> group;
            for_each_case(subject, [&](const CaseRecord& record) {
              if (!group) group = say(record);
            });
            return group;
          }};
}

}  // namespace

Grouping by_referral_source() {
  return by_case("referral_source", [](const CaseRecord& record) -> boost::optional<std::string> {
    if (!record.source) return {};
    return std::string{to_string(*record.source)};
  });
}

Grouping by_first_grade() {
  return by_case("first_grade", [](const CaseRecord& record) -> boost::optional<std::string> {
    for (const auto& incident : record.incidents) {
      if (incident.grade) return std::string{to_string(*incident.grade)};
    }
    return {};
  });
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
