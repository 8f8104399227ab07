#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/period.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What a person says to being worked with.
enum class Consent : std::uint8_t { given, refused, withdrawn };

template <>
struct Names<Consent> {
  static constexpr std::array<std::string_view, 3> ids = {"given", "refused", "withdrawn"};
};

/// A person said whether the team may work with them.
struct ConsentStated {
  PersonId person;
  Consent consent;

  friend bool operator==(const ConsentStated&, const ConsentStated&) = default;
};

/// A way of helping.
///
/// Source: the service's annual report 2020-21 (advice, signposting, work with the family).
enum class InterventionKind : std::uint8_t { advice, signposting, direct_work, family_work };

template <>
struct Names<InterventionKind> {
  static constexpr std::array<std::string_view, 4> ids = {"advice", "signposting", "direct_work", "family_work"};
};

/// Whether this help is work that somebody has to agree to first; advice and signposting are given at once.
constexpr bool needs_consent(InterventionKind kind) noexcept {
  return kind == InterventionKind::direct_work || kind == InterventionKind::family_work;
}

/// Help given to a victim, a perpetrator or a child.
struct Intervention {
  PersonId person;
  InterventionKind kind;

  friend bool operator==(const Intervention&, const Intervention&) = default;
};

/// How much of school a child attended over some days, in sessions (half days).
struct AttendanceRecorded {
  PersonId child;
  Period days;
  int possible;  ///< sessions
  int attended;  ///< sessions; at most `possible`

  friend bool operator==(const AttendanceRecorded&, const AttendanceRecorded&) = default;
};

/// A measure of how somebody is, by its id and version, as the instrument's own scoring gives it.
struct OutcomeMetric {
  PersonId person;
  Text<31> instrument;
  std::uint16_t version;
  double score;

  friend bool operator==(const OutcomeMetric&, const OutcomeMetric&) = default;
};

/// Somebody was asked what the help was worth.
struct FeedbackAsked {
  PersonId person;

  friend bool operator==(const FeedbackAsked&, const FeedbackAsked&) = default;
};

/// Their answer.
struct FeedbackAnswered {
  PersonId person;
  boost::optional<bool> is_satisfied = {};        ///< none: not answered
  boost::optional<bool> is_in_better_place = {};  ///< none: not answered

  friend bool operator==(const FeedbackAnswered&, const FeedbackAnswered&) = default;
};

}  // namespace earlyhelp
