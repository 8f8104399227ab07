#pragma once

#include "triage/column_check.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/row_bits.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

using WordBits = std::uint64_t;
constexpr WordBits no_row = 0;
constexpr WordBits every_row = ~no_row;

/// The rows from `row` on that have a value.
inline WordBits is_there(const RowBits& valid, std::size_t row) noexcept {
  return valid.bytes == nullptr ? every_row : bits_from(valid.bytes, valid.first_bit + row);
}

/// The rows whose count is at least `limit`.
inline WordBits is_at_least(const RowCounts& column, std::size_t row, std::int32_t limit) noexcept {
  if (column.bytes == nullptr) return at_least(column.numbers + row, limit);
  if (limit > std::numeric_limits<std::uint8_t>::max()) return no_row;
  return limit <= 0 ? every_row : at_least(column.bytes + row, static_cast<std::uint8_t>(limit));
}

/// The rows that have a code of at least `limit`.
inline WordBits is_at_least(const RowCodes& column, std::size_t row, std::uint8_t limit) noexcept {
  return at_least(column.codes + row, limit) & is_there(column.valid, row);
}

/// 64 counts as numbers, those of one column or the sums of two; what does not fit is the largest that does.
class WordCounts {
 public:
  explicit WordCounts(const RowCounts& column, std::size_t row) noexcept {
    for (std::size_t i = 0; i < word_rows; ++i) {
      counts_[i] = column.bytes != nullptr ? column.bytes[row + i] : column.numbers[row + i];
    }
  }
  WordBits is_sum_at_least(const WordCounts& other, std::int32_t limit) const noexcept {
    constexpr auto most = std::numeric_limits<std::int32_t>::max();
    std::array<std::int32_t, word_rows> sums;
    for (std::size_t i = 0; i < word_rows; ++i) {
      const auto sum = static_cast<std::uint32_t>(counts_[i]) + static_cast<std::uint32_t>(other.counts_[i]);
      sums[i] = static_cast<std::int32_t>(sum < std::uint32_t{most} ? sum : std::uint32_t{most});
    }
    return at_least(sums.data(), limit);
  }

 private:
  std::array<std::int32_t, word_rows> counts_;
};

/// What the columns say about the 64 incidents from a row on, the first in the lowest bit.
class ColumnWord {
 public:
  ColumnWord(const RowColumns& columns, const RowLimits& limits, std::size_t row) noexcept
      : columns_{columns}, limits_{limits}, row_{row} {}

  WordBits is(Definition definition) const noexcept {
    return equal(columns_.definition.codes + row_, static_cast<std::uint8_t>(definition));
  }
  WordBits officer_at_least(RiskGrade grade) const noexcept {
    return is_at_least(columns_.officer_grade, row_, static_cast<std::uint8_t>(grade));
  }
  WordBits judged_at_least(RiskGrade grade) const noexcept {
    return is_at_least(columns_.judgement, row_, static_cast<std::uint8_t>(grade));
  }
  WordBits is_yes(Finding finding) const noexcept {
    return is_at_least(columns_.findings[static_cast<std::size_t>(finding)], row_, 1);
  }
  WordBits is_unknown(Finding finding) const noexcept {
    return ~is_there(columns_.findings[static_cast<std::size_t>(finding)].valid, row_);
  }

  WordBits has_instrument() const noexcept { return is_there(columns_.instrument.valid, row_); }
  WordBits has_threshold() const noexcept {
    return by_instrument([](std::int32_t) { return every_row; });
  }
  WordBits reaches_threshold() const noexcept {
    return by_instrument([this](std::int32_t limit) { return is_at_least(columns_.yes_count, row_, limit); });
  }
  WordBits reaches_threshold_if_filled_in() const noexcept {
    const WordCounts yes{columns_.yes_count, row_};
    const WordCounts unanswered{columns_.unanswered_count, row_};
    return by_instrument([&](std::int32_t limit) { return yes.is_sum_at_least(unanswered, limit); });
  }
  WordBits is_all_answered() const noexcept { return ~is_at_least(columns_.unanswered_count, row_, 1); }

  WordBits is_history_known() const noexcept { return is_at_least(columns_.history_known, row_, 1); }
  WordBits has_repeated_event() const noexcept { return is_at_least(columns_.events_in_window, row_, 2); }
  WordBits has_events_at_escalation() const noexcept {
    return is_at_least(columns_.events_in_window, row_, limits_.escalation_events);
  }
  WordBits has_events_at_cumulative() const noexcept {
    return is_at_least(columns_.events_in_window, row_, limits_.cumulative_child_events);
  }
  WordBits has_marac_referral() const noexcept { return is_at_least(columns_.marac_referral_in_window, row_, 1); }
  WordBits has_victims_at_serial() const noexcept {
    return is_at_least(columns_.suspect_other_victims, row_, limits_.serial_other_victims);
  }

  WordBits are_children_known() const noexcept { return is_at_least(columns_.children_known, row_, 1); }
  WordBits has_child() const noexcept { return is_at_least(columns_.children_linked, row_, 1); }
  WordBits has_school_age_child() const noexcept { return is_at_least(columns_.school_age_children, row_, 1); }
  WordBits has_young_child() const noexcept {
    const auto& youngest = columns_.youngest_child_age_years;
    return is_there(youngest.valid, row_) & ~is_at_least(youngest, row_, limits_.young_child_under_years);
  }
  WordBits is_school_notification_in_force() const noexcept {
    return is_at_least(columns_.reported_on, row_, limits_.school_notification_from);
  }

 private:
  /// Where `holds(limit)`, for the limit of the row's instrument. Instruments with one limit are compared together.
  template <class Holds>
  WordBits by_instrument(Holds holds) const noexcept {
    auto all = no_row;
    for (std::size_t i = 0; i < count_of<Instrument>; ++i) {
      if (!limits_.has_checklist[i]) continue;
      all |= equal(columns_.instrument.codes + row_, static_cast<std::uint8_t>(i)) & holds(limits_.checklist[i]);
    }
    return all & has_instrument();
  }

  const RowColumns& columns_;
  const RowLimits& limits_;
  std::size_t row_;
};

/// The rows of flags, neither of them a yes nor a no, among all columns of flags.
inline WordBits has_flag_fault(const RowColumns& columns, std::size_t row) noexcept {
  const std::array<const RowCodes*, 3> flags{&columns.history_known, &columns.marac_referral_in_window,
                                             &columns.children_known};
  // Together they are at most 1 when each is. Whether it was in a row with a value is looked at only otherwise.
  std::array<std::uint8_t, word_rows> any = {};
  const auto add = [&any, row](const RowCodes& column) {
    for (std::size_t i = 0; i < word_rows; ++i) any[i] = static_cast<std::uint8_t>(any[i] | column.codes[row + i]);
  };
  for (const auto& finding : columns.findings) add(finding);
  for (const auto* column : flags) add(*column);
  if (at_least(any.data(), 2) == no_row) return no_row;

  auto fault = no_row;
  for (const auto& finding : columns.findings) fault |= is_at_least(finding, row, 2);
  for (const auto* column : flags) fault |= is_at_least(*column, row, 2);
  return fault;
}

/// The rows with a value that check() objects to.
inline WordBits has_fault(const RowColumns& columns, std::size_t row) noexcept {
  const auto is_below = [row](const RowCounts& column, std::int32_t least) {
    return is_there(column.valid, row) & ~is_at_least(column, row, least);
  };
  return is_at_least(columns.definition, row, count_of<Definition>) |
         is_at_least(columns.officer_grade, row, count_of<RiskGrade>) |
         is_at_least(columns.judgement, row, count_of<RiskGrade>) |
         is_at_least(columns.instrument, row, count_of<Instrument>) | has_flag_fault(columns, row) |
         is_below(columns.yes_count, 0) | is_below(columns.unanswered_count, 0) |
         is_below(columns.events_in_window, 1) | is_below(columns.suspect_other_victims, 0) |
         is_below(columns.children_linked, 0) | is_below(columns.youngest_child_age_years, 0) |
         is_below(columns.school_age_children, 0) | is_below(columns.reported_on, first_day_number) |
         is_at_least(columns.reported_on, row, last_day_number + 1);
}

}  // namespace
}  // namespace earlyhelp
