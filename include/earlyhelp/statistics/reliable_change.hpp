#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// How much scores of an instrument vary between people, and how much of that is not error.
struct ScoreSpread {
  double deviation;    ///< standard deviation before, in the instrument's own units; above 0
  double reliability;  ///< from 0, below 1
};

/// What may be said of the change of one person. Whether less is better is for the instrument to say.
enum class ChangeKind : std::uint8_t { no_reliable_change, reliable_decrease, reliable_increase };

template <>
struct Names<ChangeKind> {
  static constexpr std::array<std::string_view, 3> ids = {"no_reliable_change", "reliable_decrease",
                                                          "reliable_increase"};
};

/// A person's score before and after.
struct ReliableChange {
  double error;     ///< standard error of a difference
  double index;     ///< the difference in standard errors
  double smallest;  ///< difference that 1 in 20 would show by error alone
  ChangeKind kind;  ///< reliable beyond an index of 1.96, not at it
};

/// Whether the change of a score from `before` to `after` is more than the instrument's error.
///
/// Throws: std::invalid_argument unless the scores are finite, and for a spread that cannot be.
/// Source: Jacobson, N. S. and Truax, P. (1991), Clinical significance, Journal of Consulting and Clinical Psychology
///         59; with their 1.96 for the index.
ReliableChange reliable_change(double before, double after, const ScoreSpread& spread);

}  // namespace earlyhelp
