#include <earlyhelp/policy/policy_timeline.hpp>

#include <range/v3/algorithm/upper_bound.hpp>

#include <iterator>
#include <set>
#include <utility>

namespace earlyhelp {

PolicyTimeline::PolicyTimeline(const PolicyBook& book) {
  require_sound(book);
  std::set<Date> days;
  for (const auto& row : book.parameters) days.insert(row.in_force_from);
  for (const auto day : days) {
    if (auto policy = policy_on(book, day)) policies_.push_back(std::move(*policy));
  }
}

boost::optional<const Policy&> PolicyTimeline::on(Date day_of_report) const noexcept {
  const auto first_day = [](const Policy& policy) { return policy.in_force().first(); };
  const auto after = ranges::upper_bound(policies_, day_of_report, {}, first_day);
  if (after == policies_.begin()) return {};
  return *std::prev(after);
}

}  // namespace earlyhelp
