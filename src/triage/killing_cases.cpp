#include "triage/fact_level.hpp"
#include "triage/killer.hpp"

#include <earlyhelp/triage/difference.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace earlyhelp {
namespace {

constexpr EnumSet known_parts{DecisionPart::grade, DecisionPart::route, DecisionPart::duties, DecisionPart::reasons};
constexpr EnumSet other_parts{DecisionPart::grade_if_unknowns_yes, DecisionPart::route_if_unknowns_yes,
                              DecisionPart::duties_if_unknowns_yes, DecisionPart::provisional,
                              DecisionPart::suitability};
constexpr EnumSet what_to_ask{DecisionPart::ask_next};

/// By mutant, whether a case kills it.
using Kills = std::vector<bool>;

/// A case, and what it kills.
struct Killer {
  Facts facts;
  Kills kills;
};

/// A mutant as it decides on the day asked about.
struct Target {
  Policy policy;
  bool has_every_rule;  ///< then a reason has the same place in both
};

/// Whether the two say anything different of an incident, in any column.
bool is_told_apart(const Facts& facts, const Policy& a, const Target& target) {
  const auto& b = target.policy;
  const auto of_a = triage(facts, a);
  auto of_b = triage(facts, b);
  if (target.has_every_rule) {
    of_b.policy = of_a.policy;
    of_b.if_unknowns_yes.reasons = of_a.if_unknowns_yes.reasons;  // in no column
    return !(of_a == of_b);
  }
  return std::any_of(values_of<DecisionPart>.begin(), values_of<DecisionPart>.end(),
                     [&](DecisionPart part) { return words_in(part, of_a, a) != words_in(part, of_b, b); });
}

class Targets {
 public:
  Targets(const PolicyBook& book, Date day) : policy_{policy_on(book, day).value()} {
    for (const auto& mutant : mutants_of(book, day)) {
      mutants_.push_back({.policy = policy_on(mutant.book, day).value(),
                          .has_every_rule = mutant.book.rules.size() == book.rules.size()});
    }
  }
  const Policy& policy() const noexcept { return policy_; }
  const std::vector<Target>& mutants() const noexcept { return mutants_; }

  Killer killer(const Facts& facts) const {
    Killer killer{.facts = facts, .kills = Kills(mutants_.size())};
    for (std::size_t m = 0; m < mutants_.size(); ++m) killer.kills[m] = is_told_apart(facts, policy_, mutants_[m]);
    return killer;
  }

 private:
  Policy policy_;
  std::vector<Target> mutants_;
};

std::size_t count_new(const Kills& kills, const Kills& dead) {
  std::size_t count = 0;
  for (std::size_t m = 0; m < kills.size(); ++m) count += kills[m] && !dead[m] ? 1U : 0U;
  return count;
}

void add(const Kills& kills, Kills& dead) {
  for (std::size_t m = 0; m < kills.size(); ++m) dead[m] = dead[m] || kills[m];
}

/// What all of `cases` kill together, but for those at two places.
Kills killed_without(const std::vector<Killer>& cases, std::size_t one, std::size_t other) {
  Kills dead(cases.front().kills.size());
  for (std::size_t i = 0; i < cases.size(); ++i) {
    if (i != one && i != other) add(cases[i].kills, dead);
  }
  return dead;
}

/// Again and again the case that kills most of those still alive.
std::vector<Killer> greedy_cover(std::vector<Killer> candidates) {
  std::vector<Killer> chosen;
  Kills dead(candidates.empty() ? 0 : candidates.front().kills.size());
  while (!candidates.empty()) {
    const auto best = std::max_element(candidates.begin(), candidates.end(), [&](const Killer& a, const Killer& b) {
      return count_new(a.kills, dead) < count_new(b.kills, dead);
    });
    if (count_new(best->kills, dead) == 0) break;
    add(best->kills, dead);
    chosen.push_back(std::move(*best));
    candidates.erase(best);
  }
  return chosen;
}

/// Without the cases whose every kill others have too.
void drop_needless(std::vector<Killer>& cases) {
  for (auto at = cases.size(); at-- > 0;) {
    if (count_new(cases[at].kills, killed_without(cases, at, at)) == 0) {
      cases.erase(cases.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }
}

/// One incident that departs from a quiet one as both do.
Facts both(const Facts& one, const Facts& other) {
  return with(one, differing(other, quiet_facts(other.reported_on)), other);
}

/// Two cases become one where that one kills whatever nobody else does. Whether any did.
bool merge_two(std::vector<Killer>& cases, const Targets& targets) {
  for (std::size_t i = 0; i < cases.size(); ++i) {
    for (std::size_t j = i + 1; j < cases.size(); ++j) {
      const auto facts = both(cases[i].facts, cases[j].facts);
      if (!is_realisable(facts)) continue;
      auto dead = killed_without(cases, i, j);
      const auto merged = targets.killer(facts);
      add(merged.kills, dead);
      if (count_new(cases[i].kills, dead) + count_new(cases[j].kills, dead) != 0) continue;
      cases[i] = merged;
      cases.erase(cases.begin() + static_cast<std::ptrdiff_t>(j));
      return true;
    }
  }
  return false;
}

}  // namespace

boost::optional<Facts> killer_of(const Policy& policy, const Policy& mutant) {
  for (const auto parts : {known_parts, other_parts, what_to_ask}) {
    if (const auto found = difference(policy, mutant, parts)) return found->facts;
  }
  return {};
}

std::vector<Facts> killing_cases(const PolicyBook& book, Date day, const MutantProgress& progress) {
  const Targets targets{book, day};
  std::vector<Killer> candidates;
  std::size_t done = 0;
  for (const auto& mutant : targets.mutants()) {
    const auto killer = killer_of(targets.policy(), mutant.policy);
    const bool is_known = killer && std::any_of(candidates.begin(), candidates.end(),
                                                [&](const Killer& each) { return each.facts == *killer; });
    if (killer && !is_known) candidates.push_back(targets.killer(*killer));
    if (progress) progress(++done, targets.mutants().size());
  }
  auto cases = greedy_cover(std::move(candidates));
  while (merge_two(cases, targets)) drop_needless(cases);
  drop_needless(cases);
  std::vector<Facts> facts;
  facts.reserve(cases.size());
  for (const auto& each : cases) facts.push_back(each.facts);
  return facts;
}

}  // namespace earlyhelp
