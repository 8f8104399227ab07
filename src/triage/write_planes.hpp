#pragma once

#include "triage/fetch_lines.hpp"
#include "triage/plane_kernel.hpp"
#include "triage/turn_planes.hpp"

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

/// Writes the outcomes of `lanes` words of a block, as many as a register holds, into columns: those that are wanted.
class OutcomeWriter {
 public:
  OutcomeWriter(const OutcomeBlock& outcome, std::size_t rules, std::size_t first_word, bool is_streamed,
                FetchQueue& queue) noexcept
      : outcome_{outcome}, rules_{rules}, first_word_{first_word}, is_streamed_{is_streamed}, queue_{queue} {}

  void write(PlaneBits AnswerPlanes::*reading, const RowOutcomes& to, std::size_t row) const noexcept {
    const auto at = [&](const AnswerPlanes& answers) { return words(answers.*reading); };
    if (to.grade != nullptr) write_grade(at, to.grade + row);
    if (to.route != nullptr) write_route(at, to.route + row);
    if (to.duties != nullptr) write_duties(at, to.duties + row);
    if (to.reasons == nullptr) return;
    auto* reasons = to.reasons + row;
    turn([&](std::size_t i) { return i < rules_ ? at(outcome_.planes[asked_count + i]) : Lanes{}; }, reasons,
         is_streamed_to(reasons), queue_);
  }
  void write_provisional(std::uint8_t* to) const noexcept {
    EightLanes planes = {words(outcome_.provisional)};
    turn(planes, to, is_streamed_to(to));
    fetch_during(queue_, 65);
  }

 private:
  Lanes words(const PlaneBits& plane) const noexcept { return load(plane.words.data() + first_word_); }
  bool is_streamed_to(const void* to) const noexcept {
    return is_streamed_ && std::bit_cast<std::uintptr_t>(to) % line_size == 0;
  }

  // A level is reached only with all below it, so that a bit of its number is set where an odd number of the levels at
  // which it changes is reached.
  template <class At>
  void write_grade(At at, std::uint8_t* to) const noexcept {
    const auto standard = at(outcome_.grade_at_least(RiskGrade::standard));
    const auto medium = at(outcome_.grade_at_least(RiskGrade::medium));
    const auto high = at(outcome_.grade_at_least(RiskGrade::high));
    EightLanes planes = {standard ^ medium ^ high, medium};
    turn(planes, to, is_streamed_to(to));
    fetch_during(queue_, 65);
  }
  template <class At>
  void write_route(At at, std::uint8_t* to) const noexcept {
    const auto first = at(outcome_.route_at_least(Route::early_intervention));
    const auto second = at(outcome_.route_at_least(Route::victim_services));
    const auto third = at(outcome_.route_at_least(Route::multi_agency_review));
    const auto fourth = at(outcome_.route_at_least(Route::high_risk_panel));
    EightLanes planes = {first ^ second ^ third ^ fourth, second ^ fourth, fourth};
    turn(planes, to, is_streamed_to(to));
    fetch_during(queue_, 65);
  }
  template <class At>
  void write_duties(At at, std::uint16_t* to) const noexcept {
    EightLanes low;
    EightLanes high = {};
    for (std::size_t i = 0; i < 8; ++i) low[i] = at(outcome_.duty(static_cast<Duty>(i)));
    for (std::size_t i = 8; i < count_of<Duty>; ++i) high[i - 8] = at(outcome_.duty(static_cast<Duty>(i)));
    std::array<std::uint8_t, word_rows * lanes> low_bytes;
    std::array<std::uint8_t, word_rows * lanes> high_bytes;
    turn(low, low_bytes.data(), false);
    fetch_during(queue_, 65);
    turn(high, high_bytes.data(), false);
    std::array<std::uint64_t, word_rows * lanes / 4> duties;
    auto* const masks = is_streamed_to(to) ? static_cast<std::uint16_t*>(static_cast<void*>(duties.data())) : to;
    for (std::size_t i = 0; i < low_bytes.size(); ++i) {
      masks[i] = static_cast<std::uint16_t>(low_bytes[i] | high_bytes[i] << 8);
    }
    if (masks == to) return;
    for (std::size_t i = 0; i < duties.size(); i += lanes) stream(load(duties.data() + i), to + 4 * i);
  }

  const OutcomeBlock& outcome_;
  std::size_t rules_;
  std::size_t first_word_;
  bool is_streamed_;
  FetchQueue& queue_;
};
static_assert(grade_levels == 3 && route_levels == 4);
static_assert(count_of<Duty> > 8 && count_of<Duty> <= 16);

}  // namespace
}  // namespace earlyhelp
