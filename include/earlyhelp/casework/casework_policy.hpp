#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/contact.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/issue.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/source.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What keeps the promise of contact.
enum class PromiseKept : std::uint8_t { by_contact, by_attempt };

template <>
struct Names<PromiseKept> {
  static constexpr std::array<std::string_view, 2> ids = {"by_contact", "by_attempt"};
};

/// The ways of contact that are permitted from a day on, until the next such day.
struct PermittedModes {
  Date from;
  EnumSet<ContactMode> modes;
  Source source;

  friend bool operator==(const PermittedModes&, const PermittedModes&) = default;
};

/// Every number and choice of casework: a place's own, with the defaults of this library. When the clock of the promise
/// starts and how it runs is the parameter contact_within of the triage policy.
///
/// Source: library default, unless another is named.
struct CaseworkPolicy {
  TimeZone zone;                                       ///< in which safe hours and days are counted
  PromiseKept promise_kept = PromiseKept::by_contact;  ///< an attempt is not contact
  int safe_channel_days = 30;                          ///< how long a confirmation holds
  int attempts_before_not_reached = 3;                 ///< on so many different days
  int keep_years = 6;             ///< from the last thing that happened to the review of keeping it
  int keep_high_risk_years = 10;  ///< the same when the risk was ever graded high
  DutyClock record_crime_within = {.clock = {.kind = ClockKind::clock_hours, .amount = 24}};
  DutyClock triage_disclosed_within = {.clock = {.kind = ClockKind::clock_hours, .amount = 24}};
  std::vector<PermittedModes> modes = {};  ///< in order of their days; before the first all are permitted

  /// The ways of contact that are permitted on `day`.
  EnumSet<ContactMode> modes_on(Date day) const noexcept;
};

/// What is the matter with `policy`; empty when it can be used: a number below 1, a clock that does not run, days of
/// permitted modes out of order.
std::vector<Issue> check(const CaseworkPolicy& policy);

}  // namespace earlyhelp
