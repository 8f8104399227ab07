#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/fact_columns.hpp>
#include <earlyhelp/triage/planes.hpp>
#include <earlyhelp/triage/vector_level.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace earlyhelp {

/// Where the outcomes of one reading go, a row for each incident. A column that is empty is not wanted.
///
/// Source: default triage policy, sections 3 and 4.
struct OutcomeColumns {
  std::span<std::uint8_t> grade = {};     ///< 0 nobody has graded, 1 standard, 2 medium, 3 high
  std::span<std::uint8_t> route = {};     ///< the place in Route
  std::span<std::uint16_t> duties = {};   ///< bit i is the i-th Duty, as in Duties::bits()
  std::span<std::uint64_t> reasons = {};  ///< bit i is rule i, as in Reasons::bits()

  OutcomeColumns slice(std::size_t first, std::size_t count) const;
};

/// Where decisions go, in columns of the caller's memory. A column that is empty is not wanted.
///
/// Source: default triage policy, sections 3 and 4.
struct DecisionColumns {
  OutcomeColumns known = {};
  OutcomeColumns if_unknowns_yes = {};
  std::span<std::uint8_t> provisional = {};  ///< 1 or 0

  DecisionColumns slice(std::size_t first, std::size_t count) const;
};

/// Decides every row of `facts` under one policy, into the same row of `decisions`: the same answers as `triage` one at
/// a time, without an allocation for any row; a call takes some 300 KiB of stack. Slices that do not overlap can be
/// decided by threads at the same time.
///
///   std::vector<std::uint8_t> routes(facts.size());
///   triage(facts, policy, {.known = {.route = routes}});
///
/// Throws: std::invalid_argument naming column and row of the first issue that check(facts) finds, or a column of
/// `decisions` that is neither empty nor as long as the facts; rows may have been decided before.
void triage(const FactColumns& facts, const Policy& policy, const DecisionColumns& decisions,
            VectorLevel level = highest_vector_level());

/// The same into planes, a block for every `block_rows` rows; what the last block has more of rows means nothing.
///
/// Throws: std::invalid_argument as above, and when there are fewer blocks than it takes.
void triage(const FactColumns& facts, const Policy& policy, std::span<OutcomeBlock> outcomes,
            VectorLevel level = highest_vector_level());

}  // namespace earlyhelp
