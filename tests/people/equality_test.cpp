#include <earlyhelp/people/children_facts.hpp>
#include <earlyhelp/people/family.hpp>

#include "support/differs.hpp"
#include "support/make_incident.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;

TEST_CASE("people who differ in anything are not equal", "[people]") {
  check_differs(
      make_adult("p"), [](Person& it) { it.id = PersonId{"q"}; }, [](Person& it) { it.born = boost::none; },
      [](Person& it) {
        it.stated_age = StatedAge{.years = 35, .on = {2025, 6, 1}};
      });
  check_differs(
      StatedAge{.years = 35, .on = {2025, 6, 1}}, [](StatedAge& it) { it.years = 36; },
      [](StatedAge& it) {
        it.on = Date{2025, 6, 2};
      });
}

TEST_CASE("children who differ in anything are not equal", "[people]") {
  check_differs(
      make_child("c", Date{2020, 1, 1}), [](Child& it) { it.person.id = PersonId{"d"}; },
      [](Child& it) {
        it.died = Date{2024, 1, 1};
      },
      [](Child& it) { it.related_to.clear(); }, [](Child& it) { it.lives_with.emplace_back("victim"); });
  check_differs(UnbornChild{.mother = PersonId{"p"}}, [](UnbornChild& it) { it.mother = PersonId{"q"}; });
  check_differs(
      ChildrenFacts{.known = true, .linked = 1, .youngest_age_years = 3, .of_school_age = 0},
      [](ChildrenFacts& it) { it.known = false; }, [](ChildrenFacts& it) { it.linked = 2; },
      [](ChildrenFacts& it) { it.youngest_age_years = boost::none; }, [](ChildrenFacts& it) { it.of_school_age = 1; });
}

TEST_CASE("families that differ in anything are not equal", "[people]") {
  const Relationship relationship{
      .one = PersonId{"p"}, .other = PersonId{"q"}, .kind = RelationshipKind::former_spouse};
  check_differs(
      relationship, [](Relationship& it) { it.one = PersonId{"r"}; },
      [](Relationship& it) { it.other = PersonId{"r"}; }, [](Relationship& it) { it.kind = RelationshipKind::spouse; });
  check_differs(
      Family{}, [](Family& it) { it.id = FamilyId{"f"}; },
      [&](Family& it) { it.relationships.push_back(relationship); }, [](Family& it) { it.children_known = true; },
      [](Family& it) { it.children.push_back(make_child("c", boost::none)); },
      [](Family& it) { it.unborn.push_back({.mother = PersonId{"p"}}); });
}
