#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/measurement.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>

namespace earlyhelp {

/// What `subject` answers to one criterion of its indicator; one that is not asked is met by all, or by none.
Reply reply_to(Criterion criterion, const Subject& subject);

/// What becomes of `subject`: each criterion is asked only where the ones before let it be, and the first that has no
/// yes or no decides. Calls `tell(criterion, reply)` for each that was asked, in order.
template <class Tell>
Standing standing_of(const Subject& subject, Tell tell) {
  Criteria met;
  for (const auto criterion : values_of<Criterion>) {
    const bool is_asked = counted(met | Criteria{criterion}) != counted(met);
    if (!is_asked) continue;
    const auto reply = reply_to(criterion, subject);
    tell(criterion, reply);
    if (reply == Reply::not_yet) return Standing::pending;
    if (reply == Reply::lost) return Standing::lost;
    if (reply == Reply::not_known) return Standing::not_known;
    if (reply == Reply::yes) met.insert(criterion);
  }
  return standing(met);
}

/// The moment by which a subject belongs to `period`. None: it does not.
boost::optional<Instant> index_in(const Period& period, const Indicator& indicator, const CaseRegister& all,
                                  std::size_t place);

/// Calls `visit(subject, member)` for every subject in the initial population, by place.
///
/// Throws: as Indicator::require_sound.
template <class Visit>
void for_each_asked(const Indicator& indicator, const CaseRegister& all, const Period& period, Visit visit) {
  indicator.require_sound();
  for (std::size_t place = 0; place < all.size(indicator.unit); ++place) {
    const auto index = index_in(period, indicator, all, place);
    if (!index) continue;
    const Subject subject{.all = all, .indicator = indicator, .period = period, .place = place, .index = *index};
    const auto standing = standing_of(subject, [](Criterion, Reply) {});
    if (standing == Standing::not_in_initial_population) continue;
    visit(subject, Member{.place = static_cast<std::uint32_t>(place), .standing = standing});
  }
}

}  // namespace earlyhelp
