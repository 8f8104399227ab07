#pragma once

#include "history_index.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace earlyhelp {

/// The victims of one incident, each once and in order, and the links that the incident itself records, as numbers. A
/// stranger, whom no record of the history names, has a number behind those of the index.
struct Present {
  std::vector<std::uint32_t> victims;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> links;
};

/// The victims of `suspect` whom `view` sees outside the incident `own`, and those who are `present` in it, in groups
/// that belong together: how many groups these are.
std::int64_t victim_groups(const HistoryIndex& index, const View& view, std::uint32_t own, std::uint32_t suspect,
                           const Present& present);

}  // namespace earlyhelp
