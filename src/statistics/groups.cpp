#include <earlyhelp/statistics/groups.hpp>

#include "normal.hpp"

#include <algorithm>
#include <vector>

namespace earlyhelp {
namespace {

Proportion sum_of(std::span<const Proportion> groups) {
  Proportion sum{.count = 0, .total = 0};
  for (const auto& group : groups) {
    (void)share(group);
    sum.count += group.count;
    sum.total += group.total;
  }
  return sum;
}

}  // namespace

GroupsComparison compare_groups(std::span<const Proportion> groups) {
  GroupsComparison result{.all = sum_of(groups), .degrees_of_freedom = 0, .test = {}, .smallest = {}, .widest_gap = {}};
  const auto p = share(result.all);
  if (!p) return result;
  std::vector<double> shares;
  std::vector<double> expected;
  auto chi_square = 0.0;
  for (const auto& group : groups) {
    if (group.total == 0) continue;
    const auto n = static_cast<double>(group.total);
    const auto excess = static_cast<double>(group.count) - n * *p;
    chi_square += excess * excess / n;
    shares.push_back(share(group).value());
    expected.push_back(n * std::min(*p, 1 - *p));
  }
  const auto [least, most] = std::minmax_element(shares.begin(), shares.end());
  result.widest_gap = *most - *least;
  result.smallest = *std::min_element(expected.begin(), expected.end());
  result.degrees_of_freedom = static_cast<int>(shares.size()) - 1;
  const auto varies = result.all.count > 0 && result.all.count < result.all.total;
  if (varies && result.degrees_of_freedom > 0) {
    chi_square /= *p * (1 - *p);
    result.test = TestResult{.statistic = chi_square, .p = chi_square_p(chi_square, result.degrees_of_freedom)};
  }
  return result;
}

Proportion rest_of(std::span<const Proportion> groups, std::size_t group) {
  const auto all = sum_of(groups);
  return {.count = all.count - groups[group].count, .total = all.total - groups[group].total};
}

}  // namespace earlyhelp
