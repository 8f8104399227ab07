#include "triage/fact_level.hpp"
#include "triage/killer.hpp"

#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/scenario_coverage.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace earlyhelp {
namespace {

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

/// `killer`, departing as others of `cases` do too wherever that kills more of those still alive.
Killer grown(Killer killer, const std::vector<Killer>& cases, const Kills& dead, const Targets& targets) {
  auto count = count_new(killer.kills, dead);
  for (const auto& each : cases) {
    if (count_new(each.kills, dead) == 0) continue;
    const auto facts = both(killer.facts, each.facts);
    if (!is_realisable(facts)) continue;
    auto more = targets.killer(facts);
    const auto count_more = count_new(more.kills, dead);
    if (count_more <= count) continue;
    killer = std::move(more);
    count = count_more;
  }
  return killer;
}

/// Again and again the case that kills most of those still alive, grown to kill more.
std::vector<Killer> greedy_cover(const std::vector<Killer>& candidates, const Targets& targets) {
  std::vector<Killer> chosen;
  Kills dead(targets.mutants().size());
  while (true) {
    const auto best = std::max_element(candidates.begin(), candidates.end(), [&](const Killer& a, const Killer& b) {
      return count_new(a.kills, dead) < count_new(b.kills, dead);
    });
    if (best == candidates.end() || count_new(best->kills, dead) == 0) return chosen;
    chosen.push_back(grown(*best, candidates, dead, targets));
    add(chosen.back().kills, dead);
  }
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

void add_new(const Facts& facts, const Targets& targets, std::vector<Killer>& cases) {
  const bool is_known =
      std::any_of(cases.begin(), cases.end(), [&](const Killer& each) { return each.facts == facts; });
  if (!is_known) cases.push_back(targets.killer(facts));
}

/// For each mutant those that a case is known to kill with it.
class KilledTogether {
 public:
  explicit KilledTogether(std::size_t mutants) : with_(mutants, Kills(mutants)) {}

  void note(const Kills& kills) {
    for (std::size_t m = 0; m < kills.size(); ++m) {
      if (kills[m]) add(kills, with_[m]);
    }
  }
  const Kills& with(std::size_t mutant) const noexcept { return with_[mutant]; }

 private:
  std::vector<Kills> with_;
};

/// A case that kills `mutant` and one of `others`. None: there is none.
boost::optional<Facts> find_both(std::size_t mutant, const std::vector<std::size_t>& others, const Targets& targets) {
  // What to ask next takes longest, and is seldom the only difference.
  constexpr auto every_part = EnumSet<DecisionPart>::of_bits((1U << count_of<DecisionPart>)-1);
  for (const auto parts : {every_part - EnumSet{DecisionPart::ask_next}, every_part}) {
    for (const auto other : others) {
      const auto& policies = targets.mutants();
      auto both = killer_of_both(targets.policy(), policies[mutant].policy, policies[other].policy, parts);
      if (both) return both;
    }
  }
  return {};
}

/// How many of `mutants` there are at least of which no case kills two: again and again the one that is killed together
/// with the fewest of those left. A case that turns out to kill two is one more candidate.
std::size_t count_apart(Kills mutants, const Targets& targets, std::vector<Killer>& candidates) {
  KilledTogether together{mutants.size()};
  for (const auto& each : candidates) together.note(each.kills);
  const auto count_left = [&](std::size_t mutant) {
    std::size_t count = 0;
    for (std::size_t m = 0; m < mutants.size(); ++m) count += mutants[m] && together.with(mutant)[m] ? 1U : 0U;
    return count;
  };
  std::vector<std::size_t> apart;
  while (true) {
    auto next = mutants.size();
    auto fewest = mutants.size() + 1;
    for (std::size_t m = 0; m < mutants.size(); ++m) {
      if (!mutants[m] || count_left(m) >= fewest) continue;
      next = m;
      fewest = count_left(m);
    }
    if (next == mutants.size()) return apart.size();
    mutants[next] = false;
    if (const auto both = find_both(next, apart, targets)) {
      add_new(*both, targets, candidates);
      together.note(targets.killer(*both).kills);
      continue;
    }
    apart.push_back(next);
    for (std::size_t m = 0; m < mutants.size(); ++m) mutants[m] = mutants[m] && !together.with(next)[m];
  }
}

}  // namespace

KillingCases killing_cases(const PolicyBook& book, Date day, const MutantProgress& progress) {
  const Targets targets{book, day};
  std::vector<Killer> candidates;
  Kills killable(targets.mutants().size());
  for (std::size_t m = 0; m < targets.mutants().size(); ++m) {
    if (const auto killer = killer_of(targets.policy(), targets.mutants()[m].policy)) {
      killable[m] = true;
      add_new(*killer, targets, candidates);
    }
    if (progress) progress(m + 1, targets.mutants().size());
  }
  const auto at_least = count_apart(killable, targets, candidates);
  auto cases = greedy_cover(candidates, targets);
  while (merge_two(cases, targets)) drop_needless(cases);
  drop_needless(cases);
  KillingCases found{.cases = {}, .at_least = at_least};
  for (const auto& each : cases) found.cases.push_back(each.facts);
  return found;
}

}  // namespace earlyhelp
