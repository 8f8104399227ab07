#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What a processor can compute on at once, each level more than the one before. What is decided does not depend on it.
///
/// Source: x86-64 psABI, micro-architecture levels.
enum class VectorLevel : std::uint8_t {
  baseline,   ///< what every processor of the architecture has
  x86_64_v3,  ///< AVX2
  x86_64_v4,  ///< AVX-512
};

template <>
struct Names<VectorLevel> {
  static constexpr std::array<std::string_view, 3> ids = {"baseline", "x86_64_v3", "x86_64_v4"};
};

/// The highest level that both this build and this processor have.
VectorLevel highest_vector_level() noexcept;

}  // namespace earlyhelp
