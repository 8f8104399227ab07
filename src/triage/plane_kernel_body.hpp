#pragma once

#include "triage/column_facts.hpp"
#include "triage/column_run.hpp"
#include "triage/fact_bits.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/run_planes.hpp"
#include "triage/write_planes.hpp"

#include <cstddef>
#include <cstdint>

// The functions of a kernel, for the level that the including source is compiled for. Nothing here is shared between
// sources.
namespace earlyhelp {
namespace {

/// Answers `signals` for the incidents of `Bits`, from word `first` of the block on.
template <class Bits>
void answer(const FactBits<RunBits>& facts, EnumSet<Signal> signals, std::size_t first, SignalBlock& block) noexcept {
  const auto read = [first](const RunBits& plane) { return load<Bits>(plane.words.data() + first); };
  const auto put = [first, &block](Signal signal, const Bits& known, const Bits& if_unknowns_yes) {
    auto& answers = block.signals[static_cast<std::size_t>(signal)];
    store(known, answers.known.words.data() + first);
    store(if_unknowns_yes, answers.if_unknowns_yes.words.data() + first);
  };
  SignalsOfBits{facts, signals, read, put}.answer();
}

bool read(const RowColumns& columns, const RowLimits& limits, EnumSet<Signal> signals, WordRun run,
          SignalBlock& block) {
  FactBits<RunBits> facts;
  ColumnRun column_run{run};
  ColumnFacts{columns, limits, signals}.find(column_run, facts);
  const auto end = run.first_word + run.words;
  auto word = run.first_word;
  for (; word + lanes <= end; word += lanes) answer<Lanes>(facts, signals, word, block);
  for (; word < end; ++word) answer<std::uint64_t>(facts, signals, word, block);
  return !column_run.has_fault();
}

/// Where the two readings differ in grade, route or duties, or the definition or the grade is missing.
void find_provisional(const SignalBlock& signals, OutcomeBlock& outcome) noexcept {
  const auto& undetermined = signals.signals[static_cast<std::size_t>(Signal::definition_undetermined)];
  // That the officer's grade is missing is what makes the signal turn.
  const auto& graded = signals.signals[static_cast<std::size_t>(Signal::officer_graded)];
  for (std::size_t i = 0; i < block_words; i += lanes) {
    const auto turned = [i](const AnswerPlanes& answers) {
      return load(answers.known.words.data() + i) ^ load(answers.if_unknowns_yes.words.data() + i);
    };
    auto provisional = load(undetermined.known.words.data() + i) | turned(graded);
    for (std::size_t j = 0; j < asked_count; ++j) provisional = provisional | turned(outcome.planes[j]);
    store(provisional, outcome.provisional.words.data() + i);
  }
}

void decide(const PlaneProgram& program, PlanePlaces& places, const SignalBlock& signals, OutcomeBlock& outcome) {
  for (std::size_t i = 0; i < fact_signals; ++i) places.from[i] = &signals.signals[i];
  constexpr auto first = PlaneProgram::first_asked;
  for (std::size_t i = 0; i < outcome.planes.size(); ++i) places.from[first + i] = &outcome.planes[i];
  for (std::size_t i = 0; i < outcome.planes.size(); ++i) places.to[first + i] = &outcome.planes[i];
  run(program.steps, places);
  find_provisional(signals, outcome);
}

void write(const OutcomeBlock& outcome, std::size_t rules, std::size_t row, const RowDecisions& decisions) {
  for (std::size_t word = 0; word < block_words; word += lanes) {
    const OutcomeWriter writer{outcome, rules, word, decisions.are_streamed};
    const auto first = row + word_rows * word;
    writer.write(&AnswerPlanes::known, decisions.known, first);
    writer.write(&AnswerPlanes::if_unknowns_yes, decisions.if_unknowns_yes, first);
    if (decisions.provisional != nullptr) writer.write_provisional(decisions.provisional + first);
  }
}

}  // namespace
}  // namespace earlyhelp
