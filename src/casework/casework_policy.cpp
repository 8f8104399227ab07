#include <earlyhelp/casework/casework_policy.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr auto every_mode = EnumSet<ContactMode>::of_bits((std::uint64_t{1} << count_of<ContactMode>)-1);

}  // namespace

EnumSet<ContactMode> CaseworkPolicy::modes_on(Date day) const noexcept {
  const auto later =
      std::find_if(modes.begin(), modes.end(), [&](const auto& permitted) { return day < permitted.from; });
  return later == modes.begin() ? every_mode : std::prev(later)->modes;
}

std::vector<Issue> check(const CaseworkPolicy& policy) {
  std::vector<Issue> issues;
  const auto require_positive = [&](int number, const char* name) {
    if (number < 1) issues.push_back({name, std::to_string(number) + "; has to be 1 or more"});
  };
  const auto require_possible = [&](const DutyClock& clock, const char* name) {
    if (!is_possible(clock.clock)) issues.push_back({name, "this clock does not run"});
  };
  require_positive(policy.safe_channel_days, "safe_channel_days");
  require_positive(policy.attempts_before_not_reached, "attempts_before_not_reached");
  require_positive(policy.keep_years, "keep_years");
  require_positive(policy.keep_high_risk_years, "keep_high_risk_years");
  require_possible(policy.record_crime_within, "record_crime_within");
  require_possible(policy.triage_disclosed_within, "triage_disclosed_within");
  const auto is_out_of_order = [](const PermittedModes& a, const PermittedModes& b) { return a.from >= b.from; };
  if (std::adjacent_find(policy.modes.begin(), policy.modes.end(), is_out_of_order) != policy.modes.end()) {
    issues.push_back({"modes", "each day has to be after the one before it"});
  }
  return issues;
}

}  // namespace earlyhelp
