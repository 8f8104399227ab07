#include <earlyhelp/statistics/printed_percentage.hpp>

#include "argument.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <system_error>

namespace earlyhelp {
namespace {

constexpr std::array<std::int64_t, 7> powers_of_ten = {1, 10, 100, 1'000, 10'000, 100'000, 1'000'000};
constexpr std::int64_t hundred = 100;

bool is_valid(const PrintedPercentage& percentage) {
  if (percentage.decimals < 0 || percentage.decimals >= static_cast<int>(powers_of_ten.size())) return false;
  const auto units_in_one = powers_of_ten[static_cast<std::size_t>(percentage.decimals)];
  return percentage.units >= 0 && percentage.units <= hundred * units_in_one;
}

/// The smallest whole number that is no less than numerator / denominator. Requires: denominator > 0.
std::int64_t round_up(std::int64_t numerator, std::int64_t denominator) {
  return numerator / denominator + (numerator % denominator > 0 ? 1 : 0);
}

}  // namespace

boost::optional<PrintedPercentage> parse_percentage(std::string_view text) {
  const auto point = text.find('.');
  const auto decimals = point == std::string_view::npos ? 0 : text.size() - point - 1;
  if (text.empty() || point == 0 || point == text.size() - 1 || decimals >= powers_of_ten.size()) return {};
  std::string digits{text.substr(0, point)};
  if (point != std::string_view::npos) digits += text.substr(point + 1);
  if (digits.front() == '-') return {};
  PrintedPercentage percentage{.units = 0, .decimals = static_cast<int>(decimals)};
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), percentage.units);
  if (error != std::errc{} || end != digits.data() + digits.size() || !is_valid(percentage)) return {};
  return percentage;
}

boost::optional<CountRange> consistent_numerators(const PrintedPercentage& percentage, std::int64_t total,
                                                  Rounding rounding) {
  constexpr std::int64_t most_total = 1'000'000'000;
  require_argument(is_valid(percentage), "percentage", "0 to 100, with 0 to 6 decimals",
                   static_cast<double>(percentage.units));
  require_argument(total >= 1 && total <= most_total, "total", "1 to 10^9", static_cast<double>(total));

  // In half units of the last decimal: count * scale lies between (2 units - 1) * total and (2 units + 1) * total. An
  // exact half belongs to the figure above, or to the even one.
  const auto scale = 2 * hundred * powers_of_ten[static_cast<std::size_t>(percentage.decimals)];
  const auto is_even = percentage.units % 2 == 0;
  const auto has_lower_half = rounding == Rounding::half_up || is_even;
  const auto has_upper_half = rounding == Rounding::half_even && is_even;
  const auto least = round_up((2 * percentage.units - 1) * total + (has_lower_half ? 0 : 1), scale);
  const auto past = round_up((2 * percentage.units + 1) * total + (has_upper_half ? 1 : 0), scale);
  const CountRange range{.least = std::max<std::int64_t>(0, least), .most = std::min(total, past - 1)};
  if (range.least > range.most) return {};
  return range;
}

}  // namespace earlyhelp
