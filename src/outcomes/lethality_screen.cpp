#include <earlyhelp/outcomes/lethality_screen.hpp>

namespace earlyhelp {
namespace {

constexpr EnumSet<LethalityFactor> primary_factors = {LethalityFactor::weapon, LethalityFactor::threat_to_kill,
                                                      LethalityFactor::believes_may_be_killed};
constexpr std::size_t secondary_threshold = 4;

boost::optional<LethalityTrigger> trigger(EnumSet<LethalityFactor> there, bool officer_believes) {
  if (!(there & primary_factors).empty()) return LethalityTrigger::primary;
  if ((there - primary_factors).size() >= secondary_threshold) return LethalityTrigger::secondary;
  if (officer_believes) return LethalityTrigger::officers_belief;
  return {};
}

}  // namespace

boost::optional<LethalityOutcome> lethality_outcome(const LethalityScreen& screen) {
  count_yes(screen.answers);
  constexpr auto every = EnumSet<LethalityFactor>::of_bits((1U << count_of<LethalityFactor>)-1);
  const auto possible = screen.declined ? every : screen.answers.yes | screen.answers.unknown;
  const auto known = trigger(screen.answers.yes, screen.officer_believes);
  if (screen.declined && !known) return {};
  return LethalityOutcome{.known = known, .if_unknowns_yes = trigger(possible, screen.officer_believes)};
}

}  // namespace earlyhelp
