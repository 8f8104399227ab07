#pragma once

#include "triage/plane_kernel.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>

// Nothing here is shared between the sources that include it.
namespace earlyhelp {
namespace {

constexpr std::size_t fetch_step = 4 * line_size;

/// Puts `bytes` bytes from `from` on into the queue, if it has room.
inline void fetch_later(FetchQueue& queue, const void* from, std::size_t bytes) noexcept {
  const auto end = static_cast<std::uint8_t>((queue.end + 1U) % queue.ranges.size());
  if (end == queue.first) return;
  const auto steps = static_cast<std::uint32_t>((bytes + fetch_step - 1) / fetch_step);
  queue.ranges[queue.end] = {.next = std::bit_cast<std::uintptr_t>(from), .steps = steps};
  queue.end = end;
  queue.put += steps;
}

/// Fetches what is due after `cycles` more of work.
///
/// Inlined always: g++ takes what only tells the processor something for a function without effect.
[[gnu::always_inline]] inline void fetch_during(FetchQueue& queue, std::uint32_t cycles) noexcept {
  queue.worked += cycles;
  queue.due += cycles * queue.pace;
  while (queue.due >= FetchQueue::one_step) {
    queue.due -= FetchQueue::one_step;
    if (queue.first == queue.end) continue;
    auto& range = queue.ranges[queue.first];
    const auto* lines = std::bit_cast<const char*>(range.next);
    __builtin_prefetch(lines);
    __builtin_prefetch(lines + line_size);
    __builtin_prefetch(lines + 2 * line_size);
    __builtin_prefetch(lines + 3 * line_size);
    range.next += fetch_step;
    if (--range.steps == 0) queue.first = static_cast<std::uint8_t>((queue.first + 1U) % queue.ranges.size());
  }
}

}  // namespace
}  // namespace earlyhelp
