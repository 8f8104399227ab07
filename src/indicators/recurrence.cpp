#include <earlyhelp/indicators/recurrence.hpp>

#include "indicators/year.hpp"

#include <algorithm>
#include <stdexcept>

namespace earlyhelp {
namespace {

std::vector<FollowedTime> times_of(std::span<const Followed> all, Date cut_off) {
  std::vector<FollowedTime> times;
  times.reserve(all.size());
  for (const auto& each : all) times.push_back(followed_time(each, cut_off));
  return times;
}

}  // namespace

FollowedTime followed_time(const Followed& followed, Date cut_off) {
  const auto end = followed.exit ? std::min(*followed.exit, cut_off) : cut_off;
  if (end < followed.index)
    throw std::invalid_argument{"Followed: needs an exit and a cut-off not before the index day"};
  FollowedTime time{.days = (end - followed.index).days(),
                    .has_event = false,
                    .potential = (cut_off - followed.index).days(),
                    .observed = (end - followed.index).days(),
                    .events = 0};
  for (const auto event : followed.events) {
    if (event <= followed.index || event > end) continue;
    ++time.events;
    time.has_event = true;
    time.days = std::min<std::int64_t>(time.days, (event - followed.index).days());
  }
  return time;
}

boost::optional<Interval> RecurrenceWindow::bounds() const {
  if (eligible == 0) return {};
  return Interval{.lower = share({.count = repeated, .total = eligible}).value(),
                  .upper = share({.count = repeated + lost, .total = eligible}).value()};
}

std::vector<RecurrenceWindow> recurrence(std::span<const Followed> all, std::span<const std::int64_t> windows,
                                         Date cut_off, double confidence) {
  const auto times = times_of(all, cut_off);
  std::vector<FollowUp> people;
  people.reserve(times.size());
  for (const auto& time : times) people.push_back({.time = time.days, .has_event = time.has_event});
  const SurvivalCurve curve{people};

  std::vector<RecurrenceWindow> result;
  for (const auto days : windows) {
    if (days < 1) throw std::invalid_argument{"recurrence: needs windows of 1 day or more"};
    RecurrenceWindow window{.days = days,
                            .subjects = curve.people(),
                            .eligible = 0,
                            .repeated = 0,
                            .lost = 0,
                            .at_risk = 0,
                            .survival = curve.at(days, confidence, LimitsScale::log_log)};
    for (const auto& time : times) {
      window.at_risk += time.days >= days ? 1 : 0;
      if (time.potential < days) continue;
      ++window.eligible;
      const auto is_repeated = time.has_event && time.days <= days;
      window.repeated += is_repeated ? 1 : 0;
      window.lost += !is_repeated && time.observed < days ? 1 : 0;
    }
    result.push_back(window);
  }
  return result;
}

boost::optional<Rate> events_per_year(std::span<const Followed> all, Date cut_off) {
  Rate rate{.events = 0, .exposure = 0};
  std::int64_t days = 0;
  for (const auto& time : times_of(all, cut_off)) {
    rate.events += time.events;
    days += time.observed;
  }
  if (days == 0) return {};
  rate.exposure = static_cast<double>(days) / days_in_year;
  return rate;
}

}  // namespace earlyhelp
