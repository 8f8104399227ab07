#pragma once

#include <earlyhelp/indicators/measurement.hpp>

#include <boost/optional/optional.hpp>

#include <span>
#include <string>

namespace earlyhelp::io {

/// One figure of a page: a whole, or one of its strata.
struct MeasuredFigure {
  boost::optional<std::string> group;  ///< none: of whom the group is not recorded
  const Measurement* measurement;
};

/// Appends the figures as CSV with a heading, one a row:
///
///   indicator,version,unit,group,initial_population,denominator,denominator_exclusion,numerator,numerator_exclusion,
///   denominator_exception,pending,lost,not_known,score_numerator,score_denominator,share,lower,upper,lower_bound,
///   upper_bound,status
///
/// `lower` and `upper` are Wilson's limits; the bounds are what the share would be if everybody of whom it is not known
/// came to be outside the numerator, and in it. NA where there is no such number.
///
/// Throws: as wilson.
void write_csv(std::span<const MeasuredFigure> figures, double confidence, std::string& out);

/// The same figures as a page to read: what each is, how it was counted, and what it comes to in whole per cent; of
/// fewer than its minimum it says so.
///
/// Throws: as wilson.
std::string measurement_page(std::span<const MeasuredFigure> figures, double confidence);

/// Appends who stands where in `measurement`, as CSV with the heading indicator,standing,ids: the ids of one subject
/// are separated by a space.
void write_members(const Measurement& measurement, const CaseRegister& all, std::string& out);

}  // namespace earlyhelp::io
