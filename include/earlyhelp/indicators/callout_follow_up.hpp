#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/recurrence.hpp>
#include <earlyhelp/period.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp {

/// How many incidents the police record between two people, and how alike pairs are: what is expected when nobody does
/// anything is worked out from it.
///
/// Source: library default, an illustration and not verified: 0.5 incidents a year on average, and ordinary
///         heterogeneity. A place puts its own here, from pairs that nobody helped.
struct CalloutModel {
  double shape = 0.8;
  double rate_years = 1.6;
  int look_back_days = 365;  ///< in which a pair's own incidents are counted, up to the index day

  friend bool operator==(const CalloutModel&, const CalloutModel&) = default;
};

/// One "no further callout", with what has to stand beside it.
struct CalloutFollowUp {
  Measurement measurement;
  RecurrenceWindow window;  ///< of all pairs on record by their index day, with the curve in which all of them count
  boost::optional<double> expected;  ///< share free of callouts if nobody had done anything, of the same pairs
};

/// The indicator, the curve and the expectation without effect, of the same pairs: those who count by what is asked
/// before the numerator. In the curve they are followed up to the cut-off less `recording_lag_days`, or until they move
/// away.
///
/// None of `expected`: nobody has been followed so long.
/// Throws: as measure and expected_after; std::invalid_argument when `indicator` is not of pairs, or has no window;
///         unless 0 < `confidence` < 1.
/// Source: as no_further_callout; regression_to_mean.hpp for the expectation.
CalloutFollowUp callout_follow_up(const Indicator& indicator, const CaseRegister& all, const Period& period,
                                  const CalloutModel& model, double confidence);

}  // namespace earlyhelp
