#include "indicators/asked.hpp"

#include <earlyhelp/outcomes/scored_instrument.hpp>

#include <span>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

/// The first moment in `period` at which a case of the subject began, or when the family was first spoken with.
boost::optional<Instant> first_in(const Period& period, IndexDate index, const CaseRegister& all,
                                  std::span<const std::uint32_t> cases) {
  boost::optional<Instant> first;
  for (const auto in_case : cases) {
    const auto& record = all.cases()[in_case];
    const auto at = index == IndexDate::referred ? record.began_at : record.first_contact;
    // A family that came before the period and comes again in it belongs to it; a first contact is the first ever.
    const bool counts = at && (index == IndexDate::first_contact || period.contains(all.day_of(*at)));
    if (counts && (!first || *at < *first)) first = at;
  }
  return first;
}

boost::optional<Instant> index_of(const Period& period, const Indicator& indicator, const CaseRegister& all,
                                  std::size_t place) {
  if (indicator.unit == CountedUnit::incident) {
    const auto& [in_case, incident] = all.incidents()[place];
    const auto& record = all.cases()[in_case].incidents[incident];
    return indicator.index == IndexDate::disclosed ? record.disclosed_at : record.reported_at;
  }
  if (indicator.index == IndexDate::first_callout) {
    const auto& callouts = all.pairs()[place].callouts;
    if (callouts.empty()) return {};
    return all.zone().day_start(callouts.front().occurred_on);
  }
  return first_in(period, indicator.index, all, all.cases_of(indicator.unit, place));
}

bool fits(IndexDate index, CountedUnit unit) noexcept {
  switch (index) {
    case IndexDate::reported:
    case IndexDate::disclosed:
      return unit == CountedUnit::incident;
    case IndexDate::referred:
    case IndexDate::first_contact:
      return unit != CountedUnit::incident;
    case IndexDate::first_callout:
      return unit == CountedUnit::pair;
  }
  return false;
}

}  // namespace

void Indicator::require_sound() const {
  const auto require = [&](bool is_fine, const char* what) {
    if (!is_fine) throw std::invalid_argument{"Indicator " + std::string{id.view()} + ": " + what};
  };
  require(!id.empty(), "needs an id");
  require(version >= 1, "needs a version of 1 or more");
  require(minimum >= 1, "needs a minimum of 1 or more");
  require(!window_days || *window_days >= 1, "needs a window of 1 day or more");
  require(numerator.of != nullptr, "asks for no numerator");
  require(fits(index, unit), "subjects of this unit have no such index date");
  if (!score) return;
  const auto instrument = scored_instrument(score->instrument.view(), score->version);
  require(instrument && instrument->improvement != Improvement::neutral,
          "of the scores of its rule it is not known which way is better");
  require(is_sound(score->spread), "needs a deviation of scores above 0, and a reliability from 0 to 1");
}

Reply reply_to(Criterion criterion, const Subject& subject) {
  const auto of = subject.indicator.question(criterion).of;
  if (of != nullptr) return of(subject);
  return reply(criterion == Criterion::initial_population || criterion == Criterion::denominator);
}

boost::optional<Instant> index_in(const Period& period, const Indicator& indicator, const CaseRegister& all,
                                  std::size_t place) {
  const auto index = index_of(period, indicator, all, place);
  const bool is_in = index && *index <= all.cut_off() && period.contains(all.day_of(*index));
  return is_in ? index : boost::none;
}

}  // namespace earlyhelp
