#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What an indicator asks of a subject, in the order in which it is asked.
enum class Criterion : std::uint8_t {
  initial_population,     ///< whom the indicator is about
  denominator,            ///< who could have reached the numerator
  denominator_exclusion,  ///< leaves before the numerator is looked at
  numerator,
  numerator_exclusion,    ///< leaves the numerator and stays in the denominator
  denominator_exception,  ///< a valid reason; counts for those alone who did not reach the numerator
};

template <>
struct Names<Criterion> {
  static constexpr std::array<std::string_view, 6> ids = {"initial_population",    "denominator",
                                                          "denominator_exclusion", "numerator",
                                                          "numerator_exclusion",   "denominator_exception"};
};

/// Several of them.
using Criteria = EnumSet<Criterion>;

/// Those of the criteria that a subject meets which count: each is asked only where the ones before let it be.
///
/// Source: HL7 FHIR, Measure, population codes; CMS Blueprint, measure calculations (2020).
Criteria counted(Criteria met) noexcept;

/// What becomes of a subject in the end. The last three are in no denominator: whether they reach the numerator cannot
/// be said, and whoever hides them among those who did not, or leaves them out in silence, says something else.
enum class Standing : std::uint8_t {
  not_in_initial_population,
  not_in_denominator,
  excluded,
  numerator,
  numerator_excluded,
  exception,
  denominator_only,
  pending,    ///< it can still come either way
  lost,       ///< it could have been known, and will not be
  not_known,  ///< the record does not say, or cannot be right
};

template <>
struct Names<Standing> {
  static constexpr std::array<std::string_view, 10> ids = {"not_in_initial_population",
                                                           "not_in_denominator",
                                                           "excluded",
                                                           "numerator",
                                                           "numerator_excluded",
                                                           "exception",
                                                           "denominator_only",
                                                           "pending",
                                                           "lost",
                                                           "not_known"};
};

/// The one of these that holds for whoever meets `met`, all of which is known.
Standing standing(Criteria met) noexcept;

/// Whether whoever stands so is in the denominator of the score. Who was taken out of the numerator is.
constexpr bool is_in_denominator(Standing standing) noexcept {
  return standing == Standing::numerator || standing == Standing::numerator_excluded ||
         standing == Standing::denominator_only;
}

/// Whether it cannot be said of whoever stands so: the last three.
constexpr bool is_undecided(Standing standing) noexcept {
  return standing == Standing::pending || standing == Standing::lost || standing == Standing::not_known;
}

/// How many subjects meet each criterion, as it counts. No figure is made of less than all six.
class PopulationCounts {
 public:
  void add(Criteria met, std::int64_t subjects = 1) noexcept;

  std::int64_t of(Criterion criterion) const noexcept { return counts_[static_cast<std::size_t>(criterion)]; }
  /// (numerator - its exclusions) of (denominator - its exclusions - exceptions): never out of range, and of nobody
  /// when nothing is left.
  Proportion score() const noexcept;

  friend bool operator==(const PopulationCounts&, const PopulationCounts&) = default;

 private:
  std::array<std::int64_t, count_of<Criterion>> counts_ = {};
};

}  // namespace earlyhelp
