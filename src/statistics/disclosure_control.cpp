#include <earlyhelp/statistics/disclosure_control.hpp>

#include "argument.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr std::int64_t most_count = 1'000'000'000'000'000;
constexpr std::int64_t most_base = 1'000'000'000;

void require_count(std::int64_t count) {
  require_argument(count >= 0 && count <= most_count, "count", "0 to 10^15", static_cast<double>(count));
}

void require_base(std::int64_t base) {
  require_argument(base >= 1 && base <= most_base, "base", "1 to 10^9", static_cast<double>(base));
}

}  // namespace

boost::optional<DisclosurePolicy> disclosure_policy(std::string_view id) noexcept {
  const auto found = std::find_if(disclosure_policies.begin(), disclosure_policies.end(),
                                  [&](const DisclosurePolicy& policy) { return policy.id == id; });
  if (found == disclosure_policies.end()) return {};
  return *found;
}

void require_sound(const DisclosurePolicy& policy) {
  require_argument(policy.lowest == 0 || policy.lowest == 1, "lowest", "0 or 1", static_cast<double>(policy.lowest));
  require_argument(policy.highest >= policy.lowest && policy.highest < most_count, "highest",
                   "lowest or more, below 10^15", static_cast<double>(policy.highest));
  require_argument(round_to_base(policy.highest + 1, policy.round_to) > policy.highest, "round to",
                   "a base that rounds no shown count to a hidden one", static_cast<double>(policy.round_to));
}

std::string to_string(const PublishedCount& count) {
  return count.is_hidden() ? "*" : std::to_string(count.value().value());
}

bool is_small(std::int64_t count, const DisclosurePolicy& policy) noexcept {
  return count >= policy.lowest && count <= policy.highest;
}

PublishedCount publish(std::int64_t count, const DisclosurePolicy& policy) {
  require_sound(policy);
  require_count(count);
  if (is_small(count, policy)) return PublishedCount{boost::none};
  return PublishedCount{std::min(most_count, round_to_base(count, policy.round_to))};
}

PublishedCount publish(const PublishedCount& count, const DisclosurePolicy& policy) {
  require_sound(policy);
  return count.is_hidden() ? count : publish(count.value().value(), policy);
}

std::int64_t round_to_base(std::int64_t count, std::int64_t base) {
  require_count(count);
  require_base(base);
  return (count + base / 2) / base * base;
}

std::int64_t midpoint_6(std::int64_t count) {
  require_count(count);
  constexpr std::int64_t six = 6;
  return count == 0 ? 0 : (count + six - 1) / six * six - six / 2;
}

}  // namespace earlyhelp
