#pragma once

#include "triage/cell_sets.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace earlyhelp {

/// What came of sharing sets out among groups.
struct Sharing {
  std::vector<CellSet> groups;  ///< what the sets of each have in common: nowhere nothing; no group: no way was found
  bool is_every_way_tried;      ///< when no way was found: that there is none
};

/// Shares `sets` out among `count` groups in such a way that the sets of each have a cell in common. Those that are
/// `apart`, given by their places, are the first of a group each.
///
/// Requires: no set is empty; all are of one CellSets; no two that are apart meet; `count` is not below their number.
/// Throws: std::length_error as CellSets.
Sharing shared_out(std::span<const CellSet> sets, const std::vector<std::size_t>& apart, std::size_t count);

}  // namespace earlyhelp
