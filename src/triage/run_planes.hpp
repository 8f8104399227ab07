#pragma once

#include "triage/lanes.hpp"
#include "triage/plane_kernel.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

constexpr unsigned last_negated = PlaneStep::is_last_negated;
constexpr unsigned any_of = PlaneStep::is_any_of;

template <unsigned form>
[[gnu::always_inline]] inline void join(const PlaneBits& a, const PlaneBits& b, const PlaneBits& c, const PlaneBits& d,
                                        PlaneBits& result) noexcept {
  constexpr auto last = form % 4;
  const auto put = [](Lanes joined, Lanes next, bool is_last) __attribute__((always_inline)) {
    if (is_last && (form & last_negated) != 0) next = ~next;
    return (form & any_of) != 0 ? joined | next : joined & next;
  };
  for (std::size_t i = 0; i < block_words; i += lanes) {
    auto joined = load(a.words.data() + i);
    if constexpr (last == 0 && (form & last_negated) != 0) joined = ~joined;
    if constexpr (last >= 1) joined = put(joined, load(b.words.data() + i), last == 1);
    if constexpr (last >= 2) joined = put(joined, load(c.words.data() + i), last == 2);
    if constexpr (last >= 3) joined = put(joined, load(d.words.data() + i), last == 3);
    store(joined, result.words.data() + i);
  }
}

template <unsigned form>
[[gnu::always_inline]] inline void run_step(const PlaneStep& step, const PlanePlaces& at) noexcept {
  const auto& [a, b, c, d] = step.inputs;
  const std::array from{at.from[a], at.from[b], at.from[c], at.from[d]};
  auto& to = *at.to[step.result];
  join<form>(from[0]->known, from[1]->known, from[2]->known, from[3]->known, to.known);
  join<form>(from[0]->if_unknowns_yes, from[1]->if_unknowns_yes, from[2]->if_unknowns_yes, from[3]->if_unknowns_yes,
             to.if_unknowns_yes);
}

inline void run(std::span<const PlaneStep> steps, const PlanePlaces& at) noexcept {
  for (const auto& step : steps) {
    switch (step.form) {
      case 0:
      case any_of:
        run_step<0>(step, at);
        break;
      case 1:
        run_step<1>(step, at);
        break;
      case 2:
        run_step<2>(step, at);
        break;
      case 3:
        run_step<3>(step, at);
        break;
      case last_negated:
      case any_of + last_negated:
        run_step<last_negated>(step, at);
        break;
      case last_negated + 1:
        run_step<last_negated + 1>(step, at);
        break;
      case last_negated + 2:
        run_step<last_negated + 2>(step, at);
        break;
      case last_negated + 3:
        run_step<last_negated + 3>(step, at);
        break;
      case any_of + 1:
        run_step<any_of + 1>(step, at);
        break;
      case any_of + 2:
        run_step<any_of + 2>(step, at);
        break;
      case any_of + 3:
        run_step<any_of + 3>(step, at);
        break;
      case any_of + last_negated + 1:
        run_step<any_of + last_negated + 1>(step, at);
        break;
      case any_of + last_negated + 2:
        run_step<any_of + last_negated + 2>(step, at);
        break;
      case any_of + last_negated + 3:
        run_step<any_of + last_negated + 3>(step, at);
        break;
      default:
        __builtin_unreachable();
    }
  }
}

}  // namespace
}  // namespace earlyhelp
