#pragma once

#include <earlyhelp/statistics/count_table.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace earlyhelp {

enum class Move : std::uint8_t { up, down };

/// How far one cell can move, and which cells move with it then.
struct CellMove {
  std::int64_t amount;
  std::vector<std::size_t> places;  ///< of the cells that hold something else after the move, the cell itself included
};

/// A table as a network: a node for each row and column, one for the row of totals and one for the column of totals. A
/// cell is an arc from its row to its column, a total one back from its column to its row, and the grand total one from
/// the row of totals to the column of totals; so what flows into a node flows out of it. Only hidden cells can change.
class TableNetwork {
 public:
  static constexpr auto no_bound = std::numeric_limits<std::int64_t>::max() / 8;

  TableNetwork(const CountTable& table, const TableCells& hidden);

  /// Shows the cell at `place`, which then stays as it is, or hides it again.
  void show(std::size_t place) noexcept { arcs_[place].can_change = false; }
  void hide(std::size_t place) noexcept { arcs_[place].can_change = true; }

  /// The farthest that the cell at `place` can go while all that is shown stays as it is, up to `most`; `no_bound` when
  /// it has none.
  CellMove move(std::size_t place, Move direction, std::int64_t most) const;

 private:
  struct Arc {
    std::size_t from;
    std::size_t to;
    std::int64_t flow;
    bool can_change;
  };
  /// The arc by which a node was reached, and how much more can go through all arcs so far.
  struct Reached {
    std::size_t place;
    std::int64_t room;
  };

  std::vector<Reached> reach(const std::vector<Arc>& arcs, std::size_t from, std::size_t to, std::int64_t most) const;

  std::vector<Arc> arcs_;                          // by place
  std::vector<std::vector<std::size_t>> arcs_of_;  // by node
};

}  // namespace earlyhelp
