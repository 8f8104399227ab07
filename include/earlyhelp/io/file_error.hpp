#pragma once

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <string>
#include <variant>

namespace earlyhelp::io {

/// Why a file could not be read: which file, where in it, and what was expected there.
///
/// It never repeats a value of a feed: a value may say something about a person.
struct FileError {
  std::string file;                          ///< as the caller named it; "-" is standard input
  boost::optional<std::uint64_t> line = {};  ///< from 1; none when the fault is not in one line
  std::string key = {};                      ///< as in `holidays.days[3]`; empty when no key is at fault
  std::string reason;

  friend bool operator==(const FileError&, const FileError&) = default;
};

/// One line: "policy.json:12: parameters[0].unit: expected a text, found a number".
std::string to_string(const FileError& error);

/// A thing that was read from a file, or why it could not be.
template <class Thing>
using OrFileError = std::variant<Thing, FileError>;

}  // namespace earlyhelp::io
