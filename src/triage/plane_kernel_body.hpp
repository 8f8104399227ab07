#pragma once

#include "triage/column_facts.hpp"
#include "triage/column_run.hpp"
#include "triage/fact_bits.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/run_planes.hpp"
#include "triage/write_planes.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

// The functions of a kernel, for the level that the including source is compiled for. Nothing here is shared between
// sources.
namespace earlyhelp {
namespace {

bool read(const RowColumns& columns, const RowLimits& limits, EnumSet<Signal> signals, WordRun run,
          SignalBlock& block) {
  FactBits<RunBits> facts;
  ColumnRun column_run{run};
  ColumnFacts{columns, limits, signals}.find(column_run, facts);

  const auto put_words = [run](const RunBits& from, PlaneBits& to) {
    if (run.words == block_words) {
      to.words = from.words;
    } else {
      for (auto i = run.first_word; i < run.first_word + run.words; ++i) to.words[i] = from.words[i];
    }
  };
  const auto put = [&](Signal signal, const RunBits& known, const RunBits& if_unknowns_yes) {
    auto& answers = block.signals[static_cast<std::size_t>(signal)];
    put_words(known, answers.known);
    put_words(if_unknowns_yes, answers.if_unknowns_yes);
  };
  SignalsOfBits<RunBits, decltype(put)>{facts, signals, put}.answer();
  return !column_run.has_fault();
}

/// Where the two readings differ in grade, route or duties, or the definition or the grade is missing.
void find_provisional(const SignalBlock& signals, OutcomeBlock& outcome) noexcept {
  const auto& undetermined = signals.signals[static_cast<std::size_t>(Signal::definition_undetermined)].known.words;
  const auto& graded = signals.signals[static_cast<std::size_t>(Signal::officer_graded)];
  auto* __restrict provisional = outcome.provisional.words.data();
  for (std::size_t i = 0; i < block_words; ++i) {
    // That the officer's grade is missing is what makes the signal turn.
    provisional[i] = undetermined[i] | (graded.known.words[i] ^ graded.if_unknowns_yes.words[i]);
  }
  const auto add = [provisional](const auto& answers) {
    for (const auto& answer : answers) {
      for (std::size_t i = 0; i < block_words; ++i) {
        provisional[i] |= answer.known.words[i] ^ answer.if_unknowns_yes.words[i];
      }
    }
  };
  add(outcome.grade_at_least);
  add(outcome.route_at_least);
  add(outcome.duties);
}

void decide(const PlaneProgram& program, const SignalBlock& signals, std::span<AnswerPlanes> between,
            OutcomeBlock& outcome) {
  for (std::size_t i = 0; i < sizeof(SignalBlock); i += 64)
    __builtin_prefetch(reinterpret_cast<const char*>(&signals + 1) + i, 0, 2);
  for (std::size_t i = 0; i < (22 + program.rules) * 256; i += 64)
    __builtin_prefetch(reinterpret_cast<const char*>(&outcome + 1) + i, 1, 2);
  PlanePlaces at;
  PlaneSlot slot = 0;
  for (const auto& plane : signals.signals) at.from[slot++] = &plane;
  at.from[slot++] = &between.front();
  const auto place = [&at, &slot](AnswerPlanes& plane) {
    at.to[slot] = &plane;
    at.from[slot++] = &plane;
  };
  for (auto& plane : outcome.grade_at_least) place(plane);
  for (auto& plane : outcome.route_at_least) place(plane);
  for (auto& plane : outcome.duties) place(plane);
  for (std::size_t i = 0; i < program.rules; ++i) place(outcome.reasons[i]);
  for (auto& plane : between.subspan(1)) place(plane);
  for (const auto& step : program.steps) run_form[form_of(step)](step, at);
  find_provisional(signals, outcome);
}

void write(const OutcomeBlock& outcome, std::size_t rules, std::size_t row, const RowDecisions& decisions) {
  for (std::size_t word = 0; word < block_words; word += lanes) {
    const OutcomeWriter writer{outcome, rules, word};
    const auto first = row + word_rows * word;
    writer.write(&AnswerPlanes::known, decisions.known, first);
    writer.write(&AnswerPlanes::if_unknowns_yes, decisions.if_unknowns_yes, first);
    if (decisions.provisional != nullptr) writer.write_provisional(decisions.provisional + first);
  }
}

}  // namespace
}  // namespace earlyhelp
