#include <earlyhelp/statistics/log_rank.hpp>

#include "linear_system.hpp"
#include "normal.hpp"

#include <algorithm>
#include <cstddef>

namespace earlyhelp {
namespace {

/// Goes through the times of several curves together.
class Together {
 public:
  explicit Together(std::span<const SurvivalCurve> groups) {
    for (const auto& group : groups) left_.push_back(group.steps());
  }

  /// The next time at which anything happens. None: past the last.
  boost::optional<std::int64_t> next() const {
    boost::optional<std::int64_t> time;
    for (const auto steps : left_) {
      if (!steps.empty() && (!time || steps.front().time < *time)) time = steps.front().time;
    }
    return time;
  }
  std::int64_t at_risk(std::size_t group) const { return left_[group].empty() ? 0 : left_[group].front().at_risk; }
  std::int64_t events(std::size_t group, std::int64_t time) const {
    return !left_[group].empty() && left_[group].front().time == time ? left_[group].front().events : 0;
  }
  void pass(std::int64_t time) {
    for (auto& steps : left_) {
      if (!steps.empty() && steps.front().time == time) steps = steps.subspan(1);
    }
  }

 private:
  std::vector<std::span<const SurvivalStep>> left_;
};

/// Adds what is expected at `time`, and how it varies.
void add_expected(const Together& together, std::int64_t time, std::vector<LogRankGroup>& groups,
                  SquareMatrix& covariance) {
  std::int64_t at_risk = 0;
  std::int64_t events = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    at_risk += together.at_risk(g);
    events += together.events(g, time);
  }
  if (events == 0) return;
  const auto n = static_cast<double>(at_risk);
  const auto d = static_cast<double>(events);
  const auto spread = at_risk > 1 ? d * (n - d) / (n - 1) : 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const auto mine = static_cast<double>(together.at_risk(g)) / n;
    groups[g].expected += d * mine;
    for (std::size_t h = 0; h < groups.size(); ++h) {
      const auto theirs = static_cast<double>(together.at_risk(h)) / n;
      covariance.at(g, h) += spread * mine * ((g == h ? 1 : 0) - theirs);
    }
  }
}

/// Of all groups that were at risk at an event, but for the first: what that one did follows from the others.
boost::optional<TestResult> test_of(const std::vector<LogRankGroup>& groups, const SquareMatrix& covariance,
                                    const std::vector<std::size_t>& compared) {
  if (compared.size() < 2) return {};
  SquareMatrix matrix{compared.size() - 1};
  std::vector<double> excess;
  for (std::size_t i = 0; i < matrix.size; ++i) {
    const auto& group = groups[compared[i + 1]];
    excess.push_back(static_cast<double>(group.observed) - group.expected);
    for (std::size_t j = 0; j < matrix.size; ++j) matrix.at(i, j) = covariance.at(compared[i + 1], compared[j + 1]);
  }
  const auto solved = solve(matrix, excess);
  if (!solved) return {};
  auto chi_square = 0.0;
  for (std::size_t i = 0; i < excess.size(); ++i) chi_square += excess[i] * (*solved)[i];
  chi_square = std::max(0.0, chi_square);
  return TestResult{.statistic = chi_square, .p = chi_square_p(chi_square, static_cast<int>(matrix.size))};
}

}  // namespace

LogRank log_rank(std::span<const SurvivalCurve> groups) {
  LogRank result{.groups = {}, .degrees_of_freedom = 0, .test = {}};
  for (const auto& group : groups) {
    result.groups.push_back({.people = group.people(), .observed = group.events(), .expected = 0, .variance = 0});
  }
  SquareMatrix covariance{groups.size()};
  Together together{groups};
  for (auto time = together.next(); time; time = together.next()) {
    add_expected(together, *time, result.groups, covariance);
    together.pass(*time);
  }
  std::vector<std::size_t> compared;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    result.groups[g].variance = covariance.at(g, g);
    if (result.groups[g].variance > 0) compared.push_back(g);
  }
  result.degrees_of_freedom = std::max(0, static_cast<int>(compared.size()) - 1);
  result.test = test_of(result.groups, covariance, compared);
  return result;
}

}  // namespace earlyhelp
