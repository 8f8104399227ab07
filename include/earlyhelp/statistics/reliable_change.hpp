#pragma once

#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// How much scores of an instrument vary between people, and how much of that is not error.
struct ScoreSpread {
  double deviation;    ///< standard deviation before, in the instrument's own units; above 0
  double reliability;  ///< from 0 to 1; of 1 there is no error, and every change is reliable
};

/// Whether there can be such a spread.
bool is_sound(const ScoreSpread& spread) noexcept;

/// What may be said of the change of one person. Whether less is better is for the instrument to say.
enum class ChangeKind : std::uint8_t { no_reliable_change, reliable_decrease, reliable_increase };

template <>
struct Names<ChangeKind> {
  static constexpr std::array<std::string_view, 3> ids = {"no_reliable_change", "reliable_decrease",
                                                          "reliable_increase"};
};

/// A person's score before and after.
struct ReliableChange {
  double error;                   ///< standard error of a difference
  boost::optional<double> index;  ///< the difference in standard errors; none: there is no error
  double smallest;                ///< difference that 1 in 20 would show by error alone
  ChangeKind kind;                ///< reliable beyond 1.96 standard errors, not at them
};

/// Whether the change of a score from `before` to `after` is more than the instrument's error.
///
/// Throws: std::invalid_argument unless the scores are finite, and unless is_sound(spread).
/// Source: Jacobson, N. S. and Truax, P. (1991), Clinical significance, Journal of Consulting and Clinical Psychology
///         59; with their 1.96 for the index.
ReliableChange reliable_change(double before, double after, const ScoreSpread& spread);

}  // namespace earlyhelp
