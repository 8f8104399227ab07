#include <earlyhelp/indicators/reach.hpp>

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

}  // namespace earlyhelp
