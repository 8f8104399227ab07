#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/people/child.hpp>
#include <earlyhelp/people/relationship.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// What two people are to each other; the order of the two means nothing.
struct Relationship {
  PersonId one;
  PersonId other;
  RelationshipKind kind;

  friend bool operator==(const Relationship&, const Relationship&) = default;
};

/// The family around an incident, as far as the record of that incident knows it.
struct Family {
  boost::optional<FamilyId> id = {};
  std::vector<Relationship> relationships = {};
  bool children_known = false;  ///< whether `children` is everybody whom it should name; silence is not "none"
  std::vector<Child> children = {};
  std::vector<UnbornChild> unborn = {};

  friend bool operator==(const Family&, const Family&) = default;
};

/// What `one` and `other` are to each other. When the record names several kinds, the first in the order of
/// RelationshipKind, so that a personal connection is never hidden by `unconnected`.
///
/// None: when the record says nothing of these two.
boost::optional<RelationshipKind> relationship_between(const Family& family, const PersonId& one,
                                                       const PersonId& other);

}  // namespace earlyhelp
