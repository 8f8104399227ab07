#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp::peers {

/// The ways in which this library decides many incidents.
enum class Way : std::uint8_t { one_at_a_time, bulk, columns, columns_in_both_readings, planes };

/// What every peer answers about an incident, from what is known.
struct PeerAnswer {
  std::uint8_t grade;  ///< 0 nobody has graded, 1 standard, 2 medium, 3 high
  std::uint8_t route;
  std::uint16_t duties;
  std::uint64_t reasons;
};

/// How much processor time a way took, and what it answered.
struct Measured {
  double load_seconds;
  double decide_seconds;  ///< the best of several runs
  std::vector<PeerAnswer> answers;
};

/// Reads `file` into the form that `way` decides from, and decides it.
///
/// Throws: std::runtime_error when `file` cannot be read or has no rows.
Measured measure(Way way, const std::string& file, const Policy& policy);

}  // namespace earlyhelp::peers

namespace earlyhelp {

template <>
struct Names<peers::Way> {
  static constexpr std::array<std::string_view, 5> ids = {"one_at_a_time", "bulk", "columns",
                                                          "columns_in_both_readings", "planes"};
};

}  // namespace earlyhelp
