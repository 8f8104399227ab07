#pragma once

#include "triage/plane_kernel.hpp"
#include "triage/turn_planes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

/// Writes the outcomes of `lanes` words of a block, as many as a register holds, into columns: those that are wanted.
class OutcomeWriter {
 public:
  OutcomeWriter(const OutcomeBlock& outcome, std::size_t rules, std::size_t first_word) noexcept
      : outcome_{outcome}, rules_{rules}, first_word_{first_word} {}

  void write(PlaneBits AnswerPlanes::*reading, const RowOutcomes& to, std::size_t row) const noexcept {
    const auto at = [&](const AnswerPlanes& answers) { return words(answers.*reading); };
    if (to.grade != nullptr) write_grade(at, to.grade + row);
    if (to.route != nullptr) write_route(at, to.route + row);
    if (to.duties != nullptr) write_duties(at, to.duties + row);
    if (to.reasons == nullptr) return;
    turn([&](std::size_t i) { return i < rules_ ? at(outcome_.reasons[i]) : Lanes{}; }, to.reasons + row);
  }
  void write_provisional(std::uint8_t* to) const noexcept {
    EightLanes planes = {words(outcome_.provisional)};
    turn(planes, to);
  }

 private:
  Lanes words(const PlaneBits& plane) const noexcept { return load(plane.words.data() + first_word_); }

  // A level is reached only with all below it, so that a bit of its number is set where an odd number of the levels at
  // which it changes is reached.
  template <class At>
  void write_grade(At at, std::uint8_t* to) const noexcept {
    const auto standard = at(outcome_.grade_at_least[0]);
    const auto medium = at(outcome_.grade_at_least[1]);
    const auto high = at(outcome_.grade_at_least[2]);
    EightLanes planes = {standard ^ medium ^ high, medium};
    turn(planes, to);
  }
  template <class At>
  void write_route(At at, std::uint8_t* to) const noexcept {
    const auto& levels = outcome_.route_at_least;
    const auto second = at(levels[1]);
    const auto fourth = at(levels[3]);
    EightLanes planes = {at(levels[0]) ^ second ^ at(levels[2]) ^ fourth, second ^ fourth, fourth};
    turn(planes, to);
  }
  template <class At>
  void write_duties(At at, std::uint16_t* to) const noexcept {
    EightLanes low;
    EightLanes high = {};
    for (std::size_t i = 0; i < 8; ++i) low[i] = at(outcome_.duties[i]);
    for (std::size_t i = 8; i < count_of<Duty>; ++i) high[i - 8] = at(outcome_.duties[i]);
    std::array<std::uint8_t, word_rows * lanes> low_bytes;
    std::array<std::uint8_t, word_rows * lanes> high_bytes;
    turn(low, low_bytes.data());
    turn(high, high_bytes.data());
    for (std::size_t i = 0; i < low_bytes.size(); ++i) {
      to[i] = static_cast<std::uint16_t>(low_bytes[i] | high_bytes[i] << 8);
    }
  }

  const OutcomeBlock& outcome_;
  std::size_t rules_;
  std::size_t first_word_;
};
static_assert(grade_levels == 3 && route_levels == 4);
static_assert(count_of<Duty> > 8 && count_of<Duty> <= 16);

}  // namespace
}  // namespace earlyhelp
