#include <earlyhelp/statistics/table_disclosure.hpp>

#include "table_network.hpp"

#include <algorithm>
#include <stdexcept>

namespace earlyhelp {

std::vector<CellBounds> cell_bounds(const CountTable& table, const TableCells& hidden) {
  if (!hidden.is_of(table)) throw std::invalid_argument{"hidden: needs cells of this table"};
  const TableNetwork network{table, hidden};
  std::vector<CellBounds> all;
  for (const auto cell : table.cells()) {
    if (!hidden.contains(cell)) continue;
    const auto place = table.place_of(cell);
    const auto less = network.move(place, Move::down, TableNetwork::no_bound).amount;
    const auto more = network.move(place, Move::up, TableNetwork::no_bound).amount;
    CellBounds bounds{.cell = cell, .low = table.at(cell) - less, .high = {}};
    if (more < TableNetwork::no_bound) bounds.high = table.at(cell) + more;
    all.push_back(bounds);
  }
  return all;
}

TableCells small_cells(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals) {
  require_sound(policy);
  TableCells small{table};
  for (const auto cell : table.cells()) {
    const auto may_be_hidden = !table.is_total(cell) || totals == SmallTotals::hidden;
    if (may_be_hidden && is_small(table.at(cell), policy)) small.insert(cell);
  }
  return small;
}

DisclosureCheck check_disclosure(const CountTable& table, const TableCells& hidden, const DisclosurePolicy& policy,
                                 SmallTotals totals) {
  const auto small = small_cells(table, policy, totals);
  DisclosureCheck check{.small = 0, .hidden = 0, .recovered = 0, .known_small = 0, .verdict = DisclosureVerdict::safe};
  for (const auto& bounds : cell_bounds(table, hidden)) {
    if (!table.is_total(bounds.cell)) ++check.hidden;
    if (!small.contains(bounds.cell)) continue;
    if (bounds.high == bounds.low) {
      ++check.recovered;
    } else if (bounds.high && is_small(bounds.low, policy) && is_small(*bounds.high, policy)) {
      ++check.known_small;
    }
  }
  for (const auto cell : table.cells()) {
    if (!small.contains(cell)) continue;
    ++check.small;
    if (!hidden.contains(cell)) ++check.recovered;
  }
  if (check.known_small > 0) check.verdict = DisclosureVerdict::only_range_known;
  if (check.recovered > 0) check.verdict = DisclosureVerdict::unsafe;
  return check;
}

}  // namespace earlyhelp
