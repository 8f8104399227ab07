#pragma once

#include <earlyhelp/statistics/queue.hpp>

namespace earlyhelp {

/// What becomes of arrivals that leave unserved at a deadline. Such a queue is stable under any load: what cannot be
/// done lapses.
///
/// Source: Barrer, D. Y. (1957), Queuing with impatient customers and ordered service, for the deadline.
struct DeadlineOutcome {
  double lapse;  ///< probability that handling has not begun at the deadline
  double wait;   ///< probability of having to wait at all, lapsed arrivals included
};

/// The queue M/M/c+D: every arrival lapses when its handling has not begun within `deadline`, in the time that `load`
/// counts in. With a deadline of 0 nobody waits, and it is Erlang's loss system.
///
/// Unit:   probabilities.
/// Throws: std::invalid_argument as queue_state, and unless `deadline` is finite and not negative.
/// Source: Barrer, D. Y. (1957), Queuing with impatient customers and ordered service, Operations Research 5.
///         No example was found printed: held to reference values instead.
DeadlineOutcome deadline_outcome(const QueueLoad& load, double deadline);

/// What becomes of arrivals whose patience is random.
///
/// Source: Palm, C. (1957), Research on telephone traffic carried by full availability groups.
struct PatienceOutcome {
  double lapse;       ///< probability of leaving unserved
  double wait;        ///< probability of having to wait at all
  double mean_queue;  ///< arrivals that wait, on average
};

/// The queue M/M/c+M (Erlang A): every arrival leaves when its handling has not begun within a patience of its own,
/// exponential with mean `mean_patience`. With a patience of 0 it is Erlang's loss system.
///
/// The time that this takes grows with the servers and with the arrivals in one mean patience.
///
/// Unit:   probabilities; arrivals for the queue.
/// Throws: std::invalid_argument as queue_state, unless `mean_patience` is finite and not negative, and when 10^9 or
///         more arrivals come in it.
/// Source: Palm, C. (1957), as PatienceOutcome; Garnett, O., Mandelbaum, A. and Reiman, M. (2002), Designing a call
///         center with impatient customers.
PatienceOutcome patience_outcome(const QueueLoad& load, double mean_patience);

}  // namespace earlyhelp
