#include <earlyhelp/statistics/queue_deadline.hpp>

#include "argument.hpp"
#include "queue_load.hpp"

#include <earlyhelp/statistics/erlang.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace earlyhelp {
namespace {

/// (e^(rate time) - 1) / rate, which at a rate of 0 is the time. Requires: `rate` <= 0.
double grown(double rate, double time) { return rate == 0 ? time : std::expm1(rate * time) / rate; }

/// The states of Erlang A from all servers busy upwards; `blocked` is Erlang B.
class PatientQueue {
 public:
  PatientQueue(double blocked, double arrivals_in_patience, double endings_in_patience)
      : newest_{blocked}, wait_{blocked}, arrivals_{arrivals_in_patience}, endings_{endings_in_patience} {}

  /// Lets one more wait. Everything so far is kept as a share of all the states so far.
  void grow() {
    waiting_ += 1;
    const auto weight = arrivals_ / (endings_ + waiting_) * newest_;
    const auto others = 1 / (1 + weight);
    newest_ = weight * others;
    wait_ = wait_ * others + newest_;
    mean_queue_ = mean_queue_ * others + waiting_ * newest_;
  }

  /// Whether the states still to come change nothing: they fall off faster than a geometric series.
  bool is_complete() const {
    const auto ratio = arrivals_ / (endings_ + waiting_ + 1);
    if (ratio >= 1) return false;
    const auto left = newest_ * ratio * (waiting_ / (1 - ratio) + 1 / ((1 - ratio) * (1 - ratio)));
    return left <= std::numeric_limits<double>::epsilon() / 8 * mean_queue_;
  }

  double wait() const noexcept { return wait_; }
  double mean_queue() const noexcept { return mean_queue_; }

 private:
  double newest_;  // the share of the state in which the most wait
  double wait_;    // of those in which all servers are busy
  double mean_queue_ = 0;
  double waiting_ = 0;
  double arrivals_;
  double endings_;
};

}  // namespace

DeadlineOutcome deadline_outcome(const QueueLoad& load, double deadline) {
  const auto offered_load = checked_offered_load(load);
  require_not_negative("deadline", deadline);
  const double servers = load.servers;
  const auto blocked = erlang_b(offered_load, load.servers - 1);
  const auto drift = -drain_rate(servers, offered_load, load.mean_handling_time);

  // Numerators and denominator over e^(drift deadline) when that grows, so that nothing overflows.
  const auto last = std::exp(-std::abs(drift) * deadline);
  const auto none_waits = drift > 0 ? last : 1;
  const auto still_waits = drift > 0 ? 1 : last;
  const auto waits =
      blocked * (load.arrival_rate * grown(-std::abs(drift), deadline) + offered_load / servers * still_waits);
  return {.lapse = offered_load / servers * still_waits * blocked / (none_waits + waits),
          .wait = waits / (none_waits + waits)};
}

PatienceOutcome patience_outcome(const QueueLoad& load, double mean_patience) {
  constexpr auto too_much = 1e9;
  const auto offered_load = checked_offered_load(load);
  require_not_negative("mean_patience", mean_patience);
  const auto arrivals = load.arrival_rate * mean_patience;
  require_argument(arrivals < too_much, "mean_patience", "less than 10^9 arrivals in it", mean_patience);
  const auto blocked = erlang_b(offered_load, load.servers);
  if (arrivals * blocked == 0) return {.lapse = blocked, .wait = blocked, .mean_queue = 0};

  PatientQueue queue{blocked, arrivals, load.servers * (mean_patience / load.mean_handling_time)};
  do {
    queue.grow();
  } while (!queue.is_complete());
  return {.lapse = queue.mean_queue() / arrivals, .wait = queue.wait(), .mean_queue = queue.mean_queue()};
}

}  // namespace earlyhelp
