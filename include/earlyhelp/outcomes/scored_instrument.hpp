#pragma once

#include <earlyhelp/issue.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/source.hpp>
#include <earlyhelp/statistics/chart_options.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Who makes a score: this library, from answers; or somebody with the instrument itself, which is licensed or whose
/// scoring is not public, so that the library holds what they made and no more.
enum class ScoredBy : std::uint8_t { library, elsewhere };

template <>
struct Names<ScoredBy> {
  static constexpr std::array<std::string_view, 2> ids = {"library", "elsewhere"};
};

/// What one may know of a score without its instrument.
struct ScoredInstrument {
  Text<31> id;
  std::uint16_t version;            ///< its year where the instrument is known by it; scores of two do not compare
  Text<63> score;                   ///< what the number is
  boost::optional<double> lowest;   ///< none: not known, or there is none
  boost::optional<double> highest;  ///< the same
  bool is_whole;                    ///< only whole numbers are scores
  Improvement improvement;          ///< neutral where neither way is good by itself
  ScoredBy scored_by;
  Source source;

  friend bool operator==(const ScoredInstrument&, const ScoredInstrument&) = default;
};

/// Every instrument that this library knows, by id and version. A score of another is kept as it is.
///
/// Source: as each says.
std::vector<ScoredInstrument> scored_instruments();

/// The one of them with this id and version.
///
/// None:   the library knows none.
/// Source: as it says.
boost::optional<ScoredInstrument> scored_instrument(std::string_view id, std::uint16_t version);

/// Why `score` can be none of `instrument`: not finite, out of its range, or not a whole number.
///
/// None:   it can.
/// Source: as the instrument says.
boost::optional<Issue> score_fault(double score, const ScoredInstrument& instrument);

}  // namespace earlyhelp
