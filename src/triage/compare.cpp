#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/compare.hpp>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

constexpr std::size_t rows_at_once = 8192;

int level_of(boost::optional<RiskGrade> grade) noexcept { return grade ? static_cast<int>(*grade) + 1 : 0; }

boost::optional<RiskGrade> grade_at(int level) noexcept {
  if (level == 0) return {};
  return static_cast<RiskGrade>(level - 1);
}

Date monday_of(Date day) {
  return day - Days{(day.day_of_week().as_number() + 6) % 7};  // Sunday is 0
}

void count(Duties duties, std::array<std::uint64_t, count_of<Duty>>& counts) noexcept {
  for (const auto duty : duties) ++counts[static_cast<std::size_t>(duty)];
}

/// What one policy says of some rows.
class Decided {
 public:
  void decide(const FactColumns& facts, const Policy& policy) {
    const auto rows = facts.size();
    triage(facts, policy,
           {.known = {.grade = std::span{grades_}.first(rows),
                      .route = std::span{routes_}.first(rows),
                      .duties = std::span{duties_}.first(rows)}});
  }
  Outcome operator[](std::size_t row) const noexcept {
    return {.grade = grade_at(grades_[row]),
            .route = static_cast<Route>(routes_[row]),
            .duties = Duties::of_bits(duties_[row]),
            .reasons = {}};
  }

 private:
  std::vector<std::uint8_t> grades_ = std::vector<std::uint8_t>(rows_at_once);
  std::vector<std::uint8_t> routes_ = std::vector<std::uint8_t>(rows_at_once);
  std::vector<std::uint16_t> duties_ = std::vector<std::uint16_t>(rows_at_once);
};

void require_same_window(const Policy& a, const Policy& b, Parameter window) {
  if (a.number(window) == b.number(window)) return;
  throw std::invalid_argument{"compare: needs policies with one " + std::string{to_string(window)}};
}

}  // namespace

void ComparisonTally::add(Date reported_on, const Outcome& before, const Outcome& after) {
  const std::size_t place = incidents_++;
  const Standing from{before.route, level_of(before.grade)};
  const Standing to{after.route, level_of(after.grade)};
  if (from == to) {
    ++unmoved_;
  } else {
    auto& moved = moves_[{from, to}];
    ++moved.incidents;
    if (moved.examples.size() < examples_kept) moved.examples.push_back(place);
  }
  if (before.duties == after.duties) return;
  auto& week = week_of(reported_on);
  count(after.duties - before.duties, week.added);
  count(before.duties - after.duties, week.dropped);
}

void ComparisonTally::add(Date reported_on, const DueTimes& before, const DueTimes& after) {
  for (const auto duty : before.duties& after.duties) {
    const auto first = before[duty];
    const auto second = after[duty];
    if (first == second) continue;
    const bool is_later = first && (!second || *first < *second);
    auto& week = week_of(reported_on);
    ++(is_later ? week.later : week.sooner)[static_cast<std::size_t>(duty)];
  }
}

DutyWeek& ComparisonTally::week_of(Date day) {
  const auto monday = monday_of(day);
  return weeks_.try_emplace(monday, DutyWeek{.monday = monday}).first->second;
}

Comparison ComparisonTally::result() const {
  Comparison result{.incidents = incidents_, .unmoved = unmoved_, .moves = {}, .weeks = {}};
  for (const auto& [standings, moved] : moves_) {
    const auto& [from, to] = standings;
    result.moves.push_back({.grade_before = grade_at(std::get<int>(from)),
                            .route_before = std::get<Route>(from),
                            .grade_after = grade_at(std::get<int>(to)),
                            .route_after = std::get<Route>(to),
                            .incidents = moved.incidents,
                            .examples = moved.examples});
  }
  for (const auto& [monday, week] : weeks_) result.weeks.push_back(week);
  return result;
}

Comparison compare(const Policy& before, const Policy& after, const FactColumns& facts) {
  require_same_window(before, after, Parameter::escalation_window);
  require_same_window(before, after, Parameter::marac_repeat_window);
  const Date epoch{1970, 1, 1};
  Decided by_before;
  Decided by_after;
  ComparisonTally tally;
  for (std::size_t first = 0; first < facts.size(); first += rows_at_once) {
    const auto rows = facts.slice(first, std::min(rows_at_once, facts.size() - first));
    by_before.decide(rows, before);
    by_after.decide(rows, after);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      tally.add(epoch + Days{rows.reported_on[i]}, by_before[i], by_after[i]);
    }
  }
  return tally.result();
}

}  // namespace earlyhelp
