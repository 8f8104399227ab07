#pragma once

#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp {

/// From those supported to those who said something good: four numbers that are told together, or not at all. Whoever
/// it was not safe to ask is in none of them: neither supported and not asked, nor silent.
struct FeedbackChain {
  std::int64_t supported;
  std::int64_t asked;
  std::int64_t answered;
  std::int64_t positive;
  std::int64_t pending = 0;  ///< of whom one of the four is not known yet, and who are in none of them

  Proportion coverage() const noexcept { return {.count = asked, .total = supported}; }
  Proportion response() const noexcept { return {.count = answered, .total = asked}; }
  Proportion answered_of_supported() const noexcept { return {.count = answered, .total = supported}; }
  Proportion satisfaction() const noexcept { return {.count = positive, .total = answered}; }

  friend bool operator==(const FeedbackChain&, const FeedbackChain&) = default;
};

/// What the share of good answers would be if everybody had answered: with every silence a bad answer, and a good one.
/// `of_asked` leaves out those who were never asked, `of_supported` takes them for silent.
struct FeedbackBounds {
  boost::optional<Interval> of_asked;      ///< none: nobody was asked
  boost::optional<Interval> of_supported;  ///< none: nobody was supported
};

/// Throws: std::invalid_argument unless 0 <= positive <= answered <= asked <= supported.
/// Source: Manski, C. F. (1989), Anatomy of the selection problem.
FeedbackBounds feedback_bounds(const FeedbackChain& chain);

}  // namespace earlyhelp
