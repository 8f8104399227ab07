#pragma once

#include "chance.hpp"

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/instant.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp::io {

constexpr int minutes_an_hour = 60;
constexpr int minutes_a_day = 24 * minutes_an_hour;

/// `at` and so many minutes.
Instant after(Instant at, int minutes) noexcept;

/// The first moment from `at` on at which the clock in `zone` shows a time from `from` to half an hour before `until`,
/// in minutes after midnight; not always the very first.
Instant in_hours(Instant at, int from, int until, const TimeZone& zone, Chance& chance);

/// What somebody means to do in a case.
struct PlannedStep {
  Instant at;
  WorkerId by;
  CaseEventBody body;
  boost::optional<Instant> withdrawn_at = {};  ///< a mistake, and when it is noticed
  bool is_flawed = false;                      ///< done whatever the rules say
};

/// What people mean to do in a case; what comes of it turns on the rules.
class CasePlan {
 public:
  void add(PlannedStep step) { steps_.push_back(std::move(step)); }
  /// Nobody closes the case after `at` any more: something new happened.
  void keep_open_from(Instant at);
  /// Puts into `file` what is recorded by `until` and what no rule forbids.
  void play(Instant until, const CaseworkPolicy& policy, Chance& chance, CaseFile& file) &&;

 private:
  std::vector<PlannedStep> steps_;
};

}  // namespace earlyhelp::io
