#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/indicators/case_register.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/period.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace earlyhelp {

/// What came, what went and what stayed in one week. What was open before, with what opened, is what closed and what
/// stayed: open_at_start + opened = closed + open_at_end.
struct WeekOfDemand {
  Date monday;
  std::int64_t open_at_start = 0;
  std::int64_t opened = 0;     ///< cases that began, or were reopened
  std::int64_t allocated = 0;  ///< for the first time
  std::int64_t closed = 0;
  std::int64_t open_at_end = 0;

  friend bool operator==(const WeekOfDemand&, const WeekOfDemand&) = default;
};

/// Every whole week of `period`, from Monday to Sunday, as far as the cut-off knows it whole: a control chart of what
/// opened in them shows whether demand changes.
///
/// Source: library default; the flow identity of any queue.
std::vector<WeekOfDemand> weekly_demand(const CaseRegister& all, const Period& period);

/// Where the cases came from that began in one month.
///
/// Unit: cases.
struct MonthOfReferrals {
  Date first_day;
  bool is_whole;  ///< every day of it is in the period, and was over at the cut-off; else a part, not to be compared
  std::array<std::int64_t, count_of<ReferralSource>> by_source = {};
  std::int64_t not_recorded = 0;

  std::int64_t of(ReferralSource source) const noexcept { return by_source[static_cast<std::size_t>(source)]; }
  std::int64_t all() const noexcept;

  friend bool operator==(const MonthOfReferrals&, const MonthOfReferrals&) = default;
};

/// Every month that `period` touches, up to the one in which the cut-off lies, with the cases that began on its days in
/// the period: what has not come yet is not there, and no nought.
///
/// Unit:   cases, in months of the zone of the register.
/// Source: the service's annual report 2020-21, referral sources.
std::vector<MonthOfReferrals> monthly_referrals(const CaseRegister& all, const Period& period);

/// How many families one practitioner works with. It is for sharing the work out, never for ranking anybody.
struct Caseload {
  WorkerId worker;
  std::int64_t cases;

  friend bool operator==(const Caseload&, const Caseload&) = default;
};

/// The open cases at the cut-off.
struct OpenCases {
  std::vector<Caseload> caseloads = {};  ///< by worker; a case with two workers is in both
  std::int64_t open = 0;
  std::int64_t waiting = 0;  ///< nobody works with the family

  friend bool operator==(const OpenCases&, const OpenCases&) = default;
};

/// Source: library default.
OpenCases open_cases(const CaseRegister& all);

}  // namespace earlyhelp
