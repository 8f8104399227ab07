#include "triage/column_reader.hpp"

#include "triage/column_check.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <stdexcept>
#include <string>
#include <variant>

namespace earlyhelp {
namespace {

RowLimits limits_of(const Thresholds& thresholds) noexcept {
  RowLimits limits{.checklist = {},
                   .has_checklist = {},
                   .escalation_events = thresholds.escalation_events,
                   .cumulative_child_events = thresholds.cumulative_child_events,
                   .serial_other_victims = thresholds.serial_victims - 1,
                   .young_child_under_years = thresholds.young_child_under_years,
                   .school_notification_from = day_number(thresholds.school_notification_from)};
  for (std::size_t i = 0; i < count_of<Instrument>; ++i) {
    limits.has_checklist[i] = thresholds.visible_high_risk[i].has_value();
    limits.checklist[i] = thresholds.visible_high_risk[i].value_or(0);
  }
  return limits;
}

RowBits rows_of(const ValidityBits& valid) noexcept {
  return {.bytes = valid.is_all() ? nullptr : valid.bytes.data(), .first_bit = valid.first_bit};
}
RowCodes rows_of(std::span<const std::uint8_t> codes) noexcept { return {.codes = codes.data()}; }
RowCodes rows_of(const OptionalCodes& column) noexcept {
  return {.codes = column.values.data(), .valid = rows_of(column.valid)};
}
RowCounts rows_of(std::span<const std::int32_t> numbers) noexcept { return {.numbers = numbers.data()}; }
RowCounts rows_of(const CountColumn& column) noexcept {
  const auto* numbers = std::get_if<std::span<const std::int32_t>>(&column);
  if (numbers != nullptr) return rows_of(*numbers);
  return {.bytes = std::get_if<std::span<const std::uint8_t>>(&column)->data()};
}

RowColumns rows_of(const FactColumns& facts) noexcept {
  RowColumns columns{.definition = rows_of(facts.definition),
                     .officer_grade = rows_of(facts.officer_grade),
                     .judgement = rows_of(facts.judgement),
                     .instrument = rows_of(facts.instrument),
                     .yes_count = rows_of(facts.yes_count),
                     .unanswered_count = rows_of(facts.unanswered_count),
                     .findings = {},
                     .history_known = rows_of(facts.history_known),
                     .events_in_window = rows_of(facts.events_in_window),
                     .marac_referral_in_window = rows_of(facts.marac_referral_in_window),
                     .suspect_other_victims = rows_of(facts.suspect_other_victims),
                     .children_known = rows_of(facts.children_known),
                     .children_linked = rows_of(facts.children_linked),
                     .youngest_child_age_years = rows_of(facts.youngest_child_age_years.values),
                     .school_age_children = rows_of(facts.school_age_children),
                     .reported_on = rows_of(facts.reported_on)};
  std::transform(facts.findings.begin(), facts.findings.end(), columns.findings.begin(),
                 [](const OptionalCodes& finding) { return rows_of(finding); });
  columns.youngest_child_age_years.valid = rows_of(facts.youngest_child_age_years.valid);
  return columns;
}

template <class Visit>
void for_each_column(RowColumns& columns, Visit visit) {
  for (auto* column : {&columns.definition, &columns.officer_grade, &columns.judgement, &columns.instrument,
                       &columns.history_known, &columns.marac_referral_in_window, &columns.children_known}) {
    visit(*column);
  }
  for (auto& finding : columns.findings) visit(finding);
  for (auto* column : {&columns.yes_count, &columns.unanswered_count, &columns.events_in_window,
                       &columns.suspect_other_victims, &columns.children_linked, &columns.youngest_child_age_years,
                       &columns.school_age_children, &columns.reported_on}) {
    visit(*column);
  }
}

/// The last rows of columns, fewer than a word, with sound ones behind them, so that a whole word can be read.
class LastRows {
 public:
  LastRows(const RowColumns& columns, std::size_t first, std::size_t rows) noexcept : columns_{columns} {
    auto* place = places_.data();
    for_each_column(columns_, [&](auto& column) { copy(column, first, rows, *place++); });
  }
  LastRows(const LastRows&) = delete;
  LastRows& operator=(const LastRows&) = delete;

  const RowColumns& columns() const noexcept { return columns_; }

 private:
  struct Place {
    std::array<std::uint8_t, word_rows> codes = {};
    std::array<std::int32_t, word_rows> numbers;
    std::array<std::uint8_t, word_rows / 8 + 1> valid = {};
  };

  static void copy(RowCodes& column, std::size_t first, std::size_t rows, Place& place) noexcept {
    std::copy_n(column.codes + first, rows, place.codes.begin());
    column.codes = place.codes.data();
    copy(column.valid, first, rows, place);
  }
  static void copy(RowCounts& column, std::size_t first, std::size_t rows, Place& place) noexcept {
    place.numbers.fill(1);
    for (std::size_t i = 0; i < rows; ++i) {
      place.numbers[i] = column.bytes != nullptr ? column.bytes[first + i] : column.numbers[first + i];
    }
    column.numbers = place.numbers.data();
    column.bytes = nullptr;
    copy(column.valid, first, rows, place);
  }
  static void copy(RowBits& valid, std::size_t first, std::size_t rows, Place& place) noexcept {
    if (valid.bytes == nullptr) return;
    const auto first_bit = valid.first_bit + first;
    std::copy_n(valid.bytes + first_bit / 8, (first_bit % 8 + rows + 7) / 8, place.valid.begin());
    valid = {.bytes = place.valid.data(), .first_bit = first_bit % 8};
  }

  RowColumns columns_;
  std::array<Place, 15 + count_of<Finding>> places_;
};

[[noreturn]] void refuse(const Issue& issue) {
  throw std::invalid_argument{"FactColumns: " + issue.where + ": " + issue.what};
}

}  // namespace

ColumnReader::ColumnReader(const FactColumns& facts, const Thresholds& thresholds, const PlaneKernel& kernel)
    : facts_{facts}, kernel_{kernel}, limits_{limits_of(thresholds)}, columns_{rows_of(facts)} {
  if (const auto issue = check_lengths(facts)) refuse(*issue);
}

std::size_t ColumnReader::rows(std::size_t i) const noexcept {
  return std::min(block_rows, facts_.size() - i * block_rows);
}

void ColumnReader::read(std::size_t i, EnumSet<Signal> signals, SignalBlock& block) const {
  const auto first = i * block_rows;
  const auto words = rows(i) / word_rows;
  const auto rest = rows(i) % word_rows;
  bool is_sound = true;
  if (words != 0) {
    const WordRun run{.first_row = first, .first_word = 0, .words = words};
    is_sound = kernel_.read(columns_, limits_, signals, run, block);
  }
  if (rest != 0) {
    const LastRows last{columns_, first + word_rows * words, rest};
    const WordRun run{.first_row = 0, .first_word = words, .words = 1};
    is_sound &= kernel_.read(last.columns(), limits_, signals, run, block);
  }
  if (!is_sound) refuse(check(facts_).value());
}

}  // namespace earlyhelp
