#pragma once

#include "triage/verified_policy.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace earlyhelp {

/// A fact that gets graver and nothing else changes: from one value of its aspect to another.
struct Rise {
  std::size_t aspect;
  std::size_t from;
  std::size_t to;
  // An example: quiet incidents but for the facts of the aspect.
  Facts before;
  Facts after;
};

/// Every way in which one aspect gets graver, the examples those that change and depart least.
std::vector<Rise> rises_of(const Cells& cells);

/// What breaks a property between two cases that a rise parts, gathered by the facts that rise.
class RiseFailures {
 public:
  explicit RiseFailures(const VerifiedPolicy& verified) : verified_{verified} {}

  /// The pairs that an incident can be on both sides of. They do not turn on the aspect that rises.
  CellSet pairs(const Rise& rise) const;
  /// How many pairs those are. Requires: `pairs` does not turn on the aspect that rises.
  std::uint64_t count(CellSet pairs, const Rise& rise) const;

  /// Adds `pairs` that fail; those in `plainest`, when there are any, show it best. Requires: `pairs` is not empty.
  ///
  /// The failure of this subject, to say something of, when these have its smallest example so far; else null.
  Failure* add(const std::string& subject, CellSet pairs, CellSet plainest, const Rise& rise);
  const std::vector<Failure>& all() const noexcept { return failures_; }

 private:
  const VerifiedPolicy& verified_;
  std::vector<Failure> failures_;
  std::vector<std::size_t> weights_;  // of the example of each
};

/// "injury from n to y": the facts in which two incidents differ, with their values.
std::string rise_in_words(const Facts& before, const Facts& after);

}  // namespace earlyhelp
