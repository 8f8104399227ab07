#pragma once

#include "triage/plane_kernel.hpp"
#include "triage/turn_planes.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

/// Writes the outcomes of `lanes` words of a block, as many as a register holds, into columns: those that are wanted.
class OutcomeWriter {
 public:
  OutcomeWriter(const OutcomeBlock& outcome, std::size_t rules, std::size_t first_word, bool is_streamed) noexcept
      : outcome_{outcome}, rules_{rules}, first_word_{first_word}, is_streamed_{is_streamed} {}

  void write(PlaneBits AnswerPlanes::*reading, const RowOutcomes& to, std::size_t row) const noexcept {
    const auto at = [&](const AnswerPlanes& answers) { return words(answers.*reading); };
    if (to.grade != nullptr) write_grade(at, to.grade + row);
    if (to.route != nullptr) write_route(at, to.route + row);
    if (to.duties != nullptr) write_duties(at, to.duties + row);
    if (to.reasons != nullptr) write_reasons(at, to.reasons + row);
  }
  void write_provisional(std::uint8_t* to) const noexcept {
    EightLanes planes = {words(outcome_.provisional)};
    put(bytes_of(planes), to);
  }

 private:
  /// What the words turn into: as many rows at once, then copied, so that rows may stand anywhere in memory.
  template <class Value>
  struct alignas(line_size) Rows {
    std::array<Value, word_rows * lanes> values;
  };

  Lanes words(const PlaneBits& plane) const noexcept { return load(plane.words.data() + first_word_); }

  template <class Value>
  void put(const Rows<Value>& rows, Value* to) const noexcept {
    if (is_streamed_) {
      stream(static_cast<const std::uint8_t*>(static_cast<const void*>(rows.values.data())),
             static_cast<std::uint8_t*>(static_cast<void*>(to)), sizeof rows.values);
    } else {
      std::memcpy(to, rows.values.data(), sizeof rows.values);
    }
  }
  static Rows<std::uint8_t> bytes_of(EightLanes& planes) noexcept {
    Rows<std::uint8_t> bytes;
    turn(planes, bytes.values.data());
    return bytes;
  }

  // A level is reached only with all below it, so that a bit of its number is set where an odd number of the levels at
  // which it changes is reached.
  template <class At>
  void write_grade(At at, std::uint8_t* to) const noexcept {
    const auto standard = at(outcome_.grade_at_least(RiskGrade::standard));
    const auto medium = at(outcome_.grade_at_least(RiskGrade::medium));
    const auto high = at(outcome_.grade_at_least(RiskGrade::high));
    EightLanes planes = {standard ^ medium ^ high, medium};
    put(bytes_of(planes), to);
  }
  template <class At>
  void write_route(At at, std::uint8_t* to) const noexcept {
    const auto first = at(outcome_.route_at_least(Route::early_intervention));
    const auto second = at(outcome_.route_at_least(Route::victim_services));
    const auto third = at(outcome_.route_at_least(Route::multi_agency_review));
    const auto fourth = at(outcome_.route_at_least(Route::high_risk_panel));
    EightLanes planes = {first ^ second ^ third ^ fourth, second ^ fourth, fourth};
    put(bytes_of(planes), to);
  }
  template <class At>
  void write_duties(At at, std::uint16_t* to) const noexcept {
    EightLanes low;
    EightLanes high = {};
    for (std::size_t i = 0; i < 8; ++i) low[i] = at(outcome_.duty(static_cast<Duty>(i)));
    for (std::size_t i = 8; i < count_of<Duty>; ++i) high[i - 8] = at(outcome_.duty(static_cast<Duty>(i)));
    const auto low_bytes = bytes_of(low);
    const auto high_bytes = bytes_of(high);
    Rows<std::uint16_t> duties;
    for (std::size_t i = 0; i < duties.values.size(); ++i) {
      duties.values[i] = static_cast<std::uint16_t>(low_bytes.values[i] | high_bytes.values[i] << 8);
    }
    put(duties, to);
  }
  template <class At>
  void write_reasons(At at, std::uint64_t* to) const noexcept {
    Rows<std::uint64_t> reasons;
    turn([&](std::size_t i) { return i < rules_ ? at(outcome_.planes[asked_count + i]) : Lanes{}; }, rules_,
         reasons.values.data());
    put(reasons, to);
  }

  const OutcomeBlock& outcome_;
  std::size_t rules_;
  std::size_t first_word_;
  bool is_streamed_;
};
static_assert(grade_levels == 3 && route_levels == 4);
static_assert(count_of<Duty> > 8 && count_of<Duty> <= 16);

}  // namespace
}  // namespace earlyhelp
