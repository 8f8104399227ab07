#pragma once

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// What comes to a team, and who does it, in the model M/M/c: arrivals are Poisson, handling times exponential, there
/// is one queue, and who came first is served first. The model knows no nights, shifts or absences: for a team that
/// works by day, count the time it works, and never mix that with elapsed time.
///
/// Source: Gross, D. and Harris, C. M. (1998), Fundamentals of Queueing Theory, chapter 2, for the model.
struct QueueLoad {
  double arrival_rate;        ///< in one unit of time, whichever the caller counts in
  double mean_handling_time;  ///< in units of that time
  int servers;
};

/// How long arrivals wait until their handling begins, in a queue that is stable. Only `queue_state` makes one.
///
/// Source: Erlang, A. K. (1917), Solution of some problems in the theory of probabilities of significance in automatic
///         telephone exchanges: P(wait > t) = C exp(-(c / h - lambda) t).
class Waits {
 public:
  /// Unit: probability that an arrival waits at all.
  double probability() const noexcept { return probability_; }
  /// P(wait > `t`); a wait of exactly `t` is not beyond it.
  ///
  /// Unit:   probability.
  /// Throws: std::invalid_argument unless `t` is a number and not negative; it may be infinite.
  double probability_beyond(double t) const;
  /// The shortest time within which `share` of all arrivals are begun: 0 when so many do not wait at all.
  ///
  /// Unit:   time.
  /// Throws: std::invalid_argument unless 0 <= `share` < 1.
  double percentile(double share) const;
  /// Over all arrivals, those that do not wait included. Unit: time.
  double mean() const noexcept { return probability_ / drain_rate_; }
  /// How many wait, on average (Little's law). Unit: arrivals.
  double mean_queue() const noexcept { return arrival_rate_ * mean(); }

 private:
  friend struct QueueState queue_state(const QueueLoad& load);
  Waits(double probability, double drain_rate, double arrival_rate) noexcept
      : probability_{probability}, drain_rate_{drain_rate}, arrival_rate_{arrival_rate} {}
  double probability_;
  double drain_rate_;  // how much faster work can be ended than it comes, while all are busy; above 0
  double arrival_rate_;
};

/// Whether a team keeps up, and how long arrivals wait if it does.
struct QueueState {
  double utilisation;                 ///< offered work over capacity; from 1 on the queue is not stable
  boost::optional<Waits> waits = {};  ///< none when it is not stable: then no wait is finite in the long run
  double backlog_growth_rate = 0;     ///< arrivals in a unit of time beyond what is done; 0 when stable

  bool is_stable() const noexcept { return waits.has_value(); }
};

/// The long-run state of a queue. At a utilisation of exactly 1 it is not stable either: what waits has no bound,
/// though it grows ever more slowly, and the growth rate is 0.
///
/// Throws: std::invalid_argument, naming the member, unless the arrival rate is finite and not negative, the handling
///         time finite and above 0, their product finite, and there is a server.
/// Source: Gross, D. and Harris, C. M. (1998), Fundamentals of Queueing Theory, section 2.3.
QueueState queue_state(const QueueLoad& load);

/// The smallest number of servers with which the queue is stable and P(wait > `t`) <= `target`.
///
/// Throws: std::invalid_argument as queue_state; unless `t` is a number and not negative and 0 < `target` < 1; and
///         when the offered load is 10^9 servers' work or more.
/// Source: Erlang, A. K. (1917), as Waits.
int smallest_servers(double arrival_rate, double mean_handling_time, double t, double target);

}  // namespace earlyhelp
