#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/io/case_log.hpp>
#include <earlyhelp/io/generate_cases.hpp>
#include <earlyhelp/policy/default_policy.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

std::vector<CaseFile> make_cases(std::uint64_t incidents, std::uint64_t seed, int flawed = 0) {
  return io::generate_case_files({.feed = {.incidents = incidents, .seed = seed}, .flawed_per_thousand = flawed});
}

std::string text_of(const std::vector<CaseFile>& files) {
  std::ostringstream out;
  io::write_case_log(out, files);
  return out.str();
}

/// When the feed ends: with its last recording.
Instant end_of_feed(std::uint64_t incidents, std::uint64_t seed) {
  auto end = Instant::of_microseconds(0);
  io::generate({.incidents = incidents, .seed = seed}, [&end](const Incident& one) { end = one.recorded_at.instant; });
  return end;
}

std::size_t count_of_status(const std::vector<CaseFile>& files, CaseStatus status) {
  const auto policy = io::made_up_casework_policy();
  return static_cast<std::size_t>(std::count_if(
      files.begin(), files.end(), [&](const CaseFile& file) { return replay(file, policy).state.status == status; }));
}

}  // namespace

TEST_CASE("made-up cases are the same for the same seed, and others for another", "[io][generate][case_log]") {
  CHECK(make_cases(300, 7) == make_cases(300, 7));
  CHECK_FALSE(make_cases(300, 7) == make_cases(300, 8));
  CHECK(make_cases(0, 7).empty());
}

TEST_CASE("made-up cases obey the rules of casework, and read back as they are", "[io][generate][case_log]") {
  const auto seed = GENERATE(1U, 2U, 3U);
  const auto files = make_cases(500, seed);
  const auto policy = io::made_up_casework_policy();
  std::size_t violations = 0;
  std::size_t faults = 0;
  std::set<std::string> ids;
  for (const auto& file : files) {
    violations += replay(file, policy).violations.size();
    for (const auto& event : file.events) {
      faults += event_fault(CaseFile{.id = file.id}, event) ? 1U : 0U;
      ids.insert(event.id.value());
    }
  }
  CHECK(violations == 0);
  CHECK(faults == 0);
  std::size_t events = 0;
  for (const auto& file : files) events += file.events.size();
  CHECK(ids.size() == events);

  std::istringstream in{text_of(files)};
  const auto log = io::read_case_log(in);
  CHECK(log.rejects.empty());
  CHECK(log.incomplete.empty());
  CHECK(log.cases == files);
}

TEST_CASE("as many cases as are asked for have a flaw that the rules name", "[io][generate][case_log]") {
  const auto policy = io::made_up_casework_policy();
  const auto flawed = [&](int per_thousand) {
    const auto files = make_cases(1'000, 5, per_thousand);
    return std::count_if(files.begin(), files.end(),
                         [&](const CaseFile& file) { return !replay(file, policy).violations.empty(); });
  };
  CHECK(flawed(0) == 0);
  const auto a_tenth = flawed(100);
  CHECK(a_tenth > 30);
  CHECK(a_tenth < 120);
}

TEST_CASE("made-up cases show all that happens in a case", "[io][generate][case_log]") {
  const auto files = make_cases(1'000, 1);
  std::map<EventKind, int> counts;
  std::set<std::string> sources;
  for (const auto& file : files) {
    for (const auto& event : file.events) {
      ++counts[event.kind()];
      if (const auto* referred = std::get_if<Referred>(&event.body)) {
        sources.insert(std::string{to_string(referred->source)});
        CHECK(referred->incident.has_value() == (referred->source == ReferralSource::police));
      }
    }
  }
  const std::set<EventKind> rare{EventKind::allocation_ended, EventKind::separation_waived};
  for (const auto kind : values_of<EventKind>) {
    CAPTURE(to_string(kind));
    CHECK((counts[kind] > 0) == (rare.count(kind) == 0));
  }
  CHECK(sources == std::set<std::string>{"police", "school"});
}

TEST_CASE("the cases are about the feed's incidents, decided by the shipped policy", "[io][generate][case_log]") {
  std::set<std::string> of_feed;
  io::generate({.incidents = 1'000, .seed = 4}, [&](const Incident& one) { of_feed.insert(one.id.value()); });
  const auto policy = default_policy_book().id;
  std::set<std::string> decided;
  for (const auto& file : make_cases(1'000, 4)) {
    std::set<std::string> disclosed;
    for (const auto& event : file.events) {
      if (const auto* told = std::get_if<IncidentDisclosed>(&event.body)) disclosed.insert(told->incident.value());
      if (const auto* triaged = std::get_if<Triaged>(&event.body)) {
        const auto& decision = triaged->decision();
        CHECK((decision.policy.id == policy && !decision.facts.empty()));
        const bool is_told = disclosed.count(decision.incident.value()) == 1;
        CHECK((is_told || of_feed.count(decision.incident.value()) == 1));
        if (!is_told) decided.insert(decision.incident.value());
      }
    }
  }
  CHECK(decided.size() > 850);
}

TEST_CASE("at the end of the feed cases are open: waiting, due, and overdue", "[io][generate][case_log]") {
  const auto files = make_cases(1'000, 1);
  const auto end = end_of_feed(1'000, 1);
  const auto is_known = [end](const CaseEvent& event) { return event.recorded_at <= end; };
  CHECK(std::all_of(files.begin(), files.end(), [&](const CaseFile& file) {
    return std::all_of(file.events.begin(), file.events.end(), is_known);
  }));
  CHECK(count_of_status(files, CaseStatus::referred) + count_of_status(files, CaseStatus::suitable) > 0);
  CHECK(count_of_status(files, CaseStatus::allocated) > 5);
  CHECK(count_of_status(files, CaseStatus::in_contact) > 100);
  CHECK(count_of_status(files, CaseStatus::closed) > 100);

  const auto policy = io::made_up_casework_policy();
  const Calendar calendar{london(), Holidays{.known = Period{Date{2025, 1, 1}, Date{2027, 12, 31}}, .days = {}}};
  const auto today = london().civil(end).day;
  std::map<DutyStatus, int> counts;
  int due_today = 0;
  for (const auto& file : files) {
    for (const auto& duty : duties(file, policy, calendar, end)) {
      ++counts[duty.status];
      if (duty.status == DutyStatus::open && duty.due && london().civil(*duty.due).day == today) ++due_today;
    }
  }
  CHECK(counts[DutyStatus::open] > 20);
  CHECK(counts[DutyStatus::overdue] > 20);
  CHECK(counts[DutyStatus::done_late] > 100);
  CHECK(counts[DutyStatus::done_in_time] > 500);
  CHECK(due_today > 0);
}

TEST_CASE("what made-up cases rest on is said to be assumed", "[io][generate][case_log]") {
  CHECK(io::case_assumptions().size() == 24);
  for (const auto& assumption : io::case_assumptions()) {
    CHECK_FALSE(assumption.what.empty());
    CHECK_FALSE(assumption.is_published);
    CHECK((assumption.per_thousand > 0 && assumption.per_thousand < 1000));
  }
}
