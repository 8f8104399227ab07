#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// What two people are, or were, to each other. A relationship that is not known is `boost::none`; `unconnected` is
/// known not to be one.
///
/// Source: Domestic Abuse Act 2021, s. 2(1); relative as in Family Law Act 1996, s. 63.
enum class RelationshipKind : std::uint8_t {
  spouse,
  former_spouse,
  civil_partner,
  former_civil_partner,
  engaged,           ///< agreed to marry, or to become civil partners
  formerly_engaged,  ///< the agreement has ended
  intimate_partner,
  former_intimate_partner,
  co_parent,  ///< each has or had a parental relationship to the same child
  relative,   ///< parent and child too
  unconnected,
};

template <>
struct Names<RelationshipKind> {
  static constexpr std::array<std::string_view, 11> ids = {
      "spouse",    "former_spouse",    "civil_partner",    "former_civil_partner",
      "engaged",   "formerly_engaged", "intimate_partner", "former_intimate_partner",
      "co_parent", "relative",         "unconnected"};
};

/// Whether two people in this relationship are personally connected in the sense of the statutory definition.
///
/// Source: Domestic Abuse Act 2021, s. 2.
constexpr bool is_personally_connected(RelationshipKind kind) noexcept { return kind != RelationshipKind::unconnected; }

}  // namespace earlyhelp
