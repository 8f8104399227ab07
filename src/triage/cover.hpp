#pragma once

#include "triage/cell_sets.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

/// Few sets of cells, such that whoever takes one cell of each has a cell of every set asked about.
struct Cover {
  std::vector<CellSet> groups;     ///< each is what some of the sets have in common
  std::vector<std::size_t> apart;  ///< places of sets of which no two have a cell in common: no cover has fewer groups
};

/// A cover of `sets`: the smallest there is when it has as many groups as there are sets apart.
///
/// Finding a smallest cover can take longer than anybody waits, and so can finding the most sets apart; the search for
/// these is cut off after some millions of steps. Either way the cover is one, and the sets are apart.
///
/// Requires: no set is empty; all are of one CellSets.
/// Throws: std::length_error as CellSets.
Cover cover(std::span<const CellSet> sets);

}  // namespace earlyhelp
