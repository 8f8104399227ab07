#pragma once

#include <earlyhelp/indicators/callout_follow_up.hpp>
#include <earlyhelp/indicators/case_register.hpp>
#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/measurement.hpp>

#include <boost/optional/optional.hpp>

#include <span>
#include <string>
#include <vector>

namespace earlyhelp::io {

/// One indicator of a page: its figures, and what has to stand beside them.
struct MeasuredIndicator {
  Indicator indicator;
  std::vector<Stratum> strata;           ///< the whole alone, under a name of its own, or its groups; none: nobody
  boost::optional<TimeTaken> time = {};  ///< of all groups together; none: it measures no time
  boost::optional<CalloutFollowUp> follow_up = {};  ///< of all groups together; none: it is not about callouts
};

/// Appends the figures as CSV with a heading, one for each group of each indicator:
///
///   indicator,version,unit,group,initial_population,denominator,denominator_exclusion,numerator,numerator_exclusion,
///   denominator_exception,pending,lost,not_known,score_numerator,score_denominator,share,lower,upper,lower_bound,
///   upper_bound,status
///
/// `lower` and `upper` are Wilson's limits; the bounds are what the share would be if everybody of whom it is not known
/// came to be outside the numerator, and in it. NA where there is no such number.
///
/// Throws: as wilson.
void write_csv(std::span<const MeasuredIndicator> indicators, double confidence, std::string& out);

/// The same figures as a page to read: what each is, how it was counted, and what it comes to in whole per cent; of
/// fewer than its minimum it says so. The bounds stand under every share that is not of everybody, and under the groups
/// the time that it took, the curve of all who were followed, and what was to be expected with nothing done.
///
/// Throws: as wilson.
std::string measurement_page(std::span<const MeasuredIndicator> indicators, double confidence);

/// Appends who stands where in the groups of each indicator, as CSV with the heading indicator,group,standing,ids: the
/// ids of one subject are separated by a space.
///
/// Requires: measured in `all`.
void write_members(std::span<const MeasuredIndicator> indicators, const CaseRegister& all, std::string& out);

}  // namespace earlyhelp::io
