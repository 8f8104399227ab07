#include "table_network.hpp"

#include <algorithm>
#include <utility>

namespace earlyhelp {

TableNetwork::TableNetwork(const CountTable& table, const TableCells& hidden)
    : arcs_of_(table.rows() + 1 + table.columns() + 1) {
  for (const auto cell : table.cells()) {
    auto from = cell.row;
    auto to = table.rows() + 1 + cell.column;
    // A total of a row or of a column, and not the grand total.
    if ((cell.row == table.rows()) != (cell.column == table.columns())) std::swap(from, to);
    for (const auto node : {from, to}) arcs_of_[node].push_back(arcs_.size());
    arcs_.push_back({.from = from, .to = to, .flow = table.at(cell), .can_change = hidden.contains(cell)});
  }
}

/// Goes from node to node, the nearest first: along an arc as much as one likes, against it as much as flows there.
/// Nodes that cannot be reached have no room.
std::vector<TableNetwork::Reached> TableNetwork::reach(const std::vector<Arc>& arcs, std::size_t from, std::size_t to,
                                                       std::int64_t most) const {
  std::vector<Reached> reached(arcs_of_.size(), {.place = 0, .room = 0});
  reached[from].room = most;
  std::vector<std::size_t> nodes = {from};
  for (std::size_t next = 0; next < nodes.size() && reached[to].room == 0; ++next) {
    const auto node = nodes[next];
    for (const auto place : arcs_of_[node]) {
      const auto& arc = arcs[place];
      const auto other = arc.from == node ? arc.to : arc.from;
      const auto room = arc.from == node ? reached[node].room : std::min(reached[node].room, arc.flow);
      if (!arc.can_change || room == 0 || reached[other].room > 0) continue;
      reached[other] = {.place = place, .room = room};
      nodes.push_back(other);
    }
  }
  return reached;
}

CellMove TableNetwork::move(std::size_t place, Move direction, std::int64_t most) const {
  auto arcs = arcs_;
  auto& cell = arcs[place];
  // What the cell holds more goes from its beginning to its end, and has to come back another way.
  const auto from = direction == Move::up ? cell.to : cell.from;
  const auto to = direction == Move::up ? cell.from : cell.to;
  const auto wanted = direction == Move::up ? most : std::min(most, cell.flow);
  CellMove made{.amount = 0, .places = {}};
  if (!std::exchange(cell.can_change, false)) return made;
  while (made.amount < wanted) {
    const auto reached = reach(arcs, from, to, wanted - made.amount);
    const auto room = reached[to].room;
    if (room == 0) break;
    for (auto node = to; node != from;) {
      auto& arc = arcs[reached[node].place];
      arc.flow += arc.to == node ? room : -room;
      node = arc.to == node ? arc.from : arc.to;
    }
    made.amount += room;
  }
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    if (i == place ? made.amount > 0 : arcs[i].flow != arcs_[i].flow) made.places.push_back(i);
  }
  return made;
}

}  // namespace earlyhelp
