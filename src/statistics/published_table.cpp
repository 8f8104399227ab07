#include <earlyhelp/statistics/published_table.hpp>

#include "table_network.hpp"

#include <algorithm>
#include <stdexcept>

namespace earlyhelp {
namespace {

/// Keeps every small cell in doubt while one cell after the other is shown.
class Doubt {
 public:
  Doubt(const CountTable& table, const TableCells& hidden, const DisclosurePolicy& policy, const TableCells& small)
      : table_{table}, policy_{policy}, network_{table, hidden} {
    for (const auto cell : table.cells()) {
      if (small.contains(cell)) cells_.push_back({.cell = cell, .way_out = way_out(cell)});
    }
  }

  /// Whether every small cell may as well be a large one, or none at all.
  bool holds() const {
    return std::none_of(cells_.begin(), cells_.end(), [](const Small& small) { return small.way_out.empty(); });
  }

  /// Shows `cell` unless a small one would be known then. Whether it did.
  bool show(TableCell cell) {
    const auto place = table_.place_of(cell);
    network_.show(place);
    for (auto& small : cells_) {
      if (!std::binary_search(small.way_out.begin(), small.way_out.end(), place)) continue;
      auto another = way_out(small.cell);
      if (another.empty()) {
        network_.hide(place);
        return false;
      }
      small.way_out = std::move(another);
    }
    return true;
  }

 private:
  struct Small {
    TableCell cell;
    std::vector<std::size_t> way_out;  ///< places that change, in order, when the cell is not small; none: it has to be
  };

  std::vector<std::size_t> way_out(TableCell cell) const {
    const auto place = table_.place_of(cell);
    const auto up = std::max<std::int64_t>(1, policy_.highest + 1 - table_.at(cell));
    auto larger = network_.move(place, Move::up, up);
    if (larger.amount == up) return std::move(larger.places);
    const auto down = table_.at(cell) - policy_.lowest + 1;
    if (down <= 0) return {};
    auto smaller = network_.move(place, Move::down, down);
    if (smaller.amount == down) return std::move(smaller.places);
    return {};
  }

  const CountTable& table_;
  const DisclosurePolicy& policy_;
  TableNetwork network_;
  std::vector<Small> cells_;
};

/// In the order in which readers miss them.
std::vector<TableCell> most_wanted_first(const CountTable& table) {
  auto cells = table.cells();
  std::stable_sort(cells.begin(), cells.end(), [&](TableCell one, TableCell other) {
    if (table.is_total(one) != table.is_total(other)) return table.is_total(one);
    return table.at(one) > table.at(other);
  });
  return cells;
}

}  // namespace

boost::optional<TableCells> cells_to_hide(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                          const TableCells& also_hidden, const TableCells& also_doubted) {
  if (!also_hidden.is_of(table)) throw std::invalid_argument{"also hidden: needs cells of this table"};
  if (!also_doubted.is_of(table)) throw std::invalid_argument{"also doubted: needs cells of this table"};
  auto small = small_cells(table, policy, totals);
  auto hidden = also_hidden;
  for (const auto cell : table.cells()) {
    if (also_doubted.contains(cell)) small.insert(cell);
    if (!table.is_total(cell) || totals == SmallTotals::hidden) hidden.insert(cell);
  }
  Doubt doubt{table, hidden, policy, small};
  if (!doubt.holds()) return {};
  for (const auto cell : most_wanted_first(table)) {
    const auto may_be_shown = hidden.contains(cell) && !small.contains(cell) && !also_hidden.contains(cell);
    if (may_be_shown && doubt.show(cell)) hidden.erase(cell);
  }
  return hidden;
}

boost::optional<TableCells> cells_to_hide(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                          const TableCells& also_hidden) {
  return cells_to_hide(table, policy, totals, also_hidden, TableCells{table});
}

boost::optional<TableCells> cells_to_hide(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals) {
  return cells_to_hide(table, policy, totals, TableCells{table});
}

PublishedTable::PublishedTable(const CountTable& table, const TableCells& hidden, const DisclosurePolicy& policy)
    : rows_{table.rows()}, columns_{table.columns()} {
  for (const auto cell : table.cells()) {
    const auto rounded = round_to_base(table.at(cell), policy.round_to);
    counts_.push_back(PublishedCount{hidden.contains(cell) ? boost::none : boost::make_optional(rounded)});
  }
}

PublishedCount PublishedTable::at(TableCell cell) const {
  if (cell.row > rows_ || cell.column > columns_) throw std::invalid_argument{"PublishedTable: no such cell"};
  return counts_[cell.row * (columns_ + 1) + cell.column];
}

boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                        const TableCells& also_hidden, const TableCells& also_doubted) {
  const auto hidden = cells_to_hide(table, policy, totals, also_hidden, also_doubted);
  if (!hidden) return {};
  return PublishedTable{table, *hidden, policy};
}

boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                        const TableCells& also_hidden) {
  return publish(table, policy, totals, also_hidden, TableCells{table});
}

boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals) {
  return publish(table, policy, totals, TableCells{table});
}

}  // namespace earlyhelp
