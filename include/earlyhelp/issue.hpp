#pragma once

#include <string>

namespace earlyhelp {

/// Something that a person has to look at: where it is, and what is the matter with it.
///
/// `where` names a place ("rules: cluster-of-three"), `what` says what was found and what was expected. Neither holds
/// more of a person than an id.
struct Issue {
  std::string where;
  std::string what;

  friend bool operator==(const Issue&, const Issue&) = default;
};

}  // namespace earlyhelp
