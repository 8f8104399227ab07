#include <earlyhelp/indicators/published_measurement.hpp>

#include <array>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

/// Everybody in the initial population stands in exactly one of these.
constexpr auto first_standing = Standing::not_in_denominator;
constexpr std::size_t columns = count_of<Standing> - static_cast<std::size_t>(first_standing);

std::size_t column_of(Standing standing) {
  if (standing < first_standing || !is_declared(standing)) {
    throw std::invalid_argument{"PublishedMeasurement: nobody outside the initial population is counted"};
  }
  return static_cast<std::size_t>(standing) - static_cast<std::size_t>(first_standing);
}

/// None: a part of it is hidden.
boost::optional<std::int64_t> denominator(const PublishedMeasurement& measurement, std::size_t place) {
  std::int64_t total = 0;
  for (const auto standing : values_of<Standing>) {
    if (!is_in_denominator(standing)) continue;
    const auto shown = measurement.count(place, standing).value();
    if (!shown) return {};
    total += *shown;
  }
  return total;
}

std::vector<std::int64_t> counts_of(const Measurement& measurement) {
  std::vector<std::int64_t> counts(columns);
  for (std::size_t i = 0; i < columns; ++i) {
    counts[i] = measurement.count(static_cast<Standing>(i + static_cast<std::size_t>(first_standing)));
  }
  return counts;
}

/// The noughts without which no group's share would be 0 % or 100 %.
TableCells noughts_of_whole_shares(const CountTable& table) {
  TableCells noughts{table};
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto cell_of = [row](Standing standing) { return TableCell{.row = row, .column = column_of(standing)}; };
    const auto reached = table.at(cell_of(Standing::numerator));
    const auto others = table.at(cell_of(Standing::numerator_excluded)) + table.at(cell_of(Standing::denominator_only));
    if (reached == 0 && others > 0) noughts.insert(cell_of(Standing::numerator));
    if (reached > 0 && others == 0) noughts.insert(cell_of(Standing::denominator_only));
  }
  return noughts;
}

}  // namespace

PublishedCount PublishedMeasurement::count(std::size_t place, Standing standing) const {
  return table_.at({.row = place, .column = column_of(standing)});
}

boost::optional<double> PublishedMeasurement::share(std::size_t place) const {
  const auto total = denominator(*this, place);
  if (!total) return {};
  return earlyhelp::share({.count = count(place, Standing::numerator).value().value(), .total = *total});
}

FigureStatus PublishedMeasurement::status(std::size_t place) const {
  const auto total = denominator(*this, place);
  if (!total) return FigureStatus::suppressed;
  if (*total == 0) return FigureStatus::no_denominator;
  return *total < minimum_ ? FigureStatus::unstable : FigureStatus::ok;
}

boost::optional<PublishedMeasurement> publish(std::span<const Stratum> strata, const DisclosurePolicy& policy,
                                              SmallTotals totals) {
  if (strata.empty()) throw std::invalid_argument{"publish: needs at least one stratum"};
  std::vector<boost::optional<std::string>> labels;
  std::vector<std::vector<std::int64_t>> counts;
  for (const auto& stratum : strata) {
    labels.push_back(stratum.group);
    counts.push_back(counts_of(stratum.measurement));
  }
  const CountTable exact{counts};
  const TableCells nothing{exact};
  const auto doubted = policy.whole_shares == WholeShares::hidden ? noughts_of_whole_shares(exact) : nothing;
  auto table = publish(exact, policy, totals, nothing, doubted);
  if (!table) return {};
  return PublishedMeasurement{std::move(labels), *std::move(table), strata.front().measurement.indicator().minimum};
}

}  // namespace earlyhelp
