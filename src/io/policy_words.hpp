#pragma once

#include <boost/optional/optional.hpp>

#include <string>
#include <string_view>

namespace earlyhelp::io {

/// How a policy file writes the opposite of a signal: "not domestic".
constexpr std::string_view negation = "not ";

/// Minutes after midnight of a time written hh:mm. None: for any other form and past 23:59.
boost::optional<int> minutes_from(std::string_view text);

/// hh:mm. Requires: 0 <= minutes < 1440.
std::string time_of_day(int minutes);

}  // namespace earlyhelp::io
