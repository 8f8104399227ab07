#include <earlyhelp/indicators/demand.hpp>

#include <algorithm>
#include <map>
#include <numeric>

namespace earlyhelp {
namespace {

/// It can lie behind the last day that there is.
Date first_monday(Date from) {
  constexpr int days_in_week = 7;
  return from + Days{(days_in_week + boost::gregorian::Monday - from.day_of_week().as_number()) % days_in_week};
}

Date first_of_month(Date day) { return {day.year(), day.month(), 1}; }

/// The weeks of a list, by day.
class Weeks {
 public:
  Weeks(const Period& period, Date last_whole_day) {
    for (auto monday = first_monday(period.first()); monday + Days{6} <= std::min(period.last(), last_whole_day);
         monday += Days{7}) {
      weeks_.push_back({.monday = monday});
    }
  }
  bool empty() const noexcept { return weeks_.empty(); }
  Date first_day() const { return weeks_.front().monday; }

  void count(Date day, std::int64_t WeekOfDemand::*what) {
    if (empty() || day < first_day()) return;
    const auto week = static_cast<std::size_t>((day - first_day()).days()) / 7;
    if (week < weeks_.size()) ++(weeks_[week].*what);
  }
  /// Fills in what was open, from how many were before the first week.
  std::vector<WeekOfDemand> with_open(std::int64_t open) && {
    for (auto& week : weeks_) {
      week.open_at_start = open;
      open += week.opened - week.closed;
      week.open_at_end = open;
    }
    return std::move(weeks_);
  }

 private:
  std::vector<WeekOfDemand> weeks_;
};

}  // namespace

std::vector<WeekOfDemand> weekly_demand(const CaseRegister& all, const Period& period) {
  Weeks weeks{period, all.cut_off_day() - Days{1}};
  if (weeks.empty()) return {};
  std::int64_t open_before = 0;
  for (const auto& record : all.cases()) {
    for (const auto& spell : record.spells) {
      const auto opened_on = all.day_of(spell.opened_at);
      weeks.count(opened_on, &WeekOfDemand::opened);
      if (opened_on < weeks.first_day()) ++open_before;
      if (!spell.closed_at) continue;
      const auto closed_on = all.day_of(*spell.closed_at);
      weeks.count(closed_on, &WeekOfDemand::closed);
      if (closed_on < weeks.first_day()) --open_before;
    }
    if (record.allocated_at) weeks.count(all.day_of(*record.allocated_at), &WeekOfDemand::allocated);
  }
  return std::move(weeks).with_open(open_before);
}

std::int64_t MonthOfReferrals::all() const noexcept {
  return std::accumulate(by_source.begin(), by_source.end(), not_recorded);
}

std::vector<MonthOfReferrals> monthly_referrals(const CaseRegister& all, const Period& period) {
  std::vector<MonthOfReferrals> months;
  const auto cut_off_day = all.cut_off_day();
  const auto last = std::min(period.last(), cut_off_day);
  if (last < period.first()) return {};
  const auto add = [&](Date first) {
    const auto end = first.end_of_month();
    const bool is_whole = period.contains(first) && period.contains(end) && end < cut_off_day;
    months.push_back({.first_day = first, .is_whole = is_whole});
  };
  for (auto first = first_of_month(period.first()); first < first_of_month(last); first = add_months(first, 1)) {
    add(first);
  }
  add(first_of_month(last));
  for (const auto& record : all.cases()) {
    if (!record.began_at || *record.began_at > all.cut_off()) continue;
    const auto day = all.day_of(*record.began_at);
    if (!period.contains(day)) continue;
    const auto after = std::upper_bound(months.begin(), months.end(), day,
                                        [](Date a, const MonthOfReferrals& month) { return a < month.first_day; });
    auto& month = *std::prev(after);
    ++(record.source ? month.by_source[static_cast<std::size_t>(*record.source)] : month.not_recorded);
  }
  return months;
}

OpenCases open_cases(const CaseRegister& all) {
  OpenCases open;
  std::map<WorkerId, std::int64_t> by_worker;
  for (const auto& record : all.cases()) {
    if (!record.began_at || record.closed_at) continue;
    ++open.open;
    if (record.workers.empty()) ++open.waiting;
    for (const auto& worker : record.workers) ++by_worker[worker];
  }
  for (const auto& [worker, cases] : by_worker) open.caseloads.push_back({.worker = worker, .cases = cases});
  return open;
}

}  // namespace earlyhelp
