#include <earlyhelp/people/family.hpp>

namespace earlyhelp {

boost::optional<RelationshipKind> relationship_between(const Family& family, const PersonId& one,
                                                       const PersonId& other) {
  boost::optional<RelationshipKind> first;
  for (const auto& relationship : family.relationships) {
    const bool is_theirs = (relationship.one == one && relationship.other == other) ||
                           (relationship.one == other && relationship.other == one);
    if (is_theirs && (!first || relationship.kind < *first)) first = relationship.kind;
  }
  return first;
}

}  // namespace earlyhelp
