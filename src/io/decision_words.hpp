#pragma once

#include "row_text.hpp"

#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <string_view>

namespace earlyhelp::io {

/// How decisions say yes and no.
inline std::string_view yes_or_no(bool answer) { return to_string(answer ? Answer::yes : Answer::no); }

/// How they say when a duty is due.
inline void append_due(RowText& out, boost::optional<Instant> due) {
  if (due) return append_instant(out, *due);
  out.add("not_covered");
}

}  // namespace earlyhelp::io
