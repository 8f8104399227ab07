#include <earlyhelp/people/definition.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;

namespace {

constexpr EnumSet<Behaviour> economic = {Behaviour::economic};

}  // namespace

TEST_CASE("a party known to be under 16 comes before everything else", "[people]") {
  const auto [age, expected] =
      GENERATE(table<int, Definition>({{15, Definition::party_under_16}, {16, Definition::not_domestic}}));

  CHECK(define_incident(RelationshipKind::unconnected, age, 40, economic) == expected);
  CHECK(define_incident(RelationshipKind::unconnected, 40, age, economic) == expected);
}

TEST_CASE("what is not known leaves the definition undetermined, but for the known unconnected", "[people]") {
  CHECK(define_incident({}, 40, 40, economic) == Definition::undetermined);
  CHECK(define_incident(RelationshipKind::spouse, {}, 40, economic) == Definition::undetermined);
  CHECK(define_incident(RelationshipKind::spouse, 40, {}, economic) == Definition::undetermined);
  CHECK(define_incident(RelationshipKind::spouse, 40, 40, {}) == Definition::undetermined);
  CHECK(define_incident(RelationshipKind::unconnected, {}, {}, {}) == Definition::not_domestic);
}

TEST_CASE("any abusive behaviour between connected people is domestic abuse, and none is a conflict", "[people]") {
  for (const auto kind : values_of<RelationshipKind>) {
    CAPTURE(kind);
    const bool is_connected = kind != RelationshipKind::unconnected;
    CHECK(is_personally_connected(kind) == is_connected);
    for (const auto behaviour : values_of<Behaviour>) {
      CHECK(define_incident(kind, 16, 16, EnumSet<Behaviour>{behaviour}) ==
            (is_connected ? Definition::domestic_abuse : Definition::not_domestic));
    }
    CHECK(define_incident(kind, 16, 16, EnumSet<Behaviour>{}) ==
          (is_connected ? Definition::family_conflict : Definition::not_domestic));
  }
}
