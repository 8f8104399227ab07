#include "triage/policies_over_time.hpp"

#include <earlyhelp/policy/policy_timeline.hpp>

#include <algorithm>

namespace earlyhelp {

std::vector<Policy> policies_over_time(const PolicyBook& book, Date day) {
  const PolicyTimeline timeline{book};
  const auto all = timeline.all();
  std::vector<Policy> policies{all.begin(), all.end()};
  const auto of_day = std::find_if(policies.begin(), policies.end(),
                                   [day](const Policy& policy) { return policy.in_force().contains(day); });
  std::rotate(policies.begin(), of_day, policies.end());
  return policies;
}

}  // namespace earlyhelp
