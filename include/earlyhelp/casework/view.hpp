#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/names.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// Who looks at a case.
enum class Viewer : std::uint8_t {
  manager,
  victim_worker,       ///< who works with a victim or a child
  perpetrator_worker,  ///< who works with a perpetrator
  school,
};

template <>
struct Names<Viewer> {
  static constexpr std::array<std::string_view, 4> ids = {"manager", "victim_worker", "perpetrator_worker", "school"};
};

/// What `viewer` may see of `case_file`.
///
///   manager             everything
///   victim_worker       everything but how a perpetrator is reached
///   perpetrator_worker  how the case began and ended, and what was done with perpetrators; never a channel, a place or
///                       a disclosure of anybody else, nor what was decided from them
///   school              what the school was told
///
/// What is not listed for somebody is not shown: a new kind of event is hidden until it is.
///
/// Source: reference service, separate practitioners (sector practice, not verified).
CaseFile view_for(Viewer viewer, const CaseFile& case_file);

}  // namespace earlyhelp
