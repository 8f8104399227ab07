#pragma once

#include <earlyhelp/text.hpp>

namespace earlyhelp {

/// Where a rule or a number comes from, so that a reader can check it.
struct Source {
  Text<127> title;         ///< the document, as its publisher names it; or "library default"
  Text<127> section = {};  ///< paragraph, table or page; and what is not verified

  friend constexpr bool operator==(const Source&, const Source&) = default;
};

}  // namespace earlyhelp
