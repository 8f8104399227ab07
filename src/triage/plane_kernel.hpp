#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/policy/plane_program.hpp>
#include <earlyhelp/triage/planes.hpp>
#include <earlyhelp/triage/vector_level.hpp>

#include <array>
#include <cstddef>
#include <cstdint>

namespace earlyhelp {

// A kernel is compiled once for each VectorLevel. What its copies share are these plain records: an inline function
// that one of them did not inline would be every copy's, and might run where it cannot.

/// Incidents that stand together in a word of a plane.
constexpr std::size_t word_rows = 64;
constexpr std::size_t block_words = block_rows / word_rows;

/// The validity bits of a column. No bytes: every value is there.
struct RowBits {
  const std::uint8_t* bytes = nullptr;
  std::size_t first_bit = 0;
};

/// A column of codes.
struct RowCodes {
  const std::uint8_t* codes = nullptr;
  RowBits valid = {};
};

/// A column of counts: bytes, or numbers.
struct RowCounts {
  const std::uint8_t* bytes = nullptr;
  const std::int32_t* numbers = nullptr;
  RowBits valid = {};
};

/// The columns that a kernel reads.
struct RowColumns {
  RowCodes definition;
  RowCodes officer_grade;
  RowCodes judgement;
  RowCodes instrument;
  RowCounts yes_count;
  RowCounts unanswered_count;
  std::array<RowCodes, count_of<Finding>> findings;
  RowCodes history_known;
  RowCounts events_in_window;
  RowCodes marac_referral_in_window;
  RowCounts suspect_other_victims;
  RowCodes children_known;
  RowCounts children_linked;
  RowCounts youngest_child_age_years;
  RowCounts school_age_children;
  RowCounts reported_on;
};

/// What counts are compared with.
struct RowLimits {
  std::array<std::int32_t, count_of<Instrument>> checklist;  ///< yes answers
  std::array<bool, count_of<Instrument>> has_checklist;      ///< whether the instrument has a threshold
  std::int32_t escalation_events;
  std::int32_t cumulative_child_events;
  std::int32_t serial_other_victims;
  std::int32_t young_child_under_years;
  std::int32_t school_notification_from;  ///< days from 1970-01-01
};

/// The columns that a kernel writes outcomes into; null is not wanted.
struct RowOutcomes {
  std::uint8_t* grade = nullptr;
  std::uint8_t* route = nullptr;
  std::uint16_t* duties = nullptr;
  std::uint64_t* reasons = nullptr;
};

/// The same for both readings.
struct RowDecisions {
  RowOutcomes known = {};
  RowOutcomes if_unknowns_yes = {};
  std::uint8_t* provisional = nullptr;
  bool are_streamed = false;  ///< past the caches
};

/// The size of a cache line.
constexpr std::size_t line_size = 64;

/// A run of whole words: of rows of columns, and of the planes of a block.
struct WordRun {
  std::size_t first_row;
  std::size_t first_word;
  std::size_t words;
};

/// Where the plane of each slot of a program stands. Signals are not written.
struct PlanePlaces {
  std::array<const AnswerPlanes*, PlaneProgram::max_slots> from;
  std::array<AnswerPlanes*, PlaneProgram::max_slots> to;
};

/// What is done with many incidents at once.
struct PlaneKernel {
  /// Answers `signals`. False: check() objects to a value that was looked at.
  bool (*read)(const RowColumns& columns, const RowLimits& limits, EnumSet<Signal> signals, WordRun run,
               SignalBlock& block);
  /// Runs the steps of `program`. Requires: places of `never` and of the planes in between; the others are put there.
  void (*decide)(const PlaneProgram& program, PlanePlaces& places, const SignalBlock& signals, OutcomeBlock& outcome);
  /// Turns the planes of a block into its rows of columns, from `row` on. Requires: they have room for a whole block.
  void (*write)(const OutcomeBlock& outcome, std::size_t rules, std::size_t row, const RowDecisions& decisions);
  /// Lets other threads see what was streamed, when this one says that it is done.
  void (*finish)();
};

/// The kernel for `level`, or the next lower one that this build has.
const PlaneKernel& plane_kernel(VectorLevel level) noexcept;

extern const PlaneKernel baseline_kernel;
extern const PlaneKernel x86_64_v3_kernel;
extern const PlaneKernel x86_64_v4_kernel;

}  // namespace earlyhelp
