#pragma once

#include <earlyhelp/policy/parameter.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/due_times.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <vector>

namespace earlyhelp {

/// Moments from which a thing is due later than it would have been.
struct LaterDue {
  ClockStarts starts;
  Instant before;
  boost::optional<Instant> after;  ///< none: it is no longer due at all
};

/// What can be said of the earliest of some clocks against the earliest of others.
struct DueOrder {
  enum class Answer : std::uint8_t {
    never_later,  ///< proved, whenever the report comes in
    later,        ///< there are moments at which it is later
    unknown,      ///< clocks of different kinds, and neither proof nor example was found
  };
  Answer answer;
  boost::optional<LaterDue> example;  ///< when `later`; none where nothing is due any more
};

/// Whether `a` is proved never to be due later than `b`; `review` is the clock of the daily review.
bool is_never_later(const DutyClock& a, const DutyClock& b, const DutyClock& review) noexcept;

/// Whether things that were due by the earliest of `before`, and are now due by the earliest of `after`, are due later:
/// for every moment of the report and the attendance, and every list of holidays and school terms.
///
/// What is compared? Clocks of one kind and start by their amounts. Clocks of different kinds by the least and the most
/// time that passes until they are due: 24 clock hours are 24 hours; a working day ends 16 hours after the latest start
/// that it can have, or more, and there is no most, because holidays may come. Where that proves nothing, real moments
/// are tried on a real calendar, half hour by half hour: the days around a weekend, Easter and both changes of the
/// clock.
///
/// As in section 6 civil time is London's, work ends at 17:00 and a school day starts at 08:30. Nobody attends before
/// the report.
///
/// Requires: `before` is not empty.
DueOrder compare_clocks(const std::vector<DutyClock>& before, const std::vector<DutyClock>& after,
                        const Policy& policy);

}  // namespace earlyhelp
