#pragma once

#include "triage/cell_sets.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

/// Few sets of cells, such that whoever takes one cell of each has a cell of every set asked about.
struct Cover {
  std::vector<CellSet> groups;     ///< each is what some of the sets have in common
  std::vector<std::size_t> apart;  ///< places of sets of which no two have a cell in common
  std::size_t at_least;            ///< no cover has fewer groups: not fewer than are apart, often more
};

/// A cover of `sets`: the smallest there is when it has as many groups as are needed at least.
///
/// Sets that are apart are in different groups. So the search starts with a group for each of the most that are apart,
/// and tries every way to share out the others; where there is none, one more group is needed. That can take longer
/// than anybody waits, and so can finding the most that are apart: both are cut off after so many steps. Either way the
/// cover is one, the sets are apart, and fewer groups than `at_least` do not do.
///
/// Requires: no set is empty; all are of one CellSets.
/// Throws: std::length_error as CellSets.
Cover cover(std::span<const CellSet> sets);

}  // namespace earlyhelp
