#pragma once

#include <earlyhelp/issue.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/yes_no_answers.hpp>
#include <earlyhelp/source.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What was seen in the people whose scores were at least `from`, and below the `from` of the next band.
///
/// Unit: per thousand.
struct OdaraBand {
  int from;
  int reassaulted;  ///< of those in this band, did so again
  int in_band;      ///< of all, the three make 1000
  int below;
  int above;

  friend bool operator==(const OdaraBand&, const OdaraBand&) = default;
};

/// What was seen in one group of people. Another group has other norms: a rate without its norms says nothing.
struct OdaraNorms {
  Text<31> name;
  std::vector<OdaraBand> bands;
  Source source;
};

/// The norms of 2004, from Ontario. Later groups score higher and other places were predicted badly, so that nobody is
/// like them without a reason; norms of the United Kingdom are not known.
///
/// Source: No To Violence, Interpreting ODARA risk scores, table of 2004 norms.
OdaraNorms odara_norms_2004();

/// What cannot be in a table of norms: bands that do not begin at 0 or are out of order, shares that do not add up, or
/// that contradict the bands below and above. Empty: nothing.
///
/// Source: library default; the invariants that the 2004 table has.
std::vector<Issue> check(const OdaraNorms& norms);

/// Whether somebody is like those whom norms were taken from: then alone does their rate say anything about them.
enum class NormFit : std::uint8_t { like_the_norms, unlike_the_norms, not_known };

template <>
struct Names<NormFit> {
  static constexpr std::array<std::string_view, 3> ids = {"like_the_norms", "unlike_the_norms", "not_known"};
};

/// A score in the light of norms.
struct OdaraReading {
  Text<31> norms;
  ScoreRange lowest_band;            ///< that of the least score
  ScoreRange highest_band;           ///< that of the greatest
  boost::optional<int> reassaulted;  ///< per thousand; none: the score is a range, or the norms do not fit

  friend bool operator==(const OdaraReading&, const OdaraReading&) = default;
};

/// The bands of `score`, and the rate of its band where there is one.
///
/// Throws: std::invalid_argument for norms that check() finds fault with, and unless 0 <= least <= most <= 13.
/// Source: No To Violence, Interpreting ODARA risk scores.
OdaraReading odara_reading(const ScoreRange& score, const OdaraNorms& norms, NormFit fit);

}  // namespace earlyhelp
