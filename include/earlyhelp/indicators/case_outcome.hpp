#pragma once

#include <earlyhelp/indicators/case_record.hpp>
#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What a family's time with the service came to. Each family comes to exactly one, so that the shares add up to the
/// whole: where several are true it is the first of them here.
///
/// Source: the service's annual report 2020-21 names shares that add up to four fifths; `unexplained` is the rest.
enum class CaseOutcome : std::uint8_t {
  pending,       ///< the case is open
  mash,          ///< somebody was referred to the safeguarding hub
  escalated,     ///< graded higher by a practitioner, or somebody was referred to the MARAC
  referred_on,   ///< somebody was referred to another service
  supported,     ///< anybody was worked with; a perpetrator alone too, which reaches no family and is not nothing
  advised_only,  ///< advised or signposted, and no more
  declined,
  not_reached,          ///< closed for that, or because there was no safe way
  unexplained,          ///< nothing on record says how it was helped
  not_for_the_service,  ///< a case closed as not suitable or opened in error, whatever was done in it
};

template <>
struct Names<CaseOutcome> {
  static constexpr std::array<std::string_view, 10> ids = {
      "pending",      "mash",     "escalated",   "referred_on", "supported",
      "advised_only", "declined", "not_reached", "unexplained", "not_for_the_service"};
};

/// Whether the case was not closed as one that the service is not for.
///
/// Source: as CaseOutcome.
bool is_for_the_service(const CaseRecord& record) noexcept;

/// What one case has come to.
///
/// Source: as CaseOutcome.
CaseOutcome outcome(const CaseRecord& record) noexcept;

/// What came of each family referred in a period: one indicator for each outcome but pending and not_for_the_service,
/// which are no answer and in no denominator.
///
/// Source: as CaseOutcome.
extern const std::array<Indicator, 8> outcome_indicators;

}  // namespace earlyhelp
