#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/scored_instrument.hpp>
#include <earlyhelp/statistics/reliable_change.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What became of somebody by their scores before and after.
enum class ScoreVerdict : std::uint8_t { reliably_better, no_reliable_change, reliably_worse };

template <>
struct Names<ScoreVerdict> {
  static constexpr std::array<std::string_view, 3> ids = {"reliably_better", "no_reliable_change", "reliably_worse"};
};

/// Two scores of one person on one instrument, compared.
struct ScoreChange {
  ReliableChange change;
  boost::optional<ScoreVerdict> verdict;  ///< none: a reliable change of what is neither good nor bad by itself
};

/// Whether a score that went from `before` to `after` is more than the instrument's error, and for the better.
///
/// `spread` is of people like this one, from a study that the caller names. Whoever was chosen for a bad score gets a
/// better one by chance: a share of reliably better people is no effect by itself.
///
/// Throws: std::invalid_argument when either can be no score of `instrument`, and as reliable_change().
/// Source: Jacobson, N. S. and Truax, P. (1991), Clinical significance, with the instrument's direction.
ScoreChange score_change(double before, double after, const ScoredInstrument& instrument, const ScoreSpread& spread);

}  // namespace earlyhelp
