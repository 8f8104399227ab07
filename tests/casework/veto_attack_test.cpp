#include <earlyhelp/casework/replay.hpp>

#include "support/plain_contact.hpp"
#include "support/random_case.hpp"

#include <catch2/catch.hpp>

#include <cstdint>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// How many contacts that somebody was allowed to make stand in a case, and how many of them were not safe.
struct Contacts {
  int made = 0;
  int unsafe = 0;
};

/// Somebody records whatever they are allowed to, in any order, late and early: what `may` has no objection to.
CaseFile attacked(RandomCase& random) {
  auto file = random.next(0);
  for (const auto& event : make_case(CaseStatus::allocated).file.events) append(file, event);
  for (std::size_t i = 0; i < 16; ++i) {
    const auto event = random.event(i);
    if (std::holds_alternative<Withdrawn>(event.body)) continue;
    if (may(file, event, make_casework_policy()).empty()) append(file, event);
  }
  return file;
}

Contacts count(const CaseFile& file) {
  Contacts contacts;
  const auto note = [&](bool is_safe) {
    ++contacts.made;
    contacts.unsafe += is_safe ? 0 : 1;
  };
  for (const auto& event : file.events) {
    const PlainContact plain{file, event};
    const auto* attempt = std::get_if<ContactAttempted>(&event.body);
    const auto* made = std::get_if<ContactMade>(&event.body);
    if (attempt != nullptr) note(plain.is_safe(*attempt, attempt->result == AttemptResult::message_left));
    if (made != nullptr) note(plain.is_safe(*made, false));
  }
  return contacts;
}

/// Attacks so many cases; stops at the first that is broken.
void attack(std::uint64_t seed, int cases) {
  RandomCase random{seed};
  Contacts all;
  for (int i = 0; i < cases; ++i) {
    const auto contacts = count(attacked(random));
    all.made += contacts.made;
    all.unsafe += contacts.unsafe;
    if (contacts.unsafe != 0) FAIL("case " << i << ": a contact was allowed that is not safe");
  }
  CHECK(all.made > cases / 10);
}

}  // namespace

TEST_CASE("no sequence of allowed events leads to a contact that is not safe", "[casework][safe_contact]") {
  attack(1, 1000);
}

TEST_CASE("no sequence of allowed events leads to a contact that is not safe, a million times", "[.million]") {
  attack(2, 1'000'000);
}

TEST_CASE("what the vetoes object to is what is not safe", "[casework][safe_contact]") {
  RandomCase random{3};
  int unsafe = 0;
  for (int i = 0; i < 1000; ++i) {
    const auto file = attacked(random);
    const auto event = random.event(900);
    const auto* made = std::get_if<ContactMade>(&event.body);
    if (made == nullptr || made->person == PersonId{"stranger"}) continue;
    auto with = file;
    append(with, event);
    bool is_vetoed = false;
    for (const auto& violation : replay(with, make_casework_policy()).violations) {
      const bool is_of_status = violation.rule <= CaseRule::contact_before_work;
      if (violation.event == event.id && !is_of_status) is_vetoed = true;
    }
    const bool is_safe = PlainContact{with, event}.is_safe(*made, false);
    CHECK(is_vetoed == !is_safe);
    unsafe += is_safe ? 0 : 1;
  }
  CHECK(unsafe > 20);
}
