#include <earlyhelp/people/children_facts.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

const Date today{2025, 6, 1};

ChildrenFacts facts(const std::vector<Child>& children, const Person& victim = make_adult("victim"),
                    const std::vector<PersonId>& parties = {PersonId{"victim"}, PersonId{"suspect"}}) {
  const Family family{.children_known = true, .children = children};
  return children_facts(family, victim, make_adult("suspect"), parties, today);
}

ChildrenFacts one_child(int age_years, int of_school_age) {
  return {.known = true, .linked = 1, .youngest_age_years = age_years, .of_school_age = of_school_age};
}

const ChildrenFacts no_child{.known = true, .linked = 0, .of_school_age = 0};

}  // namespace

namespace earlyhelp {

std::ostream& operator<<(std::ostream& out, const ChildrenFacts& facts) {
  return out << (facts.known ? "known " : "not known ") << facts.linked << ", youngest " << facts.youngest_age_years
             << ", of school age " << facts.of_school_age;
}

}  // namespace earlyhelp

TEST_CASE("a party of unknown age is not of school age, and leaves the children known", "[people]") {
  CHECK(facts({}, {.id = PersonId{"victim"}}) == no_child);
}

TEST_CASE("nobody listed is no child when the children are known, and unknown when they are not", "[people]") {
  const auto ask = [](bool children_known) {
    return children_facts({.children_known = children_known}, make_adult("victim"), make_adult("suspect"), {}, today);
  };

  CHECK(ask(true) == no_child);
  CHECK(ask(false) == ChildrenFacts{.known = false, .linked = 0, .of_school_age = 0});
}

TEST_CASE("a child is linked up to the day before the eighteenth birthday, and of school age from 4 to 17",
          "[people]") {
  CHECK(facts({make_child("c", Date{2021, 6, 2})}) == one_child(3, 0));
  CHECK(facts({make_child("c", Date{2021, 6, 1})}) == one_child(4, 1));
  CHECK(facts({make_child("c", Date{2007, 6, 2})}) == one_child(17, 1));
  CHECK(facts({make_child("c", Date{2007, 6, 1})}) == no_child);
}

TEST_CASE("a child born on the day is linked, one born later is not yet", "[people]") {
  CHECK(facts({make_child("c", today)}) == one_child(0, 0));
  CHECK(facts({make_child("c", today + Days{1})}) == no_child);
}

TEST_CASE("a child born on 29 February is 4 on 1 March of a common year", "[people]") {
  const Family family{.children_known = true, .children = {make_child("c", Date{2020, 2, 29})}};
  const auto on = [&](Date day) {
    return children_facts(family, make_adult("victim"), make_adult("suspect"), {}, day).youngest_age_years;
  };

  CHECK(on(Date{2024, 2, 28}) == 3);
  CHECK(on(Date{2024, 2, 29}) == 4);
  CHECK(on(Date{2025, 2, 28}) == 4);
  CHECK(on(Date{2025, 3, 1}) == 5);
}

TEST_CASE("a child who died on the day is not living, one who died later was", "[people]") {
  auto child = make_child("c", Date{2020, 1, 1});

  child.died = today - Days{1};
  CHECK(facts({child}) == no_child);
  child.died = today;
  CHECK(facts({child}) == no_child);
  child.died = today + Days{1};
  CHECK(facts({child}) == one_child(5, 1));
}

TEST_CASE("related to either or living with either links a child, anybody else does not", "[people]") {
  auto child = make_child("c", Date{2020, 1, 1});
  const auto with = [&](std::vector<PersonId> related_to, std::vector<PersonId> lives_with) {
    child.related_to = std::move(related_to);
    child.lives_with = std::move(lives_with);
    return facts({child}).linked;
  };

  CHECK(with({PersonId{"victim"}}, {}) == 1);
  CHECK(with({PersonId{"suspect"}}, {}) == 1);
  CHECK(with({}, {PersonId{"victim"}}) == 1);
  CHECK(with({}, {PersonId{"other"}, PersonId{"suspect"}}) == 1);
  CHECK(with({PersonId{"victim"}, PersonId{"suspect"}}, {PersonId{"victim"}}) == 1);
  CHECK(with({PersonId{"other"}}, {PersonId{"other"}}) == 0);
  CHECK(with({}, {}) == 0);
}

TEST_CASE("a child of unknown age is linked, and then it is not known who is how old", "[people]") {
  const auto unknown = make_child("c", {});

  CHECK(facts({unknown}) == ChildrenFacts{.known = false, .linked = 1, .of_school_age = 0});
  CHECK(facts({unknown, make_child("d", Date{2020, 1, 1})}) ==
        ChildrenFacts{.known = false, .linked = 2, .youngest_age_years = 5, .of_school_age = 1});
}

TEST_CASE("a child of unknown age who is not linked leaves the children known", "[people]") {
  auto child = make_child("c", {});
  child.related_to.clear();

  CHECK(facts({child}) == no_child);
}

TEST_CASE("the youngest is the youngest of those who are linked", "[people]") {
  auto stranger = make_child("e", Date{2025, 1, 1});
  stranger.related_to.clear();

  CHECK(facts({make_child("c", Date{2015, 1, 1}), make_child("d", Date{2020, 1, 1}), stranger}) ==
        ChildrenFacts{.known = true, .linked = 2, .youngest_age_years = 5, .of_school_age = 2});
}

TEST_CASE("a party of school age counts there once, and is never a linked child", "[people]") {
  const Person young{.id = PersonId{"victim"}, .born = Date{2008, 1, 1}};
  auto listed = make_child("victim", young.born);
  listed.lives_with = {PersonId{"suspect"}};

  CHECK(facts({}, young) == ChildrenFacts{.known = true, .linked = 0, .of_school_age = 1});
  CHECK(facts({listed}, young) == ChildrenFacts{.known = true, .linked = 0, .of_school_age = 1});
}

TEST_CASE("another victim of the same incident is no linked child", "[people]") {
  const std::vector<PersonId> parties = {PersonId{"victim"}, PersonId{"suspect"}, PersonId{"second"}};

  CHECK(facts({make_child("second", Date{2010, 1, 1})}, make_adult("victim"), parties) == no_child);
}

TEST_CASE("a child named twice counts once, with all that is said, in any order", "[people]") {
  auto stranger = make_child("c", {});
  stranger.related_to.clear();
  auto older = make_child("c", Date{2015, 1, 1});
  auto dead = make_child("d", Date{2015, 1, 1});
  dead.died = Date{2016, 1, 1};
  std::vector<Child> children = {stranger, older, make_child("c", Date{2020, 1, 1}), dead, make_child("d", {})};

  CHECK(facts(children) == one_child(5, 1));
  std::reverse(children.begin(), children.end());
  CHECK(facts(children) == one_child(5, 1));
}
