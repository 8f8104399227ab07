#pragma once

#include "triage/aspect.hpp"
#include "triage/cell_sets.hpp"

#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace earlyhelp {

/// How the unknowns of an incident are read.
enum class Reading : std::uint8_t { known, if_unknowns_yes };

/// For each signal the cells in which it holds before any rule has run.
using SignalCells = std::array<CellSet, count_of<Signal>>;

/// What a rule program says of every cell at once.
struct DecidedCells {
  std::vector<CellSet> fired;              ///< for each rule
  std::array<CellSet, asked_count> asked;  ///< as RuleProgram::asked
  SignalCells signals;
};

/// All the cells into which the facts fall under some policies, and what the policies decide in them.
///
/// A cell is one value of every aspect. Whatever the policies look at is the same throughout a cell: what the rules say
/// of its smallest incident they say of every incident in it. A rule program runs on sets of cells as it runs on words
/// of incidents, by the same code; each step answers for all cells.
class Cells {
 public:
  explicit Cells(const Gaze& gaze);

  const std::vector<Aspect>& aspects() const noexcept { return aspects_; }
  /// The aspect that `fact` belongs to.
  std::size_t aspect_of(Fact fact) const noexcept;
  CellSets& sets() noexcept { return sets_; }
  const Facts& quiet() const noexcept { return quiet_; }
  /// The cells that an incident can be in.
  CellSet realisable() const noexcept { return realisable_; }
  /// How many combinations of values there are, realisable or not.
  std::uint64_t combinations() const noexcept;

  CellSet where(std::size_t aspect, std::size_t value) { return sets_.where(aspect, value); }
  /// The cells of the incidents for which `holds(facts)`. Requires: it turns on none but `facts`, and no further than
  /// the policies look at them.
  CellSet where(EnumSet<Fact> facts, const std::function<bool(const Facts&)>& holds);

  /// The cell of an incident that smallest() or largest() gave.
  CellSet only(const Facts& facts);

  /// The incident of `cells` that departs least from a quiet one, or most. Requires: not empty.
  Facts smallest(CellSet cells) const { return incident(cells, true); }
  Facts largest(CellSet cells) const { return incident(cells, false); }

  /// The signals of every cell, held against these thresholds.
  SignalCells answers(const Thresholds& thresholds, Reading reading);
  /// What `program` says in every cell that has these signals.
  DecidedCells decide(const RuleProgram& program, const SignalCells& signals);

 private:
  Facts incident(CellSet cells, bool is_smallest) const;

  std::vector<Aspect> aspects_;
  Facts quiet_;
  CellSets sets_;
  CellSet realisable_;
};

}  // namespace earlyhelp
