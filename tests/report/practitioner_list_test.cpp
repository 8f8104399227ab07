#include <earlyhelp/report/practitioner_list.hpp>

#include <earlyhelp/casework/safe_contact.hpp>

#include "support/make_worklist.hpp"
#include "support/random_case.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

PractitionerList list_for(const WorkerId& id, const CaseFile& file, Instant now) {
  for (const auto& list : list_at(now, {file}).practitioners) {
    if (list.worker == id) return list;
  }
  return {.worker = id, .cases = {}};
}

PersonToContact next_for(const WorkerId& id, const PersonId& person, const CaseLog& log, Instant now) {
  const auto list = list_for(id, log.file, now);
  REQUIRE(list.cases.size() == 1);
  for (const auto& next : list.cases.front().people) {
    if (next.person == person) return next;
  }
  throw std::out_of_range{person.value()};
}

ChannelConfirmed confirmed(const PersonId& person, ChannelSafety safety = ChannelSafety::safe) {
  return {.person = person, .channel = channel, .safety = safety};
}

}  // namespace

TEST_CASE("a practitioner's list has their own cases, the earliest due first", "[report]") {
  auto first = make_case(CaseStatus::allocated);
  auto second = make_case(CaseStatus::in_contact);
  second.file.id = CaseId{"case-0"};
  const auto lists = list_at(after_report(20), {second.file, first.file}).practitioners;
  REQUIRE(lists.size() == 2);
  CHECK(lists[0].worker == other_worker);
  CHECK(lists[1].worker == worker);
  REQUIRE(lists[1].cases.size() == 2);
  const auto& duties = lists[1].cases[0].duties;
  CHECK(std::is_sorted(duties.begin(), duties.end(),
                       [](const OpenDuty& a, const OpenDuty& b) { return a.due.value() < b.due.value(); }));
  CHECK(lists[1].cases[0].lead == Lead::early_help_team);
  CHECK(list_at(after_report(20), {make_case(CaseStatus::closed).file}).practitioners.empty());
}

TEST_CASE("where no channel is confirmed as safe the list says so, and names no way", "[report]") {
  const auto log = make_case(CaseStatus::allocated);
  const auto next = next_for(worker, victim, log, after_report(14));
  CHECK(next.outlook == ContactOutlook::no_safe_channel);
  CHECK(next.ways.empty());
}

TEST_CASE("a channel that was confirmed is named with the modes against which nothing speaks", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  log.add(7, confirmed(victim));
  const auto now = after_report(14);
  const auto next = next_for(worker, victim, log, now);
  CHECK(next.outlook == ContactOutlook::now);
  CHECK((next.ways == std::vector<ContactWay>{
                          {.channel = channel, .modes = {ContactMode::phone, ContactMode::video}, .from = now}}));
  CHECK(next_for(worker, child, log, now).outlook == ContactOutlook::now);  // by what the victim confirmed
}

TEST_CASE("outside the safe hours the next of them is named", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  auto mornings = confirmed(victim);
  mornings.safe_from = 9 * 60;
  mornings.safe_until = 12 * 60;
  log.add(7, mornings);
  const auto at_nine = [](const char* day) { return make_instant(std::string{day} + "T08:00:00Z"); };  // in summer
  const auto from = [&](Instant now) {
    const auto next = next_for(worker, victim, log, now);
    CHECK(next.outlook == (next.ways.at(0).from == now ? ContactOutlook::now : ContactOutlook::later));
    return next.ways.at(0).from;
  };
  CHECK(from(make_instant("2025-06-02T07:59:00Z")) == at_nine("2025-06-02"));
  CHECK(from(at_nine("2025-06-02")) == at_nine("2025-06-02"));
  CHECK(from(make_instant("2025-06-02T10:59:00Z")) == make_instant("2025-06-02T10:59:00Z"));
  CHECK(from(make_instant("2025-06-02T11:00:00Z")) == at_nine("2025-06-03"));
}

TEST_CASE("what ran out, was said to be unsafe or is shared is no safe channel", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  log.add(7, confirmed(victim));
  const auto later = next_for(worker, victim, log, after_report(7 + 31 * 24));
  CHECK(later.outlook == ContactOutlook::one_neutral_call);
  REQUIRE(later.ways.size() == 1);
  CHECK(later.ways.front().is_neutral_call);
  CHECK(later.ways.front().modes == EnumSet<ContactMode>{ContactMode::phone});

  auto shared = log;
  shared.add(8, ChannelShared{.channel = channel, .with = suspect});
  CHECK(next_for(worker, victim, shared, after_report(14)).outlook == ContactOutlook::no_safe_channel);
  log.add(8, confirmed(victim, ChannelSafety::unsafe));
  CHECK(next_for(worker, victim, log, after_report(14)).outlook == ContactOutlook::no_safe_channel);
}

TEST_CASE("the perpetrator's worker is told neither why contact waits nor anything of the victim", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  const ChannelId own{"own"};
  log.add(7, confirmed(victim));
  log.add(8, ChannelConfirmed{.person = suspect, .channel = own, .safety = ChannelSafety::safe});
  log.add(9, IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = victim});
  const auto now = after_report(14);

  const auto list = list_for(other_worker, log.file, now);
  REQUIRE(list.cases.size() == 1);
  CHECK(list.cases.front().seen_as == Viewer::perpetrator_worker);
  CHECK(list.cases.front().duties.empty());
  CHECK_FALSE(list.cases.front().lead);
  const auto before = next_for(other_worker, suspect, log, now);
  CHECK(before.outlook == ContactOutlook::not_permitted);
  CHECK(before.vetoes.empty());

  log.add(13, ContactMade{.person = victim, .mode = ContactMode::phone, .channel = channel});
  const auto after = next_for(other_worker, suspect, log, now);
  CHECK(after.outlook == ContactOutlook::now);
  REQUIRE(after.ways.size() == 1);
  CHECK(after.ways.front().channel == own);
  const auto victims_worker = list_for(worker, log.file, now);
  for (const auto& next : victims_worker.cases.at(0).people) {
    for (const auto& way : next.ways) CHECK(way.channel == channel);
  }
}

TEST_CASE("who was allowed to work with both sides reaches each by their own channel", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  const ChannelId own{"own"};
  log.add(7, confirmed(victim));
  log.add(8, ChannelConfirmed{.person = suspect, .channel = own, .safety = ChannelSafety::safe});
  log.add(9, SeparationWaived{.worker = worker, .manager = manager, .reason = reason});
  log.add(10, Allocated{.worker = worker, .person = suspect});
  log.add(13, ContactMade{.person = victim, .mode = ContactMode::phone, .channel = channel});
  const auto to_victim = next_for(worker, victim, log, after_report(14));
  REQUIRE(to_victim.ways.size() == 1);
  CHECK(to_victim.ways.front().channel == channel);
  const auto to_suspect = next_for(worker, suspect, log, after_report(14));
  REQUIRE(to_suspect.ways.size() == 1);
  CHECK(to_suspect.ways.front().channel == own);
}

TEST_CASE("whoever works with the other side is told what speaks against contact", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  log.add(7, confirmed(victim));
  log.add(8, Allocated{.worker = other_worker, .person = victim});
  const auto next = next_for(other_worker, victim, log, after_report(14));
  CHECK(next.outlook == ContactOutlook::not_permitted);
  CHECK(next.vetoes.contains(CaseRule::separate_practitioners));
  CHECK(next.ways.empty());
}

TEST_CASE("of a case of which something could not be read no way of contact is named", "[report]") {
  auto log = make_case(CaseStatus::allocated);
  log.add(7, confirmed(victim));
  const std::vector<CaseFile> cases{log.file};
  const auto outlook = [&](const std::vector<CaseId>& incomplete) {
    const auto list =
        worklist({.cases = cases, .incidents = {}, .incomplete = incomplete, .last_review = after_report(14)},
                 make_casework_policy(), make_calendar(), after_report(14));
    const auto& people = list.practitioners.at(1).cases.at(0).people;
    CHECK(people.at(1).person == victim);
    CHECK(people.at(1).role == FamilyRole::victim);
    CHECK(people.at(1).ways.empty() == (people.at(1).outlook != ContactOutlook::now));
    return people.at(1).outlook;
  };
  CHECK(outlook({}) == ContactOutlook::now);
  CHECK(outlook({CaseId{"case-2"}}) == ContactOutlook::now);
  CHECK(outlook({CaseId{"case-2"}, log.file.id}) == ContactOutlook::case_incomplete);
}

TEST_CASE("no way is ever named against which something speaks, nor one that the practitioner may not see",
          "[report][property]") {
  RandomCase random{21};
  std::size_t named = 0;
  for (int i = 0; i < 1500; ++i) {
    const auto now = RandomCase::at(random.below(300));
    const auto file = as_of(random.next(25), now);
    const auto state = replay(file, make_casework_policy()).state;
    for (const auto& list : list_at(now, {file}).practitioners) {
      for (const auto& on_list : list.cases) {
        for (const auto& next : on_list.people) {
          const bool is_perpetrator = next.role == FamilyRole::perpetrator;
          const auto view = view_for(is_perpetrator ? Viewer::perpetrator_worker : on_list.seen_as, file);
          std::set<ChannelId> visible;
          for (const auto& event : view.events) {
            if (const auto* body = std::get_if<ChannelConfirmed>(&event.body)) visible.insert(body->channel);
          }
          const bool may_have_ways = next.outlook == ContactOutlook::now || next.outlook == ContactOutlook::later ||
                                     next.outlook == ContactOutlook::one_neutral_call;
          CHECK(next.ways.empty() != may_have_ways);
          if (on_list.seen_as == Viewer::perpetrator_worker) CHECK(next.vetoes.empty());
          for (const auto& way : next.ways) {
            CHECK(visible.contains(way.channel));
            CHECK(way.from >= now);
            CHECK_FALSE(way.modes.empty());
            for (const auto mode : way.modes) {
              const PlannedContact planned{
                  .person = next.person, .mode = mode, .channel = way.channel, .by = list.worker};
              CHECK(contact_vetoes(file, state, planned, way.from, make_casework_policy()).empty());
              ++named;
            }
          }
        }
      }
    }
  }
  CHECK(named > 50);
}
