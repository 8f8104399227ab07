#pragma once

#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/population.hpp>
#include <earlyhelp/statistics/disclosure_control.hpp>
#include <earlyhelp/statistics/published_table.hpp>
#include <earlyhelp/statistics/table_disclosure.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp {

/// A measurement as the public may see it, by groups or as a whole: how many stand where, hidden and rounded so that
/// nobody can be worked out, and shares made of what is shown; none is 0 % or 100 % unless the policy shows such
/// shares. It names no member. Only publish() makes one.
///
/// One publication knows nothing of another. Of measurements one of which holds the people of the other, only one may
/// be published: of two windows of one indicator, of a period and a part of it, of two cut-offs. Their difference is a
/// count, and a small one is hidden by neither. What excludes each other goes out as one table: PublishedOutcomes.
///
/// Source: as published_table.hpp.
class PublishedMeasurement {
 public:
  std::size_t groups() const noexcept { return labels_.size(); }
  /// None: not recorded.
  const boost::optional<std::string>& group(std::size_t place) const { return labels_.at(place); }

  /// How many of a group stand so; of a place that is groups(), of all groups together.
  ///
  /// Throws: std::invalid_argument for a place past that, and for those outside the initial population.
  PublishedCount count(std::size_t place, Standing standing) const;
  /// The share of the rounded counts. None: one of them is hidden, or there is nobody.
  ///
  /// Throws: as count.
  boost::optional<double> share(std::size_t place) const;
  /// Suppressed when a count that the share is made of is hidden.
  ///
  /// Throws: as count.
  FigureStatus status(std::size_t place) const;

 private:
  PublishedMeasurement(std::vector<boost::optional<std::string>> labels, PublishedTable table, std::int64_t minimum)
      : labels_{std::move(labels)}, table_{std::move(table)}, minimum_{minimum} {}
  friend boost::optional<PublishedMeasurement> publish(std::span<const Stratum> strata, const DisclosurePolicy& policy,
                                                       SmallTotals totals);

  std::vector<boost::optional<std::string>> labels_;
  PublishedTable table_;
  std::int64_t minimum_;
};

/// The strata of one measurement, for the public; of one that has none, a single stratum.
///
/// None:   they cannot be published with these totals, whatever is hidden; put groups together, or hide small totals.
/// Throws: std::invalid_argument when there is no stratum; as the publish() of tables.
/// Source: as PublishedMeasurement.
boost::optional<PublishedMeasurement> publish(std::span<const Stratum> strata, const DisclosurePolicy& policy,
                                              SmallTotals totals);

}  // namespace earlyhelp
