#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/data_protection.hpp>
#include <earlyhelp/casework/replay.hpp>

#include "support/random_case.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <set>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr int cases = 400;
constexpr std::size_t events = 25;

std::vector<DutyRecord> duties_of(const CaseFile& file, Instant now = RandomCase::at(600)) {
  return duties(file, make_casework_policy(), make_calendar(), now);
}
CaseReplay replayed(const CaseFile& file) { return replay(file, make_casework_policy()); }

std::map<CaseRule, int> broken_in(const CaseFile& file) {
  std::map<CaseRule, int> count;
  for (const auto& violation : replayed(file).violations) ++count[violation.rule];
  return count;
}

}  // namespace

TEST_CASE("it does not matter in which order events arrive", "[casework][property]") {
  RandomCase random{1};
  for (int i = 0; i < cases; ++i) {
    auto file = random.next(events);
    const auto expected = replayed(file);
    const auto expected_duties = duties_of(file);
    for (std::size_t j = file.events.size(); j > 1; --j) std::swap(file.events[j - 1], file.events[random.draw() % j]);
    CHECK((replayed(file) == expected));
    CHECK((duties_of(file) == expected_duties));
  }
}

TEST_CASE("what was recorded later is not known, and changes nothing of what was known", "[casework][property]") {
  RandomCase random{2};
  for (int i = 0; i < cases; ++i) {
    auto file = random.next(events);
    const auto at = RandomCase::at(random.below(400));
    const auto known = as_of(file, at);
    for (const auto& event : known.events) CHECK(event.recorded_at <= at);
    for (const auto& residence : known.residences) CHECK(residence.recorded_at <= at);
    const auto later = as_of(file, add_hours(at, 100));
    CHECK((as_of(later, at) == known));
    for (std::size_t j = 0; j < 5; ++j) {
      auto event = random.event(100 + j);
      event.recorded_at = add_hours(std::max(at, event.occurred_at), 1);
      append(file, event);
    }
    CHECK((as_of(file, at) == known));
  }
}

TEST_CASE("the rules that an event would break are those that it breaks once it is kept", "[casework][property]") {
  RandomCase random{3};
  for (int i = 0; i < cases; ++i) {
    auto file = random.next(events);
    const auto before = replayed(file).violations;
    const auto event = random.event(500);
    const auto broken = may(file, event, make_casework_policy());
    append(file, event);
    const auto after = replayed(file).violations;
    for (const auto& violation : broken) {
      CHECK(std::count(after.begin(), after.end(), violation) > std::count(before.begin(), before.end(), violation));
    }
    const auto is_new = [&](const Violation& violation) {
      return std::find(before.begin(), before.end(), violation) == before.end();
    };
    CHECK(std::count_if(after.begin(), after.end(), is_new) == static_cast<std::ptrdiff_t>(broken.size()));
  }
}

TEST_CASE("duties add up: each that was ever decided stands once for its incident, and as one thing",
          "[casework][property]") {
  RandomCase random{4};
  for (int i = 0; i < cases; ++i) {
    const auto file = random.next(events);
    std::set<std::pair<IncidentId, CaseDuty>> expected;
    std::set<CaseEventId> withdrawn;
    for (const auto& violation : replayed(file).violations) {
      if (violation.rule == CaseRule::withdraws_an_event) withdrawn.insert(violation.event);  // a withdrawal of nothing
    }
    std::set<CaseEventId> gone;
    for (const auto& event : file.events) {
      const auto* withdrawal = std::get_if<Withdrawn>(&event.body);
      if (withdrawal != nullptr && !withdrawn.contains(event.id)) gone.insert(withdrawal->event);
    }
    for (const auto& event : file.events) {
      if (gone.contains(event.id)) continue;
      if (const auto* triaged = std::get_if<Triaged>(&event.body)) {
        for (const auto duty : triaged->decision().duties) {
          expected.emplace(triaged->decision().incident, static_cast<CaseDuty>(duty));
        }
      }
      if (const auto* disclosed = std::get_if<IncidentDisclosed>(&event.body)) {
        expected.emplace(disclosed->incident, CaseDuty::record_crime);
        expected.emplace(disclosed->incident, CaseDuty::triage_disclosed);
      }
    }
    const auto records = duties_of(file);
    std::set<std::pair<IncidentId, CaseDuty>> found;
    for (const auto& record : records) {
      CHECK(found.emplace(record.incident, record.duty).second);
      CHECK((record.status == DutyStatus::not_applicable) == record.why_not.has_value());
      const bool is_done = record.status == DutyStatus::done_in_time || record.status == DutyStatus::done_late;
      CHECK((is_done || record.status == DutyStatus::not_covered || !record.done_at));
      if (record.done_at) CHECK(*record.done_at >= record.opened_at);
    }
    CHECK((found == expected));
  }
}

TEST_CASE("a duty that was done stays done, whenever one looks", "[casework][property]") {
  RandomCase random{5};
  for (int i = 0; i < cases; ++i) {
    const auto file = random.next(events);
    const auto early = duties_of(file, RandomCase::at(150));
    const auto late = duties_of(file);
    for (const auto& record : early) {
      if (record.status != DutyStatus::overdue) continue;
      const auto same = std::find_if(late.begin(), late.end(), [&](const DutyRecord& other) {
        return other.incident == record.incident && other.duty == record.duty;
      });
      REQUIRE(same != late.end());
      // An overdue duty is never in time later, unless a later decision opened it anew.
      if (same->opened_at == record.opened_at && same->due == record.due)
        CHECK(same->status != DutyStatus::done_in_time);
    }
  }
}

TEST_CASE("redaction leaves no trace of the person, and every count as it was", "[casework][property]") {
  RandomCase random{6};
  for (int i = 0; i < cases; ++i) {
    const auto file = random.next(events);
    for (const auto& person : {victim, suspect, child}) {
      const auto redacted = redact(file, person, make_casework_policy());
      CHECK(broken_in(redacted) == broken_in(file));
      const auto before = duties_of(file);
      CHECK((duties_of(redacted) == before));
      CHECK(replayed(redacted).state.status == replayed(file).state.status);
      CHECK(redacted.events.size() == file.events.size());
      for (const auto& member : redacted.members) CHECK(member.person.id != person);
      for (const auto& residence : redacted.residences) CHECK(residence.person != person);
      CHECK((redact(redacted, person, make_casework_policy()) == redacted));  // nothing is left to redact
    }
  }
}
