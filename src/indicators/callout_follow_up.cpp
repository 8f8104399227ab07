#include <earlyhelp/indicators/callout_follow_up.hpp>

#include "indicators/asked.hpp"
#include "indicators/pair_exit.hpp"
#include "indicators/year.hpp"

#include <earlyhelp/indicators/callout_indicators.hpp>
#include <earlyhelp/statistics/regression_to_mean.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace earlyhelp {
namespace {

int callouts_before(const Subject& subject, int look_back_days) {
  const auto index = subject.all.day_of(subject.index);
  const auto& callouts = subject.all.pairs()[subject.place].callouts;
  return static_cast<int>(std::count_if(callouts.begin(), callouts.end(), [&](const Callout& callout) {
    return index - Days{look_back_days} < callout.occurred_on && callout.occurred_on <= index;
  }));
}

/// The share free of callouts that is expected of a pair by how many it had before; few numbers, each worked out once.
class Expectation {
 public:
  explicit Expectation(const RepeatedCount& count) : count_{count} {}

  double none_after(int callouts) {
    const auto [found, is_new] = by_callouts_.try_emplace(callouts, 0.0);
    if (is_new) found->second = expected_after(count_, callouts).none_after;
    return found->second;
  }

 private:
  RepeatedCount count_;
  std::map<int, double> by_callouts_;
};

/// Whether `subject` counts by all that is asked before the numerator, which alone may look at what happened.
bool is_followed(const Subject& subject) {
  return reply_to(Criterion::initial_population, subject) == Reply::yes &&
         reply_to(Criterion::denominator, subject) == Reply::yes &&
         reply_to(Criterion::denominator_exclusion, subject) == Reply::no;
}

Followed followed(const Subject& subject) {
  Followed pair{.index = subject.all.day_of(subject.index)};
  for (const auto& callout : subject.all.pairs()[subject.place].callouts) pair.events.push_back(callout.occurred_on);
  pair.exit = exit_of(subject);
  return pair;
}

}  // namespace

CalloutFollowUp callout_follow_up(const Indicator& indicator, const CaseRegister& all, const Period& period,
                                  const CalloutModel& model, double confidence) {
  if (indicator.unit != CountedUnit::pair || !indicator.window_days) {
    throw std::invalid_argument{"callout_follow_up: " + std::string{indicator.id.view()} +
                                " is not about pairs in a window"};
  }
  const RepeatedCount count{.shape = model.shape,
                            .rate = model.rate_years,
                            .before = model.look_back_days / days_in_year,
                            .after = *indicator.window_days / days_in_year};
  const auto cut_off = all.cut_off_day() - Days{recording_lag_days};
  Measurement measurement{indicator, period, all.cut_off()};
  std::vector<Followed> pairs;
  Expectation expectation{count};
  double expected = 0;
  std::int64_t determined = 0;
  for_each_asked(indicator, all, period, [&](const Subject& subject, Member member) {
    measurement.add(member);
    if (is_in_denominator(member.standing)) {
      expected += expectation.none_after(callouts_before(subject, model.look_back_days));
      ++determined;
    }
    if (is_followed(subject) && all.day_of(subject.index) <= cut_off) pairs.push_back(followed(subject));
  });
  const std::array<std::int64_t, 1> windows = {*indicator.window_days};
  return {.measurement = std::move(measurement),
          .window = recurrence(pairs, windows, cut_off, confidence).front(),
          .expected = boost::make_optional(determined > 0,
                                           expected / static_cast<double>(std::max<std::int64_t>(determined, 1)))};
}

}  // namespace earlyhelp
