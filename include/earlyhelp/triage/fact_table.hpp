#pragma once

#include <earlyhelp/triage/fact_columns.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// The facts of many incidents in columns of its own: counts as bytes for as long as all of a column are below 256.
///
/// Source: default triage policy, section 1.
class FactTable {
 public:
  FactTable() = default;
  explicit FactTable(std::span<const Facts> facts);

  void reserve(std::size_t rows);
  void append(const Facts& facts);

  std::size_t size() const noexcept { return definition_.size(); }
  /// Valid until the table changes or goes. What check() objects to here stood in the facts: a count below 0, no event.
  FactColumns columns() const noexcept;

 private:
  /// Codes with a bit for each row that has one.
  class Codes {
   public:
    void append(bool is_there, std::uint8_t code);
    OptionalCodes view() const noexcept { return {.values = codes_, .valid = {.bytes = valid_}}; }
    void reserve(std::size_t rows);

   private:
    std::vector<std::uint8_t> codes_;
    std::vector<std::uint8_t> valid_;
  };
  /// Bytes until one does not fit.
  class Counts {
   public:
    void append(std::int32_t count);
    CountColumn view() const noexcept;
    void reserve(std::size_t rows) { bytes_.reserve(rows); }

   private:
    std::vector<std::uint8_t> bytes_;
    std::vector<std::int32_t> numbers_;
  };

  std::vector<std::uint8_t> definition_;
  Codes officer_grade_;
  Codes judgement_;
  Codes instrument_;
  Counts yes_count_;
  Counts unanswered_count_;
  std::array<Codes, count_of<Finding>> findings_;
  std::vector<std::uint8_t> history_known_;
  Counts events_in_window_;
  std::vector<std::uint8_t> marac_referral_in_window_;
  Counts suspect_other_victims_;
  std::vector<std::uint8_t> children_known_;
  Counts children_linked_;
  Counts youngest_child_age_years_;
  std::vector<std::uint8_t> has_youngest_;  // bits
  Counts school_age_children_;
  std::vector<std::int32_t> reported_on_;
};

}  // namespace earlyhelp
