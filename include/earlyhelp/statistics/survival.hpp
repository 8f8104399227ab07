#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/interval.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// How long somebody was followed, in whole units of the caller's (days), and how that ended: with the event, or
/// because nobody looked any longer.
struct FollowUp {
  std::int64_t time;
  bool has_event;

  friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

/// On which scale the limits of a curve are made.
enum class LimitsScale : std::uint8_t {
  plain,    ///< S -+ z se, cut to [0, 1]
  log,      ///< S exp(-+ z g), cut at 1
  log_log,  ///< stays within [0, 1] by itself: the one to show
};

template <>
struct Names<LimitsScale> {
  static constexpr std::array<std::string_view, 3> ids = {"plain", "log", "log_log"};
};

/// The curve from one time on, and what happened at it. Who has the event and who is lost at the same time: the event
/// came first, so that both were at risk.
struct SurvivalStep {
  std::int64_t time;
  std::int64_t at_risk;  ///< followed until `time` or longer
  std::int64_t events;
  std::int64_t censored;
  double survival;           ///< share without the event after `time`
  double greenwood;          ///< sum of d / (n (n - d)) so far; infinite when nobody is left
  double cumulative_hazard;  ///< sum of d / n so far

  /// None: when nobody is left without the event.
  boost::optional<double> standard_error() const noexcept;
};

/// The limits of the curve from `step` on: 1 and 1 while nobody has had the event, which says that nothing happened and
/// not that nothing can.
///
/// None:   when nobody is left without the event.
/// Throws: std::invalid_argument unless 0 < `confidence` < 1.
/// Source: Kalbfleisch, J. D. and Prentice, R. L. (1980), The Statistical Analysis of Failure Time Data (log-log).
boost::optional<Interval> limits(const SurvivalStep& step, double confidence, LimitsScale scale);

/// Which time a quantile is when the curve lies exactly on its share for a while.
enum class QuantileRule : std::uint8_t {
  middle_of_stretch,  ///< to the next drop; where there is none, to the last time at which anybody was followed
  first_time,
};

template <>
struct Names<QuantileRule> {
  static constexpr std::array<std::string_view, 2> ids = {"middle_of_stretch", "first_time"};
};

/// When a share of people have had the event; where it is not reached, that is information and no error.
struct QuantileLimits {
  boost::optional<double> lower = {};
  boost::optional<double> upper = {};
};

/// The share without the event just after a time, and how many were followed until then.
struct SurvivalAt {
  std::int64_t at_risk;
  double survival;
  boost::optional<Interval> interval;  ///< as limits()
  bool is_beyond_last;                 ///< nobody was followed so long: not to be published
};

/// The time that people were without the event, on average, up to a horizon.
struct RestrictedMean {
  double mean;
  double standard_error;
};

/// The share of people without the event, by the time since they began: Kaplan and Meier's product-limit estimate, in
/// which everybody counts as long as they were followed.
///
/// Source: Kaplan, E. L. and Meier, P. (1958), Nonparametric estimation from incomplete observations; Greenwood, M.
///         (1926) for the error.
class SurvivalCurve {
 public:
  /// Throws: std::invalid_argument for a time below 0. The order of `people` does not matter.
  explicit SurvivalCurve(std::span<const FollowUp> people);

  std::int64_t people() const noexcept { return steps_.empty() ? 0 : steps_.front().at_risk; }
  std::int64_t events() const noexcept;
  /// One for each time at which anything happened, in order.
  std::span<const SurvivalStep> steps() const noexcept { return steps_; }

  /// None:   of nobody.
  /// Throws: as limits.
  boost::optional<SurvivalAt> at(std::int64_t time, double confidence, LimitsScale scale) const;

  /// When a share of `share` has had the event: the first time at which the curve is 1 - `share` or less.
  ///
  /// None:   not reached.
  /// Throws: std::invalid_argument unless 0 < `share` < 1.
  boost::optional<double> quantile(double share, QuantileRule rule) const;
  /// Where the limits of the curve cross 1 - `share` for the first time.
  ///
  /// Throws: as quantile and limits.
  /// Source: Brookmeyer, R. and Crowley, J. (1982), A confidence interval for the median survival time, Biometrics 38.
  QuantileLimits quantile_limits(double share, double confidence, LimitsScale scale, QuantileRule rule) const;

  /// The area under the curve up to `horizon`.
  ///
  /// None:   of nobody, and beyond the last time at which anybody was followed while some were without the event.
  /// Throws: std::invalid_argument for a horizon below 0.
  /// Source: Royston, P. and Parmar, M. K. B. (2013), Restricted mean survival time.
  boost::optional<RestrictedMean> restricted_mean(std::int64_t horizon) const;

 private:
  std::vector<SurvivalStep> steps_;
};

}  // namespace earlyhelp
