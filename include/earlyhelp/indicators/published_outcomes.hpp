#pragma once

#include <earlyhelp/indicators/case_outcome.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/statistics/disclosure_control.hpp>
#include <earlyhelp/statistics/published_table.hpp>
#include <earlyhelp/statistics/table_disclosure.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

// Each family comes to one outcome: whoever sees how many families there are and all outcomes but one has seen that
// one.

namespace earlyhelp {

/// How many families of one group came to what.
struct GroupOutcomes {
  boost::optional<std::string> group;                        ///< none: those of whom it is not recorded
  std::array<std::int64_t, count_of<CaseOutcome>> families;  ///< in the order of CaseOutcome

  friend bool operator==(const GroupOutcomes&, const GroupOutcomes&) = default;
};

/// The counts of outcome_indicators by groups: every family referred in `period` once, in the order of stratify().
///
/// Throws: as stratify.
/// Source: as CaseOutcome.
std::vector<GroupOutcomes> group_outcomes(const CaseRegister& all, const Period& period, const Grouping& by);
/// The same of all families together.
GroupOutcomes all_outcomes(const CaseRegister& all, const Period& period);

/// What families came to, as the public may see it: all outcomes in one table, hidden and rounded so that none can be
/// worked out from the others. Where one outcome is that of every family of a group which came to any, another is
/// hidden too, unless the policy shows whole shares. Only publish() makes one.
///
/// Who publishes this publishes no measurement of outcome_indicators beside it.
///
/// Source: as published_table.hpp.
class PublishedOutcomes {
 public:
  std::size_t groups() const noexcept { return groups_.size(); }
  /// None: not recorded.
  ///
  /// Throws: std::out_of_range for a place that is not below groups().
  const boost::optional<std::string>& group(std::size_t place) const { return groups_.at(place); }
  /// How many families of a group came to that; of a place that is groups(), of all groups together.
  ///
  /// Throws: std::invalid_argument for a place past that, and for what is no outcome.
  PublishedCount count(std::size_t place, CaseOutcome outcome) const;
  /// All families of a group; so for a place that is groups().
  ///
  /// Throws: as count.
  PublishedCount families(std::size_t place) const;

 private:
  PublishedOutcomes(std::vector<boost::optional<std::string>> groups, PublishedTable table)
      : groups_{std::move(groups)}, table_{std::move(table)} {}
  friend boost::optional<PublishedOutcomes> publish(std::span<const GroupOutcomes> groups,
                                                    const DisclosurePolicy& policy, SmallTotals totals);

  std::vector<boost::optional<std::string>> groups_;
  PublishedTable table_;
};

/// The outcomes of all groups, for the public; without groups, all_outcomes() alone.
///
/// None:   they cannot be published with these totals, whatever is hidden; put groups together, or hide small totals.
/// Throws: std::invalid_argument when there is no group; as the publish() of tables.
/// Source: as PublishedOutcomes.
boost::optional<PublishedOutcomes> publish(std::span<const GroupOutcomes> groups, const DisclosurePolicy& policy,
                                           SmallTotals totals);

}  // namespace earlyhelp
