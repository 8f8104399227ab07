#include <earlyhelp/casework/allocation.hpp>

#include "support/make_allocation.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

using enum FamilyRole;

const LanguageId polish{"pl"};
const SkillId play{"play-therapy"};

Allocation allocated(const std::vector<WaitingPerson>& waiting, const std::vector<Practitioner>& practitioners,
                     const AllocationPolicy& policy = {}) {
  auto allocation = allocate(waiting, practitioners, policy, shared_out_at());
  CHECK(broken_by(allocation, waiting, practitioners).empty());
  return allocation;
}

/// `record` after `change`.
template <class Record, class Change>
Record with(Record record, Change change) {
  change(record);
  return record;
}

/// A victim of a case of their own, due so many hours after the report.
WaitingPerson waits(const std::string& person, int hours) {
  return make_waiting("case-" + person, person, victim, hours);
}
WaitingPerson heavy(const std::string& person, int hours, int weight) {
  return with(waits(person, hours), [&](auto& one) { one.weight = weight; });
}

/// Of a case that has both sides waiting.
const auto v = make_waiting("case-1", "v", victim, 1);
const auto p = make_waiting("case-1", "p", perpetrator, 2);

}  // namespace

TEST_CASE("turns go by due instant, then by case, then by person", "[casework]") {
  const auto ann = make_practitioner("ann", 1);
  CHECK(text_of(allocated({waits("a", 2), waits("b", 1)}, {ann})) ==
        "b:ann(only_one_possible) a-(taken_by_earlier_due: ann)");
  CHECK(text_of(allocated({waits("b", 1), waits("a", 1)}, {ann})) ==
        "a:ann(only_one_possible) b-(taken_by_earlier_due: ann)");
  CHECK(text_of(allocated({make_waiting("c", "2", child, 1), make_waiting("c", "1", child, 1)}, {ann})) ==
        "1:ann(only_one_possible) 2-(taken_by_earlier_due: ann)");
}

TEST_CASE("nobody waits whom moving an earlier one over makes room for", "[casework]") {
  const auto ann = with(make_practitioner("ann", 1), [](auto& one) { one.languages = {polish}; });
  const auto bob = make_practitioner("bob", 1);
  const auto needs_polish = with(waits("b", 2), [](auto& one) { one.languages = {polish}; });

  const auto allocation = allocated({waits("a", 1), needs_polish}, {ann, bob});

  CHECK(text_of(allocation) == "a:bob(most_free_slots) b:ann(only_one_with_language)");
  CHECK(allocation.is_best);
  CHECK(allocation.gap() == 0);
}

TEST_CASE("each choice has its reason", "[casework]") {
  const auto ann = with(make_practitioner("ann", 2), [](auto& one) { one.languages = {polish}; });
  const auto bob = with(make_practitioner("bob", 3), [](auto& one) { one.skills = {play}; });
  const auto cat = with(make_practitioner("cat", 3), [](auto& one) {
    one.languages = {polish};
    one.skills = {play};
  });
  const auto text = [&](auto change, std::vector<Practitioner> team) {
    return text_of(allocated({with(waits("a", 1), change)}, team));
  };
  CHECK(text([](auto& one) { one.known_by = WorkerId{"ann"}; }, {ann, bob}) == "a:ann(continuity)");
  CHECK(text([](auto& one) { one.known_by = WorkerId{"gone"}; }, {ann, bob}) == "a:bob(most_free_slots)");
  CHECK(text([](auto& one) { one.languages = {polish}; }, {ann, bob}) == "a:ann(only_one_with_language)");
  CHECK(text([](auto& one) { one.skills = {play}; }, {ann, bob}) == "a:bob(only_one_with_skills)");
  CHECK(text(
            [](auto& one) {
              one.languages = {polish};
              one.skills = {play};
            },
            {ann, bob, cat}) == "a:cat(only_one_with_skills)");
  CHECK(text([](auto& one) { one.must_not_work = {WorkerId{"bob"}}; }, {ann, bob}) == "a:ann(only_one_possible)");
  CHECK(text([](auto& one) { one.weight = 3; }, {ann, bob}) == "a:bob(only_one_possible)");
  CHECK(text([](auto&) {}, {ann, bob}) == "a:bob(most_free_slots)");
  CHECK(text([](auto&) {}, {bob, cat}) == "a:bob(most_free_slots)");
}

TEST_CASE("each refusal has the first reason that holds, and names whom it is about", "[casework]") {
  const auto ann = make_practitioner("ann", 0);
  const auto bob = make_practitioner("bob", 1);
  const auto cat = with(make_practitioner("cat", 0), [](auto& one) { one.languages = {polish}; });
  const auto text = [&](auto change, std::vector<Practitioner> team) {
    return text_of(allocated({with(waits("a", 1), change)}, team));
  };
  const auto nothing = [](auto&) {};
  CHECK(text(nothing, {}) == "a-(no_free_slot:)");
  CHECK(text(nothing, {cat, ann}) == "a-(no_free_slot: ann cat)");
  CHECK(text([](auto& one) { one.languages = {polish}; }, {ann, bob}) == "a-(nobody_speaks: ann bob)");
  CHECK(text([](auto& one) { one.languages = {polish}; }, {bob, cat}) == "a-(too_few_free_slots: cat)");
  CHECK(text([](auto& one) { one.skills = {play}; }, {bob}) == "a-(nobody_has_skills: bob)");
  CHECK(text([](auto& one) { one.weight = 2; }, {bob}) == "a-(too_few_free_slots: bob)");
  CHECK(text([](auto& one) { one.must_not_work = {WorkerId{"bob"}}; }, {ann, bob}) == "a-(nobody_else_may: bob)");
  CHECK(text_of(allocated({v, p}, {bob})) == "v:bob(only_one_possible) p-(taken_by_earlier_due: bob)");
}

TEST_CASE("nobody works with victim and perpetrator of one case", "[casework]") {
  const auto ann = make_practitioner("ann", 2);
  const auto bob = make_practitioner("bob", 1);
  CHECK(text_of(allocated({v, p}, {ann})) == "v:ann(only_one_possible) p-(works_with_other_side: ann)");
  CHECK(text_of(allocated({v, p}, {ann, bob})) == "v:ann(most_free_slots) p:bob(most_free_slots)");

  SECTION("children and others are on no side") {
    const auto c = make_waiting("case-1", "c", child, 3);
    const auto o = make_waiting("case-1", "o", other, 4);
    CHECK(allocated({v, c, o}, {make_practitioner("ann", 3)}).waiting.empty());
    CHECK(allocated({p, c, o}, {make_practitioner("ann", 3)}).waiting.empty());
  }
  SECTION("whoever stands on one side is not given the other") {
    const auto stands = with(ann, [](auto& one) {
      one.allocations = {{CaseId{"case-1"}, PersonId{"p"}, perpetrator}};
    });
    CHECK(text_of(allocated({v}, {stands})) == "v-(works_with_other_side: ann)");
    CHECK(text_of(allocated({p}, {stands})) == "p:ann(only_one_possible)");
    const auto elsewhere = make_waiting("case-2", "v", victim, 1);
    CHECK(text_of(allocated({elsewhere}, {stands})) == "v:ann(only_one_possible)");
  }
  SECTION("a manager's waiver lets one practitioner, in one case") {
    const auto waived = with(ann, [](auto& one) { one.separation_waived_in = {CaseId{"case-1"}}; });
    CHECK(text_of(allocated({v, p}, {waived})) == "v:ann(only_one_possible) p:ann(only_one_possible)");
    const auto stands = with(waived, [](auto& one) {
      one.allocations = {{CaseId{"case-1"}, PersonId{"p"}, perpetrator}};
    });
    CHECK(text_of(allocated({v}, {stands})) == "v:ann(only_one_possible)");
    const auto other_case = with(ann, [](auto& one) { one.separation_waived_in = {CaseId{"case-2"}}; });
    CHECK(allocated({v, p}, {other_case}).waiting.size() == 1);
  }
  SECTION("the earlier due side is moved over where that makes room for both") {
    const auto p_only_ann = with(p, [](auto& one) { one.must_not_work = {WorkerId{"bob"}}; });
    const auto freer = make_practitioner("ann", 3);
    CHECK(text_of(allocated({v, p_only_ann}, {freer, bob})) ==
          "v:bob(leaves_room_for_others) p:ann(only_one_possible)");
  }
}

TEST_CASE("whoever knew the family works with it again where that costs nobody a place", "[casework]") {
  const auto ann = make_practitioner("ann", 1);
  const auto bob = make_practitioner("bob", 3);
  const auto known = [](WaitingPerson person) {
    person.known_by = WorkerId{"ann"};
    return person;
  };
  CHECK(text_of(allocated({waits("a", 1), known(waits("b", 2))}, {ann, bob})) ==
        "a:bob(most_free_slots) b:ann(continuity)");

  SECTION("between two it is the one due earlier") {
    CHECK(text_of(allocated({known(waits("a", 1)), known(waits("b", 2))}, {ann, bob})) ==
          "a:ann(continuity) b:bob(most_free_slots)");
    CHECK(text_of(allocated({known(waits("a", 2)), known(waits("b", 1))}, {ann, bob})) ==
          "b:ann(continuity) a:bob(most_free_slots)");
  }
  SECTION("however much freer somebody else is") {
    CHECK(text_of(allocated({known(waits("a", 1))}, {ann, make_practitioner("cat", 100)})) == "a:ann(continuity)");
  }
  SECTION("not where somebody else would have to wait") {
    const auto needs_ann = with(waits("b", 2), [](auto& one) { one.must_not_work = {WorkerId{"bob"}}; });
    CHECK(text_of(allocated({known(waits("a", 1)), needs_ann}, {ann, bob})) ==
          "a:bob(most_free_slots) b:ann(only_one_possible)");
  }
  SECTION("not where the policy says so") {
    const AllocationPolicy policy{.continuity_first = false};
    CHECK(text_of(allocated({known(waits("a", 1))}, {ann, bob}, policy)) == "a:bob(most_free_slots)");
    CHECK(text_of(allocated({known(waits("a", 1))}, {make_practitioner("ann", 4), bob}, policy)) ==
          "a:ann(most_free_slots)");
  }
}

TEST_CASE("work goes where most slots are free", "[casework]") {
  const std::vector<Practitioner> team{make_practitioner("ann", 1), make_practitioner("bob", 3),
                                       make_practitioner("cat", 100'000)};
  std::vector<WaitingPerson> waiting;
  for (int i = 0; i < 6; ++i) waiting.push_back(waits("a" + std::to_string(i), i));
  const auto allocation = allocated(waiting, team);
  CHECK(allocation.placed.size() == 6);
  for (const auto& placed : allocation.placed) CHECK(placed.worker == WorkerId{"cat"});
}

TEST_CASE("weights share slots out, and the gap to what could be is told", "[casework]") {
  const auto ann = make_practitioner("ann", 3);
  const auto bob = make_practitioner("bob", 3);

  SECTION("equal weights are placed as well as weights of 1") {
    const auto allocation = allocated({heavy("a", 1, 2), heavy("b", 2, 2), heavy("c", 3, 2)}, {ann, bob});
    CHECK(allocation.placed.size() == 2);
    CHECK(allocation.waiting.front().person == PersonId{"c"});
    CHECK(allocation.waiting.front().because == WaitsBecause::taken_by_earlier_due);
    CHECK(allocation.is_best);
    CHECK(allocation.at_most == 2);
  }
  SECTION("an earlier one moves over for a heavier one") {
    const auto allocation = allocated({heavy("a", 1, 1), heavy("b", 2, 2), heavy("c", 3, 3)}, {ann, bob});
    CHECK(allocation.waiting.empty());
    CHECK(allocation.is_best);
  }
  SECTION("a heavy one due earlier keeps its place, and the gap says what that costs") {
    const auto allocation = allocated({heavy("a", 1, 3), heavy("b", 2, 1), heavy("c", 3, 2)}, {ann});
    CHECK(text_of(allocation) ==
          "a:ann(only_one_possible) b-(taken_by_earlier_due: ann) c-(taken_by_earlier_due: ann)");
    CHECK_FALSE(allocation.is_best);
    CHECK(allocation.at_most == 2);
    CHECK(allocation.gap() == 1);
  }
}

TEST_CASE("where weights differ, waivers, continuity and what is best hold all the same", "[casework]") {
  const auto ann = make_practitioner("ann", 2);
  const auto not_with = [](WaitingPerson person, std::vector<std::string> workers) {
    for (const auto& one : workers) person.must_not_work.emplace_back(one);
    return person;
  };
  const auto known = [](WaitingPerson person) {
    person.known_by = WorkerId{"ann"};
    return person;
  };
  SECTION("a waiver lets one practitioner work with both sides") {
    const auto p_of_two = with(p, [](auto& one) { one.weight = 2; });
    const auto waived =
        with(make_practitioner("ann", 3), [](auto& one) { one.separation_waived_in = {CaseId{"case-1"}}; });
    CHECK(allocated({v, p_of_two}, {waived}).waiting.empty());
    CHECK(allocated({v, p_of_two}, {make_practitioner("ann", 3)}).waiting.size() == 1);
  }
  SECTION("whoever knew the family comes first, unless the policy says otherwise") {
    const std::vector<WaitingPerson> both{known(heavy("a", 1, 1)), heavy("b", 2, 3)};
    const std::vector<Practitioner> team{make_practitioner("ann", 3), make_practitioner("bob", 4)};
    CHECK(text_of(allocated(both, team)) == "a:ann(continuity) b:bob(most_free_slots)");
    CHECK(text_of(allocated(both, team, {.continuity_first = false})) ==
          "a:bob(most_free_slots) b:ann(most_free_slots)");
  }
  SECTION("also when their slot comes free later on") {
    const std::vector<Practitioner> team{ann, make_practitioner("bob", 1), make_practitioner("cat", 2)};
    const auto x = not_with(heavy("x", 1, 2), {"bob"});
    const auto a = not_with(known(heavy("a", 2, 1)), {"cat"});
    const auto y = not_with(heavy("y", 3, 1), {"bob", "cat"});
    CHECK(text_of(allocated({x, a, y}, team)) == "x:cat(most_free_slots) a:ann(continuity) y:ann(only_one_possible)");
  }
  SECTION("whom nobody could take makes no difference") {
    const auto allocation = allocated({waits("a", 1), waits("b", 2), heavy("c", 3, 9)}, {make_practitioner("ann", 1)});
    CHECK(allocation.is_best);
    CHECK(allocation.at_most == 1);
  }
}

TEST_CASE("somebody is overdue after the due instant, and not at it", "[casework]") {
  const auto ann = make_practitioner("ann", 1);
  const auto allocation = allocated({waits("a", -1), waits("b", 0), waits("c", 1)}, {ann});
  CHECK(allocation.placed[0].is_overdue);
  CHECK_FALSE(allocation.waiting[0].is_overdue);
  CHECK_FALSE(allocation.waiting[1].is_overdue);
}

TEST_CASE("what cannot be is refused by name", "[casework]") {
  const auto refused = [](const std::vector<WaitingPerson>& waiting, const std::vector<Practitioner>& practitioners) {
    try {
      allocate(waiting, practitioners, {}, shared_out_at());
    } catch (const std::invalid_argument& error) {
      return std::string{error.what()};
    }
    return std::string{};
  };
  const auto ann = make_practitioner("ann", 1);
  const auto two_roles = with(ann, [](auto& one) {
    one.allocations = {{CaseId{"case-1"}, PersonId{"v"}, perpetrator}};
  });
  CHECK(refused({heavy("a", 1, 0)}, {}) == "WaitingPerson: person a of case case-a: weight 0; needs 1 or more");
  CHECK(refused({heavy("a", 1, -1)}, {}) == "WaitingPerson: person a of case case-a: weight -1; needs 1 or more");
  CHECK(refused({waits("a", 1), waits("a", 2)}, {}) == "WaitingPerson: person a of case case-a waits twice");
  CHECK(refused({}, {ann, ann}) == "Practitioner: worker ann is there twice");
  CHECK(refused({v}, {two_roles}) == "Practitioner: person v of case case-1 has two roles");
  CHECK(refused(std::vector<WaitingPerson>(10'001, v), {}) == "WaitingPerson: 10001; at most 10000");
  CHECK(refused({}, {}).empty());
}

TEST_CASE("each reason has a sentence of its own", "[casework]") {
  std::set<std::string_view> sentences{"?"};
  for (const auto reason : values_of<ChosenFor>) CHECK(sentences.insert(sentence(reason)).second);
  for (const auto reason : values_of<WaitsBecause>) CHECK(sentences.insert(sentence(reason)).second);
  CHECK(sentence(static_cast<ChosenFor>(99)) == "?");
  CHECK(sentence(static_cast<WaitsBecause>(99)) == "?");
}
