#pragma once

#include <cstdint>
#include <string>
#include <variant>

namespace earlyhelp::io {

/// A row that cannot be used: where it stands, which of its fields is at fault, and what was expected there.
///
/// It holds nothing more of a person than an id: the value that was found is never repeated.
struct Reject {
  std::uint64_t line;  ///< from 1; where the row begins
  std::string field;   ///< as in `victims[0].age`, or a column's name; empty when the row as a whole is at fault
  std::string reason;

  friend bool operator==(const Reject&, const Reject&) = default;
};

/// What one row of a feed says, or why it cannot be used.
template <class Thing>
using Row = std::variant<Thing, Reject>;

/// Appends `reject` to `out` as one line of NDJSON: {"line":7,"field":"victims[0].age","reason":"..."}.
void write(const Reject& reject, std::string& out);

}  // namespace earlyhelp::io
