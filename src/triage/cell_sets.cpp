#include "triage/cell_sets.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace earlyhelp {
namespace {

constexpr std::uint32_t all_ref = 0;
constexpr std::uint32_t none_ref = 1;
constexpr std::uint32_t free_place = 0;  // the node of all cells is in no place
constexpr std::size_t first_places = std::size_t{1} << 14;
constexpr std::size_t most_nodes = std::size_t{1} << 22;
constexpr std::uint64_t no_question = ~std::uint64_t{0};

// What is asked of one set and a value is told from what is asked of two sets by a bit that no set reaches.
constexpr std::uint64_t about_a_value = std::uint64_t{1} << 31;

std::uint64_t mixed(std::uint64_t bits) noexcept {
  bits ^= bits >> 32U;
  bits *= 0x9e3779b97f4a7c15U;
  return bits ^ bits >> 29U;
}

}  // namespace

CellSet operator&(CellSet a, CellSet b) { return {a.sets_, a.sets_->both(a.ref_, b.ref_)}; }

bool meet(CellSet a, CellSet b) { return a.sets_->meet(a.ref_, b.ref_); }

std::uint64_t CellSet::count() const { return sets_->count(ref_); }

CellSet CellSet::given(std::size_t aspect, std::size_t value) const {
  return {sets_, sets_->given(ref_, static_cast<std::uint32_t>(aspect), value)};
}

CellSets::CellSets(std::vector<std::size_t> values)
    : values_{std::move(values)},
      cells_from_(values_.size() + 1, 1),
      nodes_{{.aspect = static_cast<std::uint32_t>(values_.size()), .first_branch = 0}},
      places_(first_places, free_place),
      memory_(first_places, Remembered{.question = no_question, .answer = 0}),
      counts_{1} {
  for (auto i = values_.size(); i-- > 0;) cells_from_[i] = cells_from_[i + 1] * values_[i];
}

CellSet CellSets::where(std::size_t aspect, std::size_t value) {
  const auto first = scratch_.size();
  for (std::size_t i = 0; i < values_[aspect]; ++i) scratch_.push_back(i == value ? all_ref : none_ref);
  return {this, node(static_cast<std::uint32_t>(aspect), first)};
}

CellSet CellSets::copy_of(CellSet set) {
  const auto& others = *set.sets_;
  std::unordered_map<Ref, Ref> known{{all_ref, all_ref}};
  const auto copy = [&](const auto& self, Ref ref) -> Ref {
    if ((ref & 1U) != 0) return self(self, ref ^ 1U) ^ 1U;
    if (const auto found = known.find(ref); found != known.end()) return found->second;
    const auto aspect = others.aspect_of(ref);
    const auto first = scratch_.size();
    for (std::size_t i = 0; i < values_[aspect]; ++i) {
      const auto found = self(self, others.branch(ref, aspect, i));
      scratch_.push_back(found);
    }
    return known.emplace(ref, node(aspect, first)).first->second;
  };
  return {this, copy(copy, set.ref_)};
}

CellSets::Ref CellSets::branch(Ref ref, std::uint32_t aspect, std::size_t value) const noexcept {
  const auto& node = nodes_[ref >> 1U];
  if (node.aspect != aspect) return ref;
  return branches_[node.first_branch + value] ^ (ref & 1U);
}

CellSets::Ref CellSets::both(Ref a, Ref b) {
  if (a == b || b == all_ref) return a;
  if (a == all_ref) return b;
  if (a == none_ref || b == none_ref || a == (b ^ 1U)) return none_ref;
  if (a > b) std::swap(a, b);
  const auto question = std::uint64_t{a} << 32U | b;
  if (const auto& known = memory_of(question); known.question == question) return known.answer;
  const auto aspect = std::min(aspect_of(a), aspect_of(b));
  const auto first = scratch_.size();
  for (std::size_t i = 0; i < values_[aspect]; ++i) {
    const auto found = both(branch(a, aspect, i), branch(b, aspect, i));
    scratch_.push_back(found);
  }
  const auto answer = node(aspect, first);
  memory_of(question) = {.question = question, .answer = answer};
  return answer;
}

bool CellSets::meet(Ref a, Ref b) {
  if (a == none_ref || b == none_ref || a == (b ^ 1U)) return false;
  if (a == b || a == all_ref || b == all_ref) return true;
  if (a > b) std::swap(a, b);
  const auto question = std::uint64_t{a} << 32U | b;
  if (const auto& known = memory_of(question); known.question == question) return known.answer != none_ref;
  const auto aspect = std::min(aspect_of(a), aspect_of(b));
  for (std::size_t i = 0; i < values_[aspect]; ++i) {
    if (meet(branch(a, aspect, i), branch(b, aspect, i))) return true;
  }
  memory_of(question) = {.question = question, .answer = none_ref};
  return false;
}

CellSets::Ref CellSets::given(Ref ref, std::uint32_t aspect, std::size_t value) {
  const auto at = aspect_of(ref);
  if (at > aspect) return ref;
  if (at == aspect) return branch(ref, aspect, value);
  if ((ref & 1U) != 0) return given(ref ^ 1U, aspect, value) ^ 1U;
  const auto question = std::uint64_t{ref} << 32U | about_a_value | std::uint64_t{aspect} << 16U | value;
  if (const auto& known = memory_of(question); known.question == question) return known.answer;
  const auto first = scratch_.size();
  for (std::size_t i = 0; i < values_[at]; ++i) {
    const auto found = given(branch(ref, at, i), aspect, value);
    scratch_.push_back(found);
  }
  const auto answer = node(at, first);
  memory_of(question) = {.question = question, .answer = answer};
  return answer;
}

/// The node with the branches that lie on top of the scratch, which it takes off.
CellSets::Ref CellSets::node(std::uint32_t aspect, std::size_t first_in_scratch) {
  const std::span<Ref> branches{scratch_.data() + first_in_scratch, scratch_.size() - first_in_scratch};
  const auto opposite = branches.front() & 1U;
  for (auto& branch : branches) branch ^= opposite;
  const bool is_asked =
      std::any_of(branches.begin(), branches.end(), [&](Ref branch) { return branch != branches[0]; });
  Ref found = branches.front();
  if (is_asked) {
    auto place = place_of(aspect, branches);
    if (places_[place] == free_place) {
      if (nodes_.size() == most_nodes)
        throw std::length_error{"CellSets: the rules are too entangled to go through all cases at once"};
      places_[place] = static_cast<std::uint32_t>(nodes_.size());
      nodes_.push_back({.aspect = aspect, .first_branch = static_cast<std::uint32_t>(branches_.size())});
      branches_.insert(branches_.end(), branches.begin(), branches.end());
      counts_.push_back(0);
      found = static_cast<Ref>(2 * (nodes_.size() - 1));
      make_room();
    } else {
      found = 2 * places_[place];
    }
  }
  scratch_.resize(first_in_scratch);
  return found ^ opposite;
}

std::size_t CellSets::place_of(std::uint32_t aspect, std::span<const Ref> branches) const noexcept {
  std::uint64_t hash = aspect;
  for (const auto branch : branches) hash = mixed(hash ^ branch) + branch;
  for (auto place = mixed(hash) & (places_.size() - 1);; place = (place + 1) & (places_.size() - 1)) {
    if (places_[place] == free_place) return place;
    const auto& node = nodes_[places_[place]];
    if (node.aspect == aspect && std::equal(branches.begin(), branches.end(), branches_.begin() + node.first_branch)) {
      return place;
    }
  }
}

void CellSets::make_room() {
  if (2 * nodes_.size() < places_.size()) return;
  places_.assign(2 * places_.size(), free_place);
  for (std::size_t i = 1; i < nodes_.size(); ++i) {
    const auto& node = nodes_[i];
    places_[place_of(node.aspect, {branches_.data() + node.first_branch, values_[node.aspect]})] =
        static_cast<std::uint32_t>(i);
  }
  memory_.assign(places_.size(), Remembered{.question = no_question, .answer = 0});
}

CellSets::Remembered& CellSets::memory_of(std::uint64_t question) noexcept {
  return memory_[mixed(question) & (memory_.size() - 1)];
}

std::uint64_t CellSets::count(Ref ref) { return count_below(ref, 0); }

/// How many choices of the aspects from `aspect` on are in the set; it asks for none before.
std::uint64_t CellSets::count_below(Ref ref, std::uint32_t aspect) {
  const auto index = ref >> 1U;
  const auto at = nodes_[index].aspect;
  if (counts_[index] == 0) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < values_[at]; ++i) count += count_below(branch(ref & ~1U, at, i), at + 1);
    counts_[index] = count;
  }
  const auto here = (ref & 1U) != 0 ? cells_from_[at] - counts_[index] : counts_[index];
  return here * (cells_from_[aspect] / cells_from_[at]);
}

std::vector<std::size_t> CellSets::cheapest(CellSet set, const std::vector<std::vector<unsigned>>& costs) const {
  constexpr auto never = std::numeric_limits<unsigned>::max() / 2;
  std::vector<unsigned> skipped_from(values_.size() + 1, 0);  // the least that the aspects from here on cost
  for (auto i = values_.size(); i-- > 0;) {
    skipped_from[i] = skipped_from[i + 1] + *std::min_element(costs[i].begin(), costs[i].end());
  }
  std::unordered_map<Ref, unsigned> known{{all_ref, 0}, {none_ref, never}};
  const auto least = [&](const auto& self, Ref ref, std::uint32_t from) -> unsigned {
    const auto at = aspect_of(ref);
    const auto skipped = skipped_from[from] - skipped_from[at];
    if (const auto found = known.find(ref); found != known.end()) return std::min(never, found->second + skipped);
    auto cost = never;
    for (std::size_t i = 0; i < values_[at]; ++i) {
      cost = std::min(cost, self(self, branch(ref, at, i), at + 1) + costs[at][i]);
    }
    known.emplace(ref, cost);
    return std::min(never, cost + skipped);
  };

  std::vector<std::size_t> cell(values_.size());
  auto ref = set.ref_;
  for (std::uint32_t aspect = 0; aspect < cell.size(); ++aspect) {
    auto best = never;
    for (std::size_t i = 0; i < values_[aspect]; ++i) {
      const auto cost = std::min(never, least(least, branch(ref, aspect, i), aspect + 1) + costs[aspect][i]);
      if (cost >= best) continue;
      best = cost;
      cell[aspect] = i;
    }
    ref = branch(ref, aspect, cell[aspect]);
  }
  return cell;
}

}  // namespace earlyhelp
