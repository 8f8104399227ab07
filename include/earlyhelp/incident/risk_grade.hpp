#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// How grave the risk to a victim is. Ordered: a later grade is graver than an earlier one.
///
/// That nobody has graded an incident is `boost::none`. It is an absence, not a low grade, and never means safe.
enum class RiskGrade : std::uint8_t { standard, medium, high };

template <>
struct Names<RiskGrade> {
  static constexpr std::array<std::string_view, 3> ids = {"standard", "medium", "high"};
};

/// The id of `grade`, "none" when nobody has graded.
inline std::string_view to_string(boost::optional<RiskGrade> grade) noexcept {
  return grade ? to_string(*grade) : "none";
}

}  // namespace earlyhelp
