#pragma once

#include <earlyhelp/indicators/case_register.hpp>
#include <earlyhelp/indicators/population.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/period.hpp>
#include <earlyhelp/source.hpp>
#include <earlyhelp/statistics/chart_options.hpp>
#include <earlyhelp/statistics/reliable_change.hpp>
#include <earlyhelp/statistics/survival.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace earlyhelp {

/// The moment by which a subject belongs to a period.
enum class IndexDate : std::uint8_t {
  reported,       ///< of an incident
  disclosed,      ///< of an incident that the family told of
  referred,       ///< the first time in the period that a case of theirs began
  first_contact,  ///< the first time ever that anybody of theirs was spoken with: CaseRecord::first_contact
  first_callout,  ///< the first incident on record between the two of a pair: the start of its local day
};

template <>
struct Names<IndexDate> {
  static constexpr std::array<std::string_view, 5> ids = {"reported", "disclosed", "referred", "first_contact",
                                                          "first_callout"};
};

/// What is said of a subject when a criterion is asked of it.
enum class Reply : std::uint8_t {
  no,
  yes,
  not_yet,    ///< it can still come either way
  lost,       ///< nobody will know: moved away, never answered
  not_known,  ///< the record does not say, or cannot be right
};

template <>
struct Names<Reply> {
  static constexpr std::array<std::string_view, 5> ids = {"no", "yes", "not_yet", "lost", "not_known"};
};

/// Yes or no.
constexpr Reply reply(bool is_yes) noexcept { return is_yes ? Reply::yes : Reply::no; }

/// Whose scores of which instrument are compared, and how much of a change is more than its error.
struct ScoreRule {
  Text<31> instrument;
  std::uint16_t version;
  FamilyRole of;       ///< a child's where children are counted
  ScoreSpread spread;  ///< of people like these, from a study that the place names
};

/// What is counted of whom: below.
struct Indicator;

/// One subject, asked about by one indicator.
struct Subject {
  const CaseRegister& all;
  const Indicator& indicator;
  const Period& period;
  std::size_t place;  ///< among the subjects of the indicator's unit
  Instant index;      ///< within the period
};

/// What one criterion asks, for a reader and for the machine.
struct Question {
  Text<119> asks = {};
  Reply (*of)(const Subject&) = nullptr;  ///< null: it is not asked
};

/// How long something took, in a unit of its own; or how long nobody has seen it happen.
struct Stopwatch {
  Text<119> measures = {};
  Text<15> unit = {};
  std::optional<FollowUp> (*of)(const Subject&) = nullptr;  ///< none: this one is not timed
};

/// One indicator as a value: the one definition from which its count, its members, its strata and its explanation come.
///
/// Who is asked: the subjects of the unit whose index date lies in the period. A first criterion or denominator that is
/// not asked is met by all; the other criteria, not asked, by none. Absence is std::optional here, because the shipped
/// indicators are constant expressions.
///
/// Source: HL7 FHIR, Measure; CMS Blueprint, measure calculations (2020): the six criteria and their order.
struct Indicator {
  Text<47> id;  ///< never reused
  int version;  ///< another one, another figure
  Text<119> title;
  CountedUnit unit;
  IndexDate index;
  Question initial_population = {};
  Question denominator = {};
  Question denominator_exclusion = {};
  Question numerator;
  Question numerator_exclusion = {};
  Question denominator_exception = {};
  Stopwatch time = {};    ///< the time that it took, beside the share; null: not measured
  Improvement direction;  ///< neutral: finding more risk is success, and a call to the police can be trust
  std::optional<ScoreRule> score = {};  ///< for the questions that ask about one
  std::optional<int> window_days = {};  ///< for the questions that ask about one
  std::int64_t minimum = 20;            ///< with fewer in the denominator the figure is called unstable
  Source source;

  /// Throws: std::invalid_argument naming what is missing or cannot be: an id, a version or minimum or window below 1,
  ///         a numerator that is not asked, an index date that subjects of the unit do not have, a score of which it is
  ///         not known which way is better, a spread of scores that cannot be. Whether a question asks about a window
  ///         or a score shows only when it is asked.
  void require_sound() const;
  constexpr const Question& question(Criterion criterion) const noexcept {
    switch (criterion) {
      case Criterion::initial_population:
        return initial_population;
      case Criterion::denominator:
        return denominator;
      case Criterion::denominator_exclusion:
        return denominator_exclusion;
      case Criterion::numerator:
        return numerator;
      case Criterion::numerator_exclusion:
        return numerator_exclusion;
      case Criterion::denominator_exception:
        break;
    }
    return denominator_exception;
  }
};

}  // namespace earlyhelp
