#pragma once

#include "triage/cell_sets.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

/// What came of sharing sets out among groups.
struct Sharing {
  std::vector<CellSet> groups;  ///< for each, what its sets have in common: never empty. No groups: no way was found
  bool is_every_way_tried;      ///< when no way was found: that there is none
};

/// Shares `sets` out among `count` groups in such a way that the sets of each have a cell in common. Those that are
/// `apart`, given by their places, are the first of a group each.
///
/// Requires: there are sets, and no one of them is empty; all are of one CellSets; no two that are apart meet; `count`
/// is not below their number. Throws: std::length_error as CellSets.
Sharing shared_out(std::span<const CellSet> sets, const std::vector<std::size_t>& apart, std::size_t count);

}  // namespace earlyhelp
