#pragma once

// How a failed CHECK shows our types. boost::optional refuses to print until its io header is there, and that refusal
// is a compile error.
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <boost/date_time/gregorian/gregorian.hpp>
#include <boost/optional/optional_io.hpp>

#include <ostream>

namespace earlyhelp {

template <Named Enum>
std::ostream& operator<<(std::ostream& out, Enum value) {
  return out << to_string(value);
}

inline std::ostream& operator<<(std::ostream& out, Instant instant) { return out << to_string(instant); }

inline std::ostream& operator<<(std::ostream& out, const WrittenInstant& written) {
  return out << to_string(written.instant) << " on " << to_string(written.day);
}

}  // namespace earlyhelp
