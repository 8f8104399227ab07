#pragma once

#include <boost/optional/optional.hpp>

namespace earlyhelp {

// Who is chosen because of a bad day is better on an ordinary one, with nothing done. What is expected without any
// effect belongs beside every "before and after" of people who were selected at a high point.

/// A score that varies between people and, for each, from time to time.
struct RepeatedScore {
  double mean;
  double deviation;    ///< of scores at one time; above 0
  double correlation;  ///< between two times, from -1 to 1
};

/// What those who scored more than a cut-off show, and what they show the second time.
struct SelectedScore {
  double first;
  double second;

  double fall() const noexcept { return first - second; }
};

/// The means of those who were selected for a first score above `cut_off`, when nothing happens to them.
///
/// None:   when as good as nobody is selected: beyond 37 standard deviations.
/// Throws: std::invalid_argument for a score that cannot be, and unless `cut_off` is finite.
/// Source: Barnett, A. G., van der Pols, J. C. and Dobson, A. J. (2005), Regression to the mean: what it is and how to
///         deal with it, International Journal of Epidemiology 34. The authors corrected its example (44, 1748):
///         held to the table of Naylor and Shine (1965) instead.
boost::optional<SelectedScore> selected_score(const RepeatedScore& score, double cut_off);

/// Events that come to each at a rate of their own, gamma distributed over people: how alike people are, and how long
/// they were watched before and after.
struct RepeatedCount {
  double shape;   ///< of the rates; above 0: the smaller, the less alike
  double rate;    ///< of the rates, in units of time; shape / rate events in a unit of time, on average
  double before;  ///< how long people were watched before; above 0
  double after;   ///< the same after
};

/// What is expected of people when nothing is done.
struct SelectedCount {
  double share;          ///< of all people who are selected
  double events_before;  ///< mean of those selected, in the time before
  double events_after;   ///< the same, in the time after
  double none_after;     ///< share of those selected without any event after
};

/// Of those who had at least `least` events before; with `least` of 0 of everybody.
///
/// None:   when as good as nobody has so many.
/// Throws: std::invalid_argument unless every member is finite and above 0, and `least` >= 0.
/// Source: the gamma-Poisson model: Greenwood, M. and Yule, G. U. (1920), An inquiry into the nature of frequency
///         distributions; Robbins, H. (1956), for what is expected next.
boost::optional<SelectedCount> selected_count(const RepeatedCount& count, int least);

/// Of somebody who had exactly `events` before.
///
/// Throws: as selected_count.
/// Source: as selected_count.
SelectedCount expected_after(const RepeatedCount& count, int events);

}  // namespace earlyhelp
