#include <earlyhelp/indicators/reach.hpp>

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace earlyhelp {
namespace {

boost::optional<double> ratio(std::int64_t numerator, std::int64_t denominator) noexcept {
  if (denominator == 0) return {};
  return static_cast<double>(numerator) / static_cast<double>(denominator);
}

}  // namespace

boost::optional<double> Reach::children_per_incident() const noexcept {
  return ratio(children_at_incidents, incidents);
}
boost::optional<double> Reach::children_per_family() const noexcept { return ratio(children, families); }

Reach reach_of(std::span<const Reached> incidents) {
  using Ids = std::unordered_set<std::string_view>;
  std::unordered_map<std::string_view, Ids> families;
  Ids children;
  Reach reach;
  for (const auto& incident : incidents) {
    ++reach.incidents;
    auto& family = families[incident.family.value()];
    Ids here;
    for (const auto& child : incident.children) {
      here.insert(child.value());
      family.insert(child.value());
      children.insert(child.value());
    }
    reach.children_at_incidents += static_cast<std::int64_t>(here.size());
  }
  reach.families = static_cast<std::int64_t>(families.size());
  reach.children = static_cast<std::int64_t>(children.size());
  for (const auto& [name, family] : families) reach.children_of_families += static_cast<std::int64_t>(family.size());
  return reach;
}

PeriodReach reach_in(const CaseRegister& all, const Period& period) {
  const auto is_spoken_with = [&](const CaseRecord& record, const PersonRecord& person) {
    return person.role != FamilyRole::perpetrator &&
           std::any_of(person.contacts.begin(), person.contacts.end(), [&](Instant at) {
             return record.began_at && at >= *record.began_at && period.contains(all.day_of(at));
           });
  };
  std::vector<bool> is_reached;  // of each case
  is_reached.reserve(all.cases().size());
  std::unordered_set<std::string_view> children_spoken_with;
  for (const auto& record : all.cases()) {
    bool is_anybody_reached = false;
    for (const auto& person : record.people) {
      if (!is_spoken_with(record, person)) continue;
      is_anybody_reached = true;
      if (person.role == FamilyRole::child) children_spoken_with.insert(person.id.value());
    }
    is_reached.push_back(is_anybody_reached);
  }
  const auto is_any_reached = [&](std::span<const std::uint32_t> cases) {
    return std::any_of(cases.begin(), cases.end(), [&](std::uint32_t in_case) { return is_reached[in_case]; });
  };
  PeriodReach reach{.children_spoken_with = static_cast<std::int64_t>(children_spoken_with.size())};
  for (const auto& family : all.families()) reach.families += is_any_reached(family) ? 1 : 0;
  for (const auto& child : all.children()) reach.children += is_any_reached(child.cases) ? 1 : 0;
  return reach;
}

}  // namespace earlyhelp
