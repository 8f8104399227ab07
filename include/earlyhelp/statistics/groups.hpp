#pragma once

#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <span>

namespace earlyhelp {

/// Whether some groups differ in a share at all. "Not recorded" is a group like any other.
struct GroupsComparison {
  Proportion all;          ///< of all groups together
  int degrees_of_freedom;  ///< groups with anybody in them, less one; at least 0
  boost::optional<TestResult>
      test;  ///< Pearson's chi-square; none: fewer than two groups, or nobody or everybody counts
  boost::optional<double>
      smallest;  ///< expected count of any cell: below 5 the test is not to be trusted; none: nobody
  boost::optional<double> widest_gap;  ///< the largest share less the smallest; none: nobody
};

/// Compares the shares of `groups` without continuity correction. Groups of nobody do not count.
///
/// Throws: std::invalid_argument as share().
/// Source: Pearson, K. (1900), On the criterion that a given system of deviations can be supposed to have arisen from
///         random sampling.
GroupsComparison compare_groups(std::span<const Proportion> groups);

/// All groups but one, together: what that one is compared with.
///
/// Requires: group < groups.size().
/// Throws:   as compare_groups.
/// Source:   Newcombe (1998), for the comparison; see difference.hpp.
Proportion rest_of(std::span<const Proportion> groups, std::size_t group);

}  // namespace earlyhelp
