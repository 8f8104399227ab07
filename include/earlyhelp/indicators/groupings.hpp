#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/statistics/groups.hpp>

#include <boost/optional/optional.hpp>

#include <functional>
#include <span>
#include <string>

namespace earlyhelp {

// By what a measurement can be looked at. Where a subject has several cases, the first to begin that says anything
// counts.

/// Where the case came from.
///
/// Source: the service's annual report 2020-21.
Grouping by_referral_source();

/// The first grade of the case's first incident that has one; of an incident, its own.
///
/// Source: default triage policy, section 3.
Grouping by_first_grade();

/// The month of the index date, as YYYY-MM.
///
/// Source: library default.
Grouping by_month();

/// What the caller has on record of a victim: ethnicity, sex, age band, deprivation. The library holds none of it. The
/// first victim of whom anything is on record counts.
///
/// Source: library default; equality monitoring asks the same of every group.
Grouping by_victim(const std::string& id, std::function<boost::optional<std::string>(const PersonId&)> group_of);

/// Whether the shares of the groups differ at all.
///
/// Throws: as compare_groups.
/// Source: as compare_groups.
GroupsComparison compare_strata(std::span<const Stratum> strata);

}  // namespace earlyhelp
