#include <earlyhelp/triage/columns.hpp>

#include "triage/column_reader.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/plane_runner.hpp"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <string>
#include <string_view>

namespace earlyhelp {
namespace {

template <class Value>
std::span<Value> slice_of(std::span<Value> column, std::size_t first, std::size_t count) {
  return column.empty() ? column : column.subspan(first, count);
}

RowOutcomes rows_of(const OutcomeColumns& columns) noexcept {
  return {.grade = columns.grade.data(),
          .route = columns.route.data(),
          .duties = columns.duties.data(),
          .reasons = columns.reasons.data()};
}
RowDecisions rows_of(const DecisionColumns& columns, bool are_streamed) noexcept {
  return {.known = rows_of(columns.known),
          .if_unknowns_yes = rows_of(columns.if_unknowns_yes),
          .provisional = columns.provisional.data(),
          .are_streamed = are_streamed};
}

/// From so many rows on outcomes do not fit into the caches anyway, and would only drive out what is still to be read.
constexpr std::size_t streamed_rows = std::size_t{1} << 18;

/// Calls `visit(name, column of `a`, column of `b`)` for each column that they have, spans or pointers.
template <class A, class B, class Visit>
void for_each_column(const A& a, B& b, Visit visit) {
  visit("known.grade", a.known.grade, b.known.grade);
  visit("known.route", a.known.route, b.known.route);
  visit("known.duties", a.known.duties, b.known.duties);
  visit("known.reasons", a.known.reasons, b.known.reasons);
  visit("if_unknowns_yes.grade", a.if_unknowns_yes.grade, b.if_unknowns_yes.grade);
  visit("if_unknowns_yes.route", a.if_unknowns_yes.route, b.if_unknowns_yes.route);
  visit("if_unknowns_yes.duties", a.if_unknowns_yes.duties, b.if_unknowns_yes.duties);
  visit("if_unknowns_yes.reasons", a.if_unknowns_yes.reasons, b.if_unknowns_yes.reasons);
  visit("provisional", a.provisional, b.provisional);
}

void require_length(const DecisionColumns& columns, std::size_t rows) {
  for_each_column(columns, columns, [rows](std::string_view name, const auto& column, const auto&) {
    if (column.empty() || column.size() == rows) return;
    throw std::invalid_argument{"DecisionColumns: " + std::string{name} + ": " + std::to_string(column.size()) +
                                " rows for " + std::to_string(rows) + " incidents"};
  });
}

/// Room for the last block, which may have more rows than there are incidents.
struct LastBlock {
  struct Outcomes {
    std::array<std::uint8_t, block_rows> grade;
    std::array<std::uint8_t, block_rows> route;
    std::array<std::uint16_t, block_rows> duties;
    std::array<std::uint64_t, block_rows> reasons;
  };
  Outcomes known;
  Outcomes if_unknowns_yes;
  std::array<std::uint8_t, block_rows> provisional;

  DecisionColumns columns() noexcept {
    const auto of = [](Outcomes& outcomes) -> OutcomeColumns {
      return {.grade = outcomes.grade, .route = outcomes.route, .duties = outcomes.duties, .reasons = outcomes.reasons};
    };
    return {.known = of(known), .if_unknowns_yes = of(if_unknowns_yes), .provisional = provisional};
  }
};

/// Decides block after block under one policy.
class BlockTriage {
 public:
  BlockTriage(const FactColumns& facts, const Policy& policy, VectorLevel level)
      : kernel_{plane_kernel(level)},
        reader_{facts, policy.thresholds(), kernel_},
        runner_{policy.plane_program(), kernel_},
        rules_{policy.plane_program().rules} {}

  std::size_t blocks() const noexcept { return reader_.blocks(); }

  void decide(std::size_t i, OutcomeBlock& outcome) {
    reader_.read(i, signals_of_facts, signals_);
    runner_.decide(signals_, outcome);
  }
  void finish() const { kernel_.finish(); }
  void write(std::size_t i, const OutcomeBlock& outcome, const DecisionColumns& decisions) const {
    const auto first = i * block_rows;
    if (reader_.rows(i) == block_rows)
      kernel_.write(outcome, rules_, first, rows_of(decisions, reader_.rows() >= streamed_rows));
    else
      write_last(outcome, decisions.slice(first, reader_.rows(i)));
  }

 private:
  void write_last(const OutcomeBlock& outcome, const DecisionColumns& decisions) const {
    LastBlock last;
    auto columns = last.columns();
    for_each_column(decisions, columns, [](std::string_view, const auto& to, auto& from) {
      if (to.empty()) from = {};
    });
    kernel_.write(outcome, rules_, 0, rows_of(columns, false));
    for_each_column(decisions, columns, [](std::string_view, const auto& to, const auto& from) {
      std::copy_n(from.begin(), to.size(), to.begin());
    });
  }

  SignalBlock signals_;
  const PlaneKernel& kernel_;
  ColumnReader reader_;
  PlaneRunner runner_;
  std::size_t rules_;
};

}  // namespace

OutcomeColumns OutcomeColumns::slice(std::size_t first, std::size_t count) const {
  return {.grade = slice_of(grade, first, count),
          .route = slice_of(route, first, count),
          .duties = slice_of(duties, first, count),
          .reasons = slice_of(reasons, first, count)};
}

DecisionColumns DecisionColumns::slice(std::size_t first, std::size_t count) const {
  return {.known = known.slice(first, count),
          .if_unknowns_yes = if_unknowns_yes.slice(first, count),
          .provisional = slice_of(provisional, first, count)};
}

void triage(const FactColumns& facts, const Policy& policy, const DecisionColumns& decisions, VectorLevel level) {
  require_length(decisions, facts.size());
  BlockTriage triage{facts, policy, level};
  OutcomeBlock outcome;
  for (std::size_t i = 0; i < triage.blocks(); ++i) {
    triage.decide(i, outcome);
    triage.write(i, outcome, decisions);
  }
  triage.finish();
}

void triage(const FactColumns& facts, const Policy& policy, std::span<OutcomeBlock> outcomes, VectorLevel level) {
  BlockTriage triage{facts, policy, level};
  if (outcomes.size() < triage.blocks()) {
    throw std::invalid_argument{"OutcomeBlock: " + std::to_string(outcomes.size()) + " blocks for " +
                                std::to_string(facts.size()) + " incidents"};
  }
  for (std::size_t i = 0; i < triage.blocks(); ++i) triage.decide(i, outcomes[i]);
}

}  // namespace earlyhelp
