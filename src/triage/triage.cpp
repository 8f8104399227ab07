#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "triage/evaluate.hpp"
#include "triage/signals.hpp"
#include "triage/suitability.hpp"

namespace earlyhelp {
namespace {

/// What the rules left in one of the readings.
class Lane {
 public:
  Lane(const Planes<Readings>& planes, const Asked<Readings>& asked, unsigned lane) noexcept
      : planes_{planes}, asked_{asked}, lane_{lane} {}

  Outcome outcome(std::size_t rules) const noexcept {
    return {.grade = grade(), .route = route(), .duties = duties(), .reasons = reasons(rules)};
  }

 private:
  unsigned bit(Readings plane) const noexcept { return (plane >> lane_) & 1U; }
  unsigned bit(Signal signal) const noexcept { return bit(planes_[static_cast<std::size_t>(signal)]); }

  boost::optional<RiskGrade> grade() const noexcept {
    if (bit(Signal::grade_standard_or_above) == 0) return {};
    return static_cast<RiskGrade>(bit(Signal::grade_medium_or_above) + bit(Signal::grade_high));
  }
  Route route() const noexcept {
    return static_cast<Route>(bit(Signal::route_early_intervention_or_above) +
                              bit(Signal::route_victim_services_or_above) +
                              bit(Signal::route_multi_agency_review_or_above) + bit(Signal::route_high_risk_panel));
  }
  Duties duties() const noexcept {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < count_of<Duty>; ++i) bits |= std::uint64_t{bit(asked_.duties[i])} << i;
    return Duties::of_bits(bits);
  }
  Reasons reasons(std::size_t rules) const noexcept {
    std::uint64_t bits = 0;
    for (unsigned i = 0; i < rules; ++i) bits |= std::uint64_t{bit(asked_.fired[i])} << i;
    return Reasons::of_bits(bits);
  }

  const Planes<Readings>& planes_;
  const Asked<Readings>& asked_;
  unsigned lane_;
};

/// The readings whose grade, route or duties are not those of what is known.
Readings changed(const Planes<Readings>& planes, const Asked<Readings>& asked) noexcept {
  Readings changed = 0;
  const auto compare = [&changed](Readings plane) { changed |= plane ^ (0U - (plane & as_known)); };
  constexpr auto first = static_cast<std::size_t>(Signal::grade_standard_or_above);
  for (std::size_t i = first; i < planes.size(); ++i) compare(planes[i]);
  for (const auto duty : asked.duties) compare(duty);
  return changed;
}

/// The unknowns that alone change something, and those that are always asked for; all of them when only together they
/// change something.
EnumSet<Unknown> ask_next(EnumSet<Unknown> unknowns, Readings changed) noexcept {
  constexpr EnumSet always{Unknown::definition, Unknown::officer_grade, Unknown::honour_or_forced_marriage};
  const auto alone = unknowns & EnumSet<Unknown>::of_bits(changed >> first_alone);
  if ((changed & all_yes) != 0 && alone.empty()) return unknowns;
  return alone | (unknowns & always);
}

}  // namespace

Decision triage(const Facts& facts, const Policy& policy) noexcept {
  const auto unknowns = unknowns_of(facts);
  auto planes = read_signals(facts, policy.thresholds(), unknowns);
  const auto asked = Evaluation<Readings>{planes}.run(policy.terms(), policy.rules());

  const auto known = Lane{planes, asked, 0}.outcome(policy.rules().size());
  const auto if_unknowns_yes = Lane{planes, asked, 1}.outcome(policy.rules().size());
  const auto differing = changed(planes, asked);
  const bool is_provisional =
      (differing & all_yes) != 0 || unknowns.contains(Unknown::definition) || unknowns.contains(Unknown::officer_grade);
  return {.policy = policy.stamp(),
          .known = known,
          .if_unknowns_yes = if_unknowns_yes,
          .provisional = is_provisional,
          .ask_next = ask_next(unknowns, differing),
          .suitability = suitability(known.route, is_provisional)};
}

EnumSet<Signal> signals_of(const Facts& facts, const Policy& policy) noexcept {
  auto planes = read_signals(facts, policy.thresholds(), unknowns_of(facts));
  static_cast<void>(Evaluation<Readings>{planes}.run(policy.terms(), policy.rules()));
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < planes.size(); ++i) bits |= std::uint64_t{planes[i] & as_known} << i;
  return EnumSet<Signal>::of_bits(bits);
}

}  // namespace earlyhelp
