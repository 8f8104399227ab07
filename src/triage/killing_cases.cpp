#include "triage/asked_next.hpp"
#include "triage/cover.hpp"
#include "triage/side_by_side.hpp"
#include "triage/signal_facts.hpp"

#include <earlyhelp/triage/scenario_coverage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <vector>

namespace earlyhelp {
namespace {

std::vector<Policy> policies_of(const std::vector<Mutant>& mutants, Date day) {
  std::vector<Policy> policies;
  policies.reserve(mutants.size());
  for (const auto& mutant : mutants) policies.push_back(policy_on(mutant.book, day).value());
  return policies;
}

/// Cells that are fine enough for the policy and all its mutants.
Gaze gaze_of(const Policy& policy, const std::vector<Policy>& mutants) {
  Gaze gaze{.policies = {&policy}, .signals = signals_read(policy), .facts = facts_told_apart_for(all_parts)};
  for (const auto& mutant : mutants) {
    gaze.policies.push_back(&mutant);
    gaze.signals |= signals_read(mutant);
  }
  return gaze;
}

/// A policy as it is, to hold mutants against.
struct Original {
  Cells cells;
  DecidedPolicy decided;
  std::vector<CellSet> asked;

  Original(const Policy& policy, const Gaze& gaze)
      : cells{gaze}, decided{policy, cells}, asked{asked_next(decided, policy, cells)} {}
};

/// Where mutants are decided otherwise than their policy.
///
/// Deciding one leaves many sets behind of which few are needed again. So it is done aside, what is found copied, and
/// the rest thrown away from time to time.
class Trials {
 public:
  Trials(const Policy& policy, const Gaze& gaze, CellSets& kept) : policy_{policy}, gaze_{gaze}, kept_{kept} {}

  /// The cells in which `mutant` differs in any part but what to ask next.
  CellSet differing_plainly(const Policy& mutant) {
    auto& [cells, decided, asked] = original();
    constexpr EnumSet asking{DecisionPart::ask_next};
    return kept_.copy_of(differing(policy_, decided, mutant, DecidedPolicy{mutant, cells}, all_parts - asking, cells));
  }

  /// The cells in which it differs in what to ask next.
  CellSet differing_in_asking(const Policy& mutant) {
    auto& [cells, decided, asked] = original();
    const auto asked_by_mutant = asked_next(DecidedPolicy{mutant, cells}, mutant, cells);
    auto differing = cells.sets().none();
    for (std::size_t i = 0; i < asked.size(); ++i) differing |= asked[i] ^ asked_by_mutant[i];
    return kept_.copy_of(differing & cells.realisable());
  }

 private:
  /// At least so many nodes lie about before they are thrown away, and several times what the policy itself takes.
  static constexpr std::size_t many_nodes = std::size_t{1} << 18;
  static constexpr std::size_t several = 4;

  Original& original() {
    if (original_ && original_->cells.sets().size() > most_nodes_) original_.reset();
    if (!original_) {
      original_ = std::make_unique<Original>(policy_, gaze_);
      most_nodes_ = std::max(many_nodes, several * original_->cells.sets().size());
    }
    return *original_;
  }

  const Policy& policy_;
  const Gaze& gaze_;
  CellSets& kept_;
  std::unique_ptr<Original> original_;
  std::size_t most_nodes_ = 0;
};

/// The places of `sets`, those of few cells first.
std::vector<std::size_t> by_size(const std::vector<CellSet>& sets) {
  std::vector<std::uint64_t> sizes;
  sizes.reserve(sets.size());
  for (const auto set : sets) sizes.push_back(set.count());
  std::vector<std::size_t> places(sets.size());
  std::iota(places.begin(), places.end(), std::size_t{0});
  std::stable_sort(places.begin(), places.end(), [&](auto a, auto b) { return sizes[a] < sizes[b]; });
  return places;
}

}  // namespace

KillingCases killing_cases(const PolicyBook& book, Date day, const MutantProgress& progress) {
  const auto policy = policy_on(book, day).value();
  const auto mutants = policies_of(mutants_of(book, day), day);
  const auto gaze = gaze_of(policy, mutants);
  Cells cells{gaze};
  Trials trials{policy, gaze, cells.sets()};
  std::vector<CellSet> plainly;
  plainly.reserve(mutants.size());
  for (const auto& mutant : mutants) plainly.push_back(trials.differing_plainly(mutant));

  std::vector<CellSet> kills;
  std::vector<std::size_t> killed;  // the mutant of each
  std::size_t done = 0;
  for (const auto i : by_size(plainly)) {
    // Whoever kills a mutant that differs nowhere else kills this one too.
    const bool is_killed_anyway =
        std::any_of(kills.begin(), kills.end(), [&](CellSet kill) { return is_within(kill, plainly[i]); });
    if (!is_killed_anyway) {
      const auto kill = plainly[i] | trials.differing_in_asking(mutants[i]);
      if (!kill.empty()) {
        kills.push_back(kill);
        killed.push_back(i);
      }
    }
    if (progress) progress(++done, mutants.size());
  }

  const auto [groups, apart, at_least] = cover(kills);
  KillingCases found{.cases = {}, .apart = {}, .at_least = at_least};
  for (const auto group : groups) found.cases.push_back(cells.smallest(group));
  for (const auto place : apart) found.apart.push_back(killed[place]);
  return found;
}

}  // namespace earlyhelp
