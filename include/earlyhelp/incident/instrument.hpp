#pragma once

#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The risk checklist that was used. It is recorded with its version and never guessed from the number of items: two
/// different checklists have 27. That none was used is `boost::none`.
///
/// dash_2009 is the police form (ACPO/CAADA DASH 2009), dash_ric the SafeLives risk identification checklist of
/// partner agencies, dara the College of Policing's assessment, which is graded by judgement and has no count
/// threshold. Their wording is licensed and not part of this library.
enum class Instrument : std::uint8_t { dash_2009, dash_ric, dara };

template <>
struct Names<Instrument> {
  static constexpr std::array<std::string_view, 3> ids = {"dash_2009", "dash_ric", "dara"};
};

/// The id of `instrument`, "none" when no checklist was used.
inline std::string_view to_string(boost::optional<Instrument> instrument) noexcept {
  return instrument ? to_string(*instrument) : "none";
}

}  // namespace earlyhelp
