#pragma once

#include "triage/plane_kernel.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

/// Where the plane of each slot stands. Signals are not written.
struct PlanePlaces {
  std::array<const AnswerPlanes*, PlaneProgram::max_slots> from;
  std::array<AnswerPlanes*, PlaneProgram::max_slots> to;
};

/// Sixteen forms of a step: how many inputs less one, four more when the last is negated, eight more for an any-of.
constexpr std::size_t step_forms = 16;
inline std::size_t form_of(const PlaneStep& step) noexcept {
  return step.input_count - 1U + (step.is_last_negated ? 4U : 0U) + (step.is_any_of ? 8U : 0U);
}

/// One word of a step of this form.
template <std::size_t form>
inline std::uint64_t join(std::uint64_t a, std::uint64_t b, std::uint64_t c, std::uint64_t d) noexcept {
  constexpr auto last = form % 4;
  std::array<std::uint64_t, 4> inputs{a, b, c, d};
  if constexpr (form / 4 % 2 == 1) inputs[last] = ~inputs[last];
  auto joined = inputs[0];
  for (std::size_t i = 1; i <= last; ++i) joined = form < 8 ? joined & inputs[i] : joined | inputs[i];
  return joined;
}

template <std::size_t form>
inline void run_words(const PlaneBits& a, const PlaneBits& b, const PlaneBits& c, const PlaneBits& d,
                      PlaneBits& result) noexcept {
  auto* __restrict words = result.words.data();
  for (std::size_t i = 0; i < block_words; ++i) words[i] = join<form>(a.words[i], b.words[i], c.words[i], d.words[i]);
}

template <std::size_t form>
void run_step(const PlaneStep& step, const PlanePlaces& at) noexcept {
  const auto& a = *at.from[step.inputs[0]];
  const auto& b = *at.from[step.inputs[1]];
  const auto& c = *at.from[step.inputs[2]];
  const auto& d = *at.from[step.inputs[3]];
  auto& result = *at.to[step.result];
  run_words<form>(a.known, b.known, c.known, d.known, result.known);
  run_words<form>(a.if_unknowns_yes, b.if_unknowns_yes, c.if_unknowns_yes, d.if_unknowns_yes, result.if_unknowns_yes);
}

using RunStep = void (*)(const PlaneStep& step, const PlanePlaces& at) noexcept;
template <std::size_t... forms>
constexpr std::array<RunStep, step_forms> each_form(std::index_sequence<forms...>) noexcept {
  return {&run_step<forms>...};
}
constexpr auto run_form = each_form(std::make_index_sequence<step_forms>{});

}  // namespace
}  // namespace earlyhelp
