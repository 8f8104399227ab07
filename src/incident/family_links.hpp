#pragma once

#include <earlyhelp/people/family.hpp>

namespace earlyhelp {

/// Calls `link(one, other)` for every two people whom `family` records as connected, or as sharing a household.
template <class Link>
void each_link(const Family& family, Link link) {
  for (const auto& relationship : family.relationships) {
    if (is_personally_connected(relationship.kind)) link(relationship.one, relationship.other);
  }
  for (const auto& child : family.children) {
    for (const auto* people : {&child.related_to, &child.lives_with}) {
      for (const auto& person : *people) link(child.person.id, person);
    }
  }
}

}  // namespace earlyhelp
