#pragma once

#include "triage/answer_signals.hpp"
#include "triage/column_words.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/run_planes.hpp"
#include "triage/turn_planes.hpp"

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
  auto fault = no_row;
  for (std::size_t i = 0; i < run.words; ++i) {
    const auto row = run.first_row + word_rows * i;
    const auto word = run.first_word + i;
    const ColumnWord facts{columns, limits, row};
    const auto put = [&](Signal signal, WordBits known, WordBits if_unknowns_yes) {
      if (!signals.contains(signal)) return;
      auto& answers = block.signals[static_cast<std::size_t>(signal)];
      answers.known.words[word] = known;
      answers.if_unknowns_yes.words[word] = if_unknowns_yes;
    };
    SignalAnswers{facts, signals, put}.all();
    fault |= has_fault(columns, row);
  }
  return fault == no_row;
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

/// Writes grade, route and duties of 64 incidents from `row` on; they stand from bit `first` of each of `rows`.
void write_asked(const WordMatrix& rows, std::size_t first, const RowOutcomes& outcomes, std::size_t row) noexcept {
  if (outcomes.grade != nullptr) {
    for (std::size_t i = 0; i < word_rows; ++i) {
      outcomes.grade[row + i] = static_cast<std::uint8_t>(rows[i] >> (first + first_grade) & 3U);
    }
  }
  if (outcomes.route != nullptr) {
    for (std::size_t i = 0; i < word_rows; ++i) {
      outcomes.route[row + i] = static_cast<std::uint8_t>(rows[i] >> (first + first_route));
    }
  }
  if (outcomes.duties != nullptr) {
    for (std::size_t i = 0; i < word_rows; ++i) {
      outcomes.duties[row + i] = static_cast<std::uint16_t>(rows[i] >> (first + first_duty));
    }
  }
}

void write(const OutcomeBlock& outcome, std::size_t rules, WordRun run, const RowDecisions& decisions) {
  const auto is_asked = [](const RowOutcomes& outcomes) {
    return outcomes.grade != nullptr || outcomes.route != nullptr || outcomes.duties != nullptr;
  };
  const auto& [known, if_unknowns_yes, provisional] = decisions;
  for (std::size_t i = 0; i < run.words; ++i) {
    const auto row = run.first_row + word_rows * i;
    const auto word = run.first_word + i;
    if (is_asked(known) || is_asked(if_unknowns_yes) || provisional != nullptr) {
      const auto rows = asked_rows(outcome, word);
      write_asked(rows, 0, known, row);
      write_asked(rows, 32, if_unknowns_yes, row);
      if (provisional != nullptr) {
        for (std::size_t j = 0; j < word_rows; ++j) {
          provisional[row + j] = static_cast<std::uint8_t>(rows[j] >> provisional_bit & 1U);
        }
      }
    }
    if (known.reasons != nullptr) {
      const auto rows = reason_rows(outcome, rules, &AnswerPlanes::known, word);
      std::copy(rows.begin(), rows.end(), known.reasons + row);
    }
    if (if_unknowns_yes.reasons != nullptr) {
      const auto rows = reason_rows(outcome, rules, &AnswerPlanes::if_unknowns_yes, word);
      std::copy(rows.begin(), rows.end(), if_unknowns_yes.reasons + row);
    }
  }
}

}  // namespace
}  // namespace earlyhelp
