#pragma once

#include <earlyhelp/policy/policy.hpp>

#include <boost/optional/optional.hpp>

#include <span>
#include <vector>

namespace earlyhelp {

/// Every policy that a book makes over time, worked out once: for who decides on many days.
///
/// Source: default triage policy, section 5.
class PolicyTimeline {
 public:
  /// Throws: std::invalid_argument naming the first issue when `check(book)` has any.
  explicit PolicyTimeline(const PolicyBook& book);

  /// The policy of the day of a report: policy_on(book, day_of_report).
  ///
  /// None: before the first row of any required parameter; there was no policy then.
  boost::optional<const Policy&> on(Date day_of_report) const noexcept;

  /// All of them, in order of time: each holds on the days that its in_force() says, and together they leave no day
  /// out from the first on.
  std::span<const Policy> all() const noexcept { return policies_; }

 private:
  std::vector<Policy> policies_;  // in order of time, without gaps, the last one open-ended
};

}  // namespace earlyhelp
