#pragma once

#include <cstddef>
#include <cstdlib>

namespace earlyhelp::benchmarks {

/// How often a test with the tag `instructions` does its work: EARLYHELP_REPEATS, or else once. What instructions.sh
/// counts is what more repeats take than fewer, so that everything around the work drops out.
inline std::size_t repeats() {
  const auto* given = std::getenv("EARLYHELP_REPEATS");
  return given == nullptr ? 1 : std::strtoul(given, nullptr, 10);
}

}  // namespace earlyhelp::benchmarks
