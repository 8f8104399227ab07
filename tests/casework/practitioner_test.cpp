#include <earlyhelp/casework/allocation.hpp>
#include <earlyhelp/casework/practitioner.hpp>
#include <earlyhelp/casework/replay.hpp>

#include "support/random_case.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

Practitioner in_case(const WorkerId& id, const CaseFile& file) {
  Practitioner practitioner{.worker = id, .capacity = Capacity{5, 0}};
  add_case(practitioner, file.id, replay(file, make_casework_policy()).state);
  return practitioner;
}

std::vector<WaitingPerson> everybody_of(const CaseFile& file, RandomCase& random) {
  std::vector<WaitingPerson> waiting;
  for (const auto& member : file.members) {
    waiting.push_back({.in_case = file.id,
                       .person = member.person.id,
                       .role = member.role,
                       .due = RandomCase::at(random.below(5)),
                       .weight = 1 + random.below(2)});
  }
  return waiting;
}

}  // namespace

TEST_CASE("a practitioner stands where their cases say", "[casework]") {
  auto log = make_case(CaseStatus::allocated);
  const std::vector<StandingAllocation> with_victim{{log.file.id, victim, FamilyRole::victim},
                                                    {log.file.id, child, FamilyRole::child}};
  const std::vector<StandingAllocation> with_suspect{{log.file.id, suspect, FamilyRole::perpetrator}};
  CHECK((in_case(worker, log.file).allocations == with_victim));
  CHECK((in_case(other_worker, log.file).allocations == with_suspect));
  CHECK(in_case(manager, log.file).allocations.empty());
  CHECK(in_case(worker, log.file).separation_waived_in.empty());

  SECTION("what has ended does not count") {
    log.add(7, AllocationEnded{.worker = other_worker, .person = suspect});
    CHECK(in_case(other_worker, log.file).allocations.empty());
  }
  SECTION("a waiver is of one practitioner") {
    log.add(7, SeparationWaived{.worker = worker, .manager = manager, .reason = reason});
    CHECK((in_case(worker, log.file).separation_waived_in == std::vector{log.file.id}));
    CHECK(in_case(other_worker, log.file).separation_waived_in.empty());
  }
  SECTION("somebody who is not of the family is on no side") {
    log.add(7, Allocated{.worker = manager, .person = PersonId{"stranger"}});
    const std::vector<StandingAllocation> with_stranger{{log.file.id, PersonId{"stranger"}, FamilyRole::other}};
    CHECK((in_case(manager, log.file).allocations == with_stranger));
  }
}

TEST_CASE("no placement breaks the rule of separate practitioners once it is kept in the case",
          "[casework][property]") {
  RandomCase random{11};
  std::size_t kept = 0;
  std::size_t broken_by_force = 0;
  const auto breaks = [](const CaseFile& file, const CaseEvent& event) {
    const auto broken = may(file, event, make_casework_policy());
    return std::any_of(broken.begin(), broken.end(),
                       [](const Violation& violation) { return violation.rule == CaseRule::separate_practitioners; });
  };
  for (int i = 0; i < 300; ++i) {
    auto file = random.next(25);
    std::vector<Practitioner> team;
    for (const auto& id : {worker, other_worker, manager}) team.push_back(in_case(id, file));
    const auto waiting = everybody_of(file, random);
    const auto allocation = allocate(waiting, team, {}, RandomCase::at(0));
    const auto event_of = [&](const WorkerId& who, const PersonId& whom, std::size_t number) {
      auto event = random.event(500 + number);
      event.occurred_at = RandomCase::at(600);
      event.recorded_at = RandomCase::at(600);
      event.body = Allocated{.worker = who, .person = whom};
      return event;
    };
    for (const auto& practitioner : team) {
      for (const auto& person : waiting) {
        broken_by_force += breaks(file, event_of(practitioner.worker, person.person, 99)) ? 1U : 0U;
      }
    }
    for (const auto& placed : allocation.placed) {
      const auto event = event_of(placed.worker, placed.person, kept);
      CHECK_FALSE(breaks(file, event));
      append(file, event);
      ++kept;
    }
  }
  CHECK(kept > 300);
  CHECK(broken_by_force > 100);
}
