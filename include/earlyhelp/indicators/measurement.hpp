#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/population.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/period.hpp>
#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>
#include <earlyhelp/statistics/survival.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp {

/// What may be made of a figure.
enum class FigureStatus : std::uint8_t {
  ok,
  no_denominator,  ///< of nobody: there is no share, and it is not 0
  unstable,        ///< of fewer than the indicator's minimum
  not_reached,     ///< a time by which too few have had it happen
  invalid_input,   ///< of nobody: of all who could count it is not known, and nobody else is waited for
  suppressed,      ///< hidden before it was published
};

template <>
struct Names<FigureStatus> {
  static constexpr std::array<std::string_view, 6> ids = {"ok",          "no_denominator", "unstable",
                                                          "not_reached", "invalid_input",  "suppressed"};
};

/// One subject of the initial population, and what became of it.
struct Member {
  std::uint32_t place;  ///< among the subjects of the indicator's unit
  Standing standing;

  friend bool operator==(const Member&, const Member&) = default;
};

/// What an indicator comes to in a period: never a share alone, always with everybody whom it is about.
///
/// Source: HL7 FHIR, MeasureReport; that pending and lost are told: library default (indicators without them flatter).
class Measurement {
 public:
  Measurement(const Indicator& indicator, const Period& period, Instant cut_off)
      : indicator_{indicator}, period_{period}, cut_off_{cut_off} {}
  void add(Member member);

  const Indicator& indicator() const noexcept { return indicator_; }
  const Period& period() const noexcept { return period_; }
  Instant cut_off() const noexcept { return cut_off_; }

  /// All six. Who is pending, lost or not known is in the initial population, and in no denominator.
  PopulationCounts counts() const noexcept;
  std::int64_t count(Standing standing) const noexcept { return counts_[static_cast<std::size_t>(standing)]; }
  /// Everybody in the initial population, by their place.
  std::span<const Member> members() const noexcept { return members_; }
  std::vector<std::uint32_t> members(Standing standing) const;

  Proportion score() const noexcept { return counts().score(); }
  FigureStatus status() const noexcept;
  /// None: as wilson.
  boost::optional<Interval> interval(double confidence) const { return wilson(score(), confidence); }
  /// The share if everybody pending, lost or not known came to be outside the numerator, and if all came to be in it.
  ///
  /// None: of nobody.
  boost::optional<Interval> bounds() const;

 private:
  Indicator indicator_;
  Period period_;
  Instant cut_off_;
  std::array<std::int64_t, count_of<Standing>> counts_ = {};
  std::vector<Member> members_;
};

/// Asks `indicator` of every subject of `all` whose index date lies in `period`.
///
/// Throws: as Indicator::require_sound, and std::invalid_argument naming the indicator when one of its questions asks
///         about a window or a score and it has none.
Measurement measure(const Indicator& indicator, const CaseRegister& all, const Period& period);

/// How subjects are sorted into groups: by what is recorded of each.
struct Grouping {
  std::string id;
  std::function<boost::optional<std::string>(const Subject&)> group_of;  ///< none: not recorded
};

/// The part of a measurement that is about one group.
struct Stratum {
  boost::optional<std::string> group;  ///< none: those of whom it is not recorded, a group like any other
  Measurement measurement;
};

/// The same measurement by groups, in the order of their names, those not recorded last: each subject of the initial
/// population in exactly one, asked the same, so that every count adds up to that of the whole.
///
/// Throws: as measure, and std::invalid_argument when `by` has no `group_of`.
std::vector<Stratum> stratify(const Indicator& indicator, const CaseRegister& all, const Period& period,
                              const Grouping& by);

/// How long it took, of everybody in the denominator and of those of whom it is not known yet.
class TimeTaken {
 public:
  TimeTaken(Measurement measurement, SurvivalCurve curve, std::int64_t untimed)
      : measurement_{std::move(measurement)}, curve_{std::move(curve)}, untimed_{untimed} {}

  const Measurement& measurement() const noexcept { return measurement_; }
  const SurvivalCurve& curve() const noexcept { return curve_; }
  std::int64_t untimed() const noexcept { return untimed_; }  ///< who would count, and have no time
  /// When a share of `share` has had it happen, in the unit of the indicator's stopwatch.
  ///
  /// None:   not reached.
  /// Throws: as SurvivalCurve::quantile.
  boost::optional<double> quantile(double share) const { return curve_.quantile(share, QuantileRule::first_time); }
  FigureStatus status(double share) const;

 private:
  Measurement measurement_;
  SurvivalCurve curve_;
  std::int64_t untimed_;
};

/// Throws: as measure, and std::invalid_argument when the indicator measures no time or finds one below 0.
TimeTaken time_taken(const Indicator& indicator, const CaseRegister& all, const Period& period);

}  // namespace earlyhelp
