#pragma once

#include <earlyhelp/statistics/count_table.hpp>
#include <earlyhelp/statistics/disclosure_control.hpp>
#include <earlyhelp/statistics/table_disclosure.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <vector>

namespace earlyhelp {

/// The cells to hide so that check_disclosure() says safe: those that are small, `also_hidden` (cells that another
/// table has hidden already), and as many others as it takes. Each of these is needed: showing any one of them would
/// give a small cell away. Totals are kept before cells, and large counts before small ones. What hides enough already
/// stays as it is.
///
/// None:   the table cannot be published with these totals, whatever is hidden in it; put rows or columns together.
///         Never where small totals are hidden.
/// Throws: as check_disclosure.
/// Source: Cox, L. H. (1980), Suppression methodology and statistical disclosure control, JASA 75. Held to the
///         example of package GaussSuppression; its cells are not the only ones that would do.
boost::optional<TableCells> cells_to_hide(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                          const TableCells& also_hidden);
/// The same, which keeps `also_doubted` hidden and in doubt like small cells, whatever they hold: with all that is
/// shown nobody can tell what one of them holds, nor that it is small.
///
/// Throws: as above, also when `also_doubted` is of a table of another size.
boost::optional<TableCells> cells_to_hide(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                          const TableCells& also_hidden, const TableCells& also_doubted);
/// The same with nothing hidden already.
boost::optional<TableCells> cells_to_hide(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals);

/// A table as the public may see it. Which cells are hidden for being small, and which for the sake of others, it does
/// not say, and it does not hold what it hides. Only publish() makes one.
class PublishedTable {
 public:
  std::size_t rows() const noexcept { return rows_; }        ///< without the totals
  std::size_t columns() const noexcept { return columns_; }  ///< without the totals
  /// Throws: std::invalid_argument for a cell that is not in the table or its totals.
  PublishedCount at(TableCell cell) const;

  friend bool operator==(const PublishedTable&, const PublishedTable&) = default;

 private:
  PublishedTable(const CountTable& table, const TableCells& hidden, const DisclosurePolicy& policy);
  friend boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy,
                                                 SmallTotals totals, const TableCells& also_hidden,
                                                 const TableCells& also_doubted);

  std::size_t rows_;
  std::size_t columns_;
  std::vector<PublishedCount> counts_;
};

/// Hides cells_to_hide(), then rounds every count and every total by itself: rounded cells need not add up to their
/// total.
///
/// None, Throws: as cells_to_hide.
boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                        const TableCells& also_hidden);
/// The same with cells to keep in doubt.
boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals,
                                        const TableCells& also_hidden, const TableCells& also_doubted);
/// The same with nothing hidden already.
boost::optional<PublishedTable> publish(const CountTable& table, const DisclosurePolicy& policy, SmallTotals totals);

}  // namespace earlyhelp
