#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/count_table.hpp>
#include <earlyhelp/statistics/disclosure_control.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

// Who sees all cells of a row but one, and its total, has seen that one. What is hidden is only as good as what the
// rest gives away.

namespace earlyhelp {

/// All that a reader can know of a hidden cell: every whole number from `low` to `high` agrees with everything that is
/// shown, and no other does.
struct CellBounds {
  TableCell cell;
  std::int64_t low;
  boost::optional<std::int64_t> high;  ///< none: it has no bound

  friend bool operator==(const CellBounds&, const CellBounds&) = default;
};

/// What a reader can work out of each cell in `hidden`, totals included, in the order of the table, when all others are
/// shown as they are. The reader knows that counts are whole, not negative and add up, and no more: the answer is the
/// same for every table that looks alike.
///
/// Throws: std::invalid_argument when `hidden` is of a table of another size.
/// Source: Gusfield, D. (1988), A graph theoretic approach to statistical data security, SIAM Journal on Computing 17:
///         a table with totals is a network, and how far a cell can move is a greatest flow in it.
std::vector<CellBounds> cell_bounds(const CountTable& table, const TableCells& hidden);

/// What is done with a total that is itself small.
enum class SmallTotals : std::uint8_t { shown, hidden };

template <>
struct Names<SmallTotals> {
  static constexpr std::array<std::string_view, 2> ids = {"shown", "hidden"};
};

/// The cells that `policy` hides for being small; of the totals, those that are small where they are to be hidden.
///
/// Throws: as require_sound.
TableCells small_cells(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals);

/// What the hidden cells are worth.
enum class DisclosureVerdict : std::uint8_t {
  safe,
  only_range_known,  ///< of some small cell a reader can tell that it is small, and not how small
  unsafe,            ///< of some small cell a reader can tell the count
};

template <>
struct Names<DisclosureVerdict> {
  static constexpr std::array<std::string_view, 3> ids = {"safe", "only_range_known", "unsafe"};
};

/// How a table fares when a reader does the sums.
struct DisclosureCheck {
  std::size_t small;        ///< cells that have to be hidden: small_cells()
  std::size_t hidden;       ///< cells that are, without totals
  std::size_t recovered;    ///< small cells whose count is known, hidden or not
  std::size_t known_small;  ///< small cells that are known to be small, without the recovered
  DisclosureVerdict verdict;

  friend bool operator==(const DisclosureCheck&, const DisclosureCheck&) = default;
};

/// Throws: as cell_bounds and require_sound.
DisclosureCheck check_disclosure(const CountTable& table, const TableCells& hidden, const DisclosurePolicy& policy,
                                 SmallTotals totals);

}  // namespace earlyhelp
