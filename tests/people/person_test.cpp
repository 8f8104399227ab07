#include <earlyhelp/people/family.hpp>
#include <earlyhelp/people/person.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;

namespace {

const Date today{2025, 6, 1};

Person person(boost::optional<Date> born, boost::optional<StatedAge> stated_age = {}) {
  return {.id = PersonId{"p"}, .born = born, .stated_age = stated_age};
}

}  // namespace

TEST_CASE("an age is known from the birth date, or as stated for that day, or not at all", "[people]") {
  CHECK(age_on(person(Date{1990, 6, 1}), today) == 35);
  CHECK(age_on(person({}, StatedAge{.years = 34, .on = today}), today) == 34);
  CHECK(age_on(person({}, StatedAge{.years = 34, .on = today - Days{1}}), today) == boost::none);
  CHECK(age_on(person({}), today) == boost::none);
}

TEST_CASE("who is born on the day is of age 0, and who is born later has no age", "[people]") {
  CHECK(age_on(person(today - Days{1}), today) == 0);
  CHECK(age_on(person(today), today) == 0);
  CHECK(age_on(person(today + Days{1}), today) == boost::none);
}

TEST_CASE("the birth date wins over a stated age, and a contradiction is noticed", "[people]") {
  const auto stated = [](int years) { return person(Date{1990, 6, 2}, StatedAge{.years = years, .on = today}); };

  CHECK(age_on(stated(99), today) == 34);
  CHECK(age_contradicts_birth_date(stated(33)));
  CHECK_FALSE(age_contradicts_birth_date(stated(34)));
  CHECK(age_contradicts_birth_date(stated(35)));
  CHECK_FALSE(age_contradicts_birth_date(person(Date{1990, 6, 2})));
  CHECK_FALSE(age_contradicts_birth_date(person({}, StatedAge{.years = 35, .on = today})));
  CHECK(age_contradicts_birth_date(person(today, StatedAge{.years = 0, .on = today - Days{1}})));
}

TEST_CASE("a relationship has no direction, and what the record does not say is unknown", "[people]") {
  const PersonId a{"a"};
  const PersonId b{"b"};
  const PersonId c{"c"};
  const Family family{.relationships = {{.one = a, .other = b, .kind = RelationshipKind::spouse}}};

  CHECK(relationship_between(family, a, b) == RelationshipKind::spouse);
  CHECK(relationship_between(family, b, a) == RelationshipKind::spouse);
  CHECK(relationship_between(family, a, c) == boost::none);
  CHECK(relationship_between(family, c, b) == boost::none);
}

TEST_CASE("a personal connection is not hidden by a record that denies it, in either order", "[people]") {
  const PersonId a{"a"};
  const PersonId b{"b"};
  const Relationship related{.one = a, .other = b, .kind = RelationshipKind::relative};
  const Relationship unconnected{.one = b, .other = a, .kind = RelationshipKind::unconnected};

  CHECK(relationship_between({.relationships = {related, unconnected}}, a, b) == RelationshipKind::relative);
  CHECK(relationship_between({.relationships = {unconnected, related}}, a, b) == RelationshipKind::relative);
}
