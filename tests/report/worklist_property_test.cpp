#include <earlyhelp/report/worklist.hpp>

#include "support/make_worklist.hpp"
#include "support/random_case.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <array>
#include <random>
#include <set>
#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr int days = 80;

/// Cases of any events, and incidents some of which are theirs.
struct RandomDay {
  std::vector<CaseFile> cases;
  std::vector<IncidentForReview> incidents;
  Instant last_review;
  Instant now;
};

RandomDay random_day(RandomCase& random) {
  RandomDay day{.cases = {},
                .incidents = {},
                .last_review = reported_at(),
                .now = RandomCase::at(random.below(random.below(2) == 0 ? 15 : 300))};
  day.last_review = add_hours(day.now, -random.below(72));
  for (int i = 0; i < 8; ++i) {
    day.cases.push_back(random.next(20));
    day.cases.back().id = CaseId{"case-" + std::to_string(i)};
  }
  for (int i = 1; i < 8; ++i) {
    day.incidents.push_back(make_for_review("i-" + std::to_string(i), 4 * random.below(300)));
  }
  return day;
}

Worklist list_of(const RandomDay& day) { return list_at(day.now, day.cases, day.incidents, day.last_review); }

template <class Values>
void shuffle(Values& values, RandomCase& random) {
  for (std::size_t i = values.size(); i > 1; --i) std::swap(values[i - 1], values[random.draw() % i]);
}

using DutyKey = std::tuple<CaseId, IncidentId, CaseDuty>;

}  // namespace

TEST_CASE("every open duty stands in exactly one section, in the right one, and nothing else does",
          "[report][property]") {
  RandomCase random{11};
  std::array<std::size_t, count_of<DueWhen>> seen{};
  for (int i = 0; i < days; ++i) {
    const auto day = random_day(random);
    const auto list = list_of(day);
    std::multiset<DutyKey> expected;
    for (const auto& file : day.cases) {
      for (const auto& duty : duties(as_of(file, day.now), make_casework_policy(), make_calendar(), day.now)) {
        const bool is_undone = duty.status == DutyStatus::open || duty.status == DutyStatus::overdue ||
                               (duty.status == DutyStatus::not_covered && !duty.done_at);
        if (is_undone) expected.insert({file.id, duty.incident, duty.duty});
      }
    }
    std::multiset<DutyKey> found;
    const auto collect = [&](const std::vector<OpenDuty>& duties, DueWhen when) {
      seen[static_cast<std::size_t>(when)] += duties.size();
      for (const auto& duty : duties) {
        found.insert({duty.in_case, duty.incident, duty.duty});
        CHECK(due_when(duty.due, london(), day.now) == when);
        CHECK(duty.why_not.has_value() == (when == DueWhen::not_covered));
      }
    };
    collect(list.overdue, DueWhen::overdue);
    collect(list.due_today, DueWhen::today);
    collect(list.later, DueWhen::later);
    collect(list.not_covered, DueWhen::not_covered);
    CHECK((found == expected));
    CHECK(std::is_sorted(list.overdue.begin(), list.overdue.end(),
                         [](const OpenDuty& a, const OpenDuty& b) { return a.due < b.due; }));
  }
  CHECK(seen[static_cast<std::size_t>(DueWhen::overdue)] > 100);
  CHECK(seen[static_cast<std::size_t>(DueWhen::today)] > 10);
  CHECK(seen[static_cast<std::size_t>(DueWhen::later)] > 10);
}

TEST_CASE("the order of cases, events and incidents does not matter", "[report][property]") {
  RandomCase random{12};
  for (int i = 0; i < days; ++i) {
    auto day = random_day(random);
    const auto list = list_of(day);
    shuffle(day.cases, random);
    shuffle(day.incidents, random);
    for (auto& file : day.cases) shuffle(file.events, random);
    CHECK((list_of(day) == list));
  }
}

TEST_CASE("nothing that was recorded after the moment of the list shows", "[report][property]") {
  RandomCase random{13};
  for (int i = 0; i < days; ++i) {
    auto day = random_day(random);
    const auto list = list_of(day);
    for (auto& file : day.cases) {
      for (std::size_t j = 0; j < 4; ++j) {
        auto event = random.event(100 + j);
        event.recorded_at = add_hours(std::max(day.now, event.occurred_at), 1);
        append(file, event);
      }
    }
    day.incidents.push_back(make_for_review("later", 4 * 400));
    CaseFile later{.id = CaseId{"later"}};
    later.members.push_back(
        {.person = make_adult("x"), .role = FamilyRole::victim, .recorded_at = add_hours(day.now, 1)});
    day.cases.push_back(later);
    CHECK((list_of(day) == list));
    std::erase_if(day.incidents, [&](const IncidentForReview& incident) { return incident.recorded_at > day.now; });
    for (auto& file : day.cases) file = as_of(file, day.now);
    CHECK((list_of(day) == list));
  }
}

TEST_CASE("no incident falls out between two reviews: until a case says that it was reviewed, it is on every list",
          "[report][property]") {
  RandomCase random{14};
  std::size_t late = 0;
  for (int i = 0; i < days; ++i) {
    auto day = random_day(random);
    const auto list = list_of(day);
    for (const auto& incident : day.incidents) {
      bool is_owed = false;
      bool is_done = false;
      bool is_known = false;
      for (const auto& file : day.cases) {
        for (const auto& duty : duties(as_of(file, day.now), make_casework_policy(), make_calendar(), day.now)) {
          if (duty.incident != incident.incident) continue;
          is_known = true;
          if (duty.duty != CaseDuty::daily_review) continue;
          is_done = is_done || duty.done_at.has_value();
          is_owed = is_owed || is_open(duty);
        }
      }
      const bool is_new = incident.recorded_at > day.last_review && incident.recorded_at <= day.now;
      const bool is_late = incident.recorded_at <= day.last_review && !is_done && (is_owed || !is_known);
      const auto on_list = std::count_if(list.daily_review.begin(), list.daily_review.end(), [&](const auto& item) {
        return item.incident.incident == incident.incident && (item.standing == ReviewStanding::late) == is_late;
      });
      CHECK(on_list == (is_new || is_late ? 1 : 0));
      late += is_late ? 1 : 0;
    }
    CHECK(std::is_sorted(list.daily_review.begin(), list.daily_review.end(),
                         [](const auto& a, const auto& b) { return is_graver(a.incident, b.incident); }));
  }
  CHECK(late > 20);
}

TEST_CASE("a thousand families: each kind of case adds what it adds alone, so many times", "[report][property]") {
  const std::array kinds{CaseStatus::referred,  CaseStatus::suitable,   CaseStatus::not_suitable,
                         CaseStatus::allocated, CaseStatus::in_contact, CaseStatus::closed};
  constexpr int of_each_kind = 170;
  const auto now = after_report(26);
  const auto sizes = [](const Worklist& list) {
    std::vector<std::size_t> each{list.cases,
                                  list.overdue.size(),
                                  list.due_today.size(),
                                  list.later.size(),
                                  list.not_covered.size(),
                                  list.waiting.size(),
                                  list.no_safe_channel.size(),
                                  list.violations.size(),
                                  list.retention.size(),
                                  0};
    for (const auto& practitioner : list.practitioners) each.back() += practitioner.cases.size();
    return each;
  };
  std::vector<CaseFile> cases;
  std::vector<std::size_t> expected(10, 0);
  for (const auto kind : kinds) {
    const auto alone = sizes(list_at(now, {make_case(kind).file}));
    for (std::size_t i = 0; i < alone.size(); ++i) expected[i] += of_each_kind * alone[i];
    for (int i = 0; i < of_each_kind; ++i) {
      cases.push_back(make_case(kind).file);
      cases.back().id = CaseId{"case-" + std::to_string(cases.size())};
    }
  }
  const auto list = list_at(now, cases);
  CHECK(sizes(list) == expected);
  REQUIRE(list.practitioners.size() == 2);
  CHECK(list.practitioners[0].cases.size() == 2 * of_each_kind);
  std::set<CaseId> waiting;
  for (const auto& item : list.waiting) CHECK(waiting.insert(item.in_case).second);
}
