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
  auto table = publish(CountTable{counts}, policy, totals);
  if (!table) return {};
  return PublishedMeasurement{std::move(labels), *std::move(table), strata.front().measurement.indicator().minimum};
}

}  // namespace earlyhelp
