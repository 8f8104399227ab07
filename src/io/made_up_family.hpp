#pragma once

#include "chance.hpp"

#include <earlyhelp/incident/incident.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <vector>

namespace earlyhelp::io {

/// Two invented people, their children, and how often they will still be in the feed.
struct MadeUpFamily {
  Person victim;
  Person suspect;
  boost::optional<RelationshipKind> relationship;
  std::vector<Child> children;
  int incidents_left;
  bool has_called = false;
};

/// The `number`-th family. Some suspects are those of `other`, when there is one.
MadeUpFamily make_up_family(std::uint64_t number, Date day, const MadeUpFamily* other, Chance& chance);

/// What happens to `family` and is recorded `minutes` after the midnight that begins `first_day`.
Incident make_up_incident(std::uint64_t number, const MadeUpFamily& family, Date first_day, std::uint64_t half_minutes,
                          Chance& chance);

}  // namespace earlyhelp::io
