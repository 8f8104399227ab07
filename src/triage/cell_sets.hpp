#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

namespace earlyhelp {

class CellSets;

/// A set of cells: each cell is one choice of a value for every aspect. It is a number beside the sets that it belongs
/// to, so it copies like one, and equal sets are equal numbers.
///
/// Requires: the two sides of an operator are of the same CellSets, which outlives them.
class CellSet {
 public:
  CellSet() noexcept = default;

  friend CellSet operator&(CellSet a, CellSet b);
  friend bool meet(CellSet a, CellSet b);
  friend CellSet operator~(CellSet a) noexcept { return {a.sets_, a.ref_ ^ 1U}; }
  friend CellSet operator|(CellSet a, CellSet b) { return ~(~a & ~b); }
  friend CellSet operator-(CellSet a, CellSet b) { return a & ~b; }
  friend CellSet operator^(CellSet a, CellSet b) { return (a - b) | (b - a); }
  CellSet& operator&=(CellSet other) { return *this = *this & other; }
  CellSet& operator|=(CellSet other) { return *this = *this | other; }
  friend bool operator==(CellSet, CellSet) = default;

  bool empty() const noexcept { return ref_ == 1; }
  std::uint64_t count() const;
  /// The cells that would be in this set if their `aspect` had this `value`, whatever it is.
  CellSet given(std::size_t aspect, std::size_t value) const;

 private:
  friend class CellSets;
  CellSet(CellSets* sets, std::uint32_t ref) noexcept : sets_{sets}, ref_{ref} {}

  CellSets* sets_ = nullptr;
  std::uint32_t ref_ = 1;
};

/// Whether `a` and `b` have a cell in common: quicker to say than which, and nothing is kept of it.
bool meet(CellSet a, CellSet b);

/// Whether every cell of `a` is one of `b`.
inline bool is_within(CellSet a, CellSet b) { return !meet(a, ~b); }

/// All the sets of cells that somebody works with, each kept once, as a decision diagram: a tree that asks for one
/// aspect after the other, in their order, in which equal branches are one. Cells that are alike from some aspect on
/// are so gone through together, however many they are; none is left out. Counting is exact.
///
/// How the tree stays small: a question whose answers all lead to the same branch is not asked, and a set and its
/// opposite share their branches. So a set has one form only, and whether two are equal costs nothing to say.
class CellSets {
 public:
  /// Each aspect has so many values. Requires: fewer than 2^63 cells in all; no aspect without a value.
  explicit CellSets(std::vector<std::size_t> values);
  CellSets(const CellSets&) = delete;
  CellSets& operator=(const CellSets&) = delete;
  ~CellSets() = default;

  CellSet all() noexcept { return {this, 0}; }
  CellSet none() noexcept { return {this, 1}; }
  /// The cells whose `aspect` has this value.
  CellSet where(std::size_t aspect, std::size_t value);

  /// A set of other CellSets, with the cells that it has there. Requires: the same values of every aspect.
  CellSet copy_of(CellSet set);

  /// The value of each aspect in the cell of `set` with the least sum of costs; of several, in the one whose values
  /// come first. Requires: not empty; a cost for each value of each aspect.
  std::vector<std::size_t> cheapest(CellSet set, const std::vector<std::vector<unsigned>>& costs) const;

  std::size_t size() const noexcept { return nodes_.size(); }

 private:
  friend class CellSet;
  friend CellSet operator&(CellSet a, CellSet b);
  friend bool meet(CellSet a, CellSet b);
  using Ref = std::uint32_t;  // a node, and in the lowest bit whether its opposite is meant

  struct Node {
    std::uint32_t aspect;
    std::uint32_t first_branch;
  };
  struct Remembered {
    std::uint64_t question;
    Ref answer;
  };

  std::uint32_t aspect_of(Ref ref) const noexcept { return nodes_[ref >> 1U].aspect; }
  Ref branch(Ref ref, std::uint32_t aspect, std::size_t value) const noexcept;
  Ref both(Ref a, Ref b);
  bool meet(Ref a, Ref b);
  Ref given(Ref ref, std::uint32_t aspect, std::size_t value);
  Ref node(std::uint32_t aspect, std::size_t first_in_scratch);
  std::size_t place_of(std::uint32_t aspect, std::span<const Ref> branches) const noexcept;
  void make_room();
  Remembered& memory_of(std::uint64_t question) noexcept;
  std::uint64_t count(Ref ref);
  std::uint64_t count_below(Ref ref, std::uint32_t aspect);

  std::vector<std::size_t> values_;
  std::vector<std::uint64_t> cells_from_;  // how many choices the aspects from here on have
  std::vector<Node> nodes_;
  std::vector<Ref> branches_;
  std::vector<std::uint32_t> places_;  // where a node is found by what it is
  std::vector<Remembered> memory_;
  std::vector<std::uint64_t> counts_;
  std::vector<Ref> scratch_;
};

}  // namespace earlyhelp
