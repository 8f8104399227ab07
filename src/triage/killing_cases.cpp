#include "triage/asked_next.hpp"
#include "triage/cover.hpp"
#include "triage/policies_over_time.hpp"
#include "triage/side_by_side.hpp"
#include "triage/signal_facts.hpp"

#include <earlyhelp/triage/scenario_coverage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

namespace earlyhelp {
namespace {

/// The policies of a book over time, as policies_over_time() has them.
using OverTime = std::vector<Policy>;

bool decide_alike(const Policy& a, const Policy& b) {
  return a.thresholds() == b.thresholds() && a.terms() == b.terms() && a.rules() == b.rules();
}

/// Cells that are fine enough for the policies and all their mutants, and keep the days of each policy apart.
Gaze gaze_of(const OverTime& policies, const std::vector<OverTime>& mutants) {
  Gaze gaze{.policies = {}, .signals = {}, .facts = facts_told_apart_for(all_parts) | EnumSet{Fact::reported_on}};
  const auto look = [&](const OverTime& all) {
    for (const auto& policy : all) {
      const bool is_seen = std::any_of(gaze.policies.begin(), gaze.policies.end(), [&](const Policy* other) {
        return other->thresholds() == policy.thresholds() && other->in_force() == policy.in_force();
      });
      if (!is_seen) gaze.policies.push_back(&policy);
    }
    gaze.signals |= signals_read(all.front());  // the table is the same on every day
  };
  look(policies);
  for (const auto& mutant : mutants) look(mutant);
  return gaze;
}

/// One of the policies as it is, to hold mutants against.
struct Original {
  DecidedPolicy decided;
  std::vector<CellSet> asked;
  CellSet days;  ///< the cells of its days

  Original(const Policy& policy, Cells& cells)
      : decided{policy, cells},
        asked{asked_next(decided, policy, cells)},
        days{cells.where({Fact::reported_on},
                         [&](const Facts& facts) { return policy.in_force().contains(facts.reported_on); })} {}
};

/// All of them, over the same cells.
struct Originals {
  Cells cells;
  std::vector<Original> each;

  Originals(const OverTime& policies, const Gaze& gaze) : cells{gaze} {
    each.reserve(policies.size());
    for (const auto& policy : policies) each.emplace_back(policy, cells);
  }
};

/// Where mutants are decided otherwise than their policy.
///
/// Deciding one leaves many sets behind of which few are needed again. So it is done aside, what is found copied, and
/// the rest thrown away from time to time.
class Trials {
 public:
  Trials(const OverTime& policies, const Gaze& gaze, CellSets& kept) : policies_{policies}, gaze_{gaze}, kept_{kept} {}

  /// The cells in which `mutant` differs in any part but what to ask next.
  CellSet differing_plainly(const OverTime& mutant) {
    constexpr EnumSet asking{DecisionPart::ask_next};
    return differing_over_time(mutant, [&](std::size_t i, Originals& all) {
      const DecidedPolicy decided{mutant[i], all.cells};
      return differing(policies_[i], all.each[i].decided, mutant[i], decided, all_parts - asking, all.cells);
    });
  }

  /// The cells in which it differs in what to ask next.
  CellSet differing_in_asking(const OverTime& mutant) {
    return differing_over_time(mutant, [&](std::size_t i, Originals& all) {
      const auto& asked = all.each[i].asked;
      const auto asked_by_mutant = asked_next(DecidedPolicy{mutant[i], all.cells}, mutant[i], all.cells);
      auto differing = all.cells.sets().none();
      for (std::size_t j = 0; j < asked.size(); ++j) differing |= asked[j] ^ asked_by_mutant[j];
      return differing & all.cells.realisable();
    });
  }

 private:
  /// At least so many nodes lie about before they are thrown away, and several times what the policy itself takes.
  static constexpr std::size_t many_nodes = std::size_t{1} << 18;
  static constexpr std::size_t several = 4;

  /// Of what `differing_on(i, originals)` says of each policy, the cells of its days. Policies that decide alike, as
  /// their mutants do, are asked about once.
  template <class DifferingOn>
  CellSet differing_over_time(const OverTime& mutant, DifferingOn differing_on) {
    auto& all = originals();
    auto found = all.cells.sets().none();
    std::vector<std::pair<std::size_t, CellSet>> known;
    for (std::size_t i = 0; i < policies_.size(); ++i) {
      if (decide_alike(policies_[i], mutant[i])) continue;
      const auto same = std::find_if(known.begin(), known.end(), [&](const auto& other) {
        return decide_alike(policies_[i], policies_[other.first]) && decide_alike(mutant[i], mutant[other.first]);
      });
      const auto cells = same == known.end() ? differing_on(i, all) : same->second;
      if (same == known.end()) known.emplace_back(i, cells);
      found |= cells & all.each[i].days;
    }
    return kept_.copy_of(found);
  }

  Originals& originals() {
    if (originals_ && originals_->cells.sets().size() > most_nodes_) originals_.reset();
    if (!originals_) {
      originals_ = std::make_unique<Originals>(policies_, gaze_);
      most_nodes_ = std::max(many_nodes, several * originals_->cells.sets().size());
    }
    return *originals_;
  }

  const OverTime& policies_;
  const Gaze& gaze_;
  CellSets& kept_;
  std::unique_ptr<Originals> originals_;
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
  const auto policies = policies_over_time(book, day);
  std::vector<OverTime> mutants;
  for (const auto& mutant : mutants_of(book, day)) mutants.push_back(policies_over_time(mutant.book, day));
  const auto gaze = gaze_of(policies, mutants);
  Cells cells{gaze};
  Trials trials{policies, gaze, cells.sets()};
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
