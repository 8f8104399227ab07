#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/report/worklist.hpp>

#include <malloc.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <cstddef>
#include <iostream>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr int cases = 150'000;  // ten years of one county
constexpr int days = 3650;
constexpr int days_open = 28;  // the cases of the last days are still worked with

double seconds_of(const auto& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double allocated_megabytes() {
  const auto now = ::mallinfo2();
  return static_cast<double>(now.uordblks + now.hblkhd) / 1e6;
}

/// Makes cases evenly over the years: referred, decided, allocated, reached and, but for those of the last weeks,
/// closed. Of the last ones some wait for a practitioner, for contact or for a channel.
class CaseMaker {
 public:
  CaseMaker(const Policy& policy, const Calendar& calendar) : policy_{policy}, calendar_{calendar} {}

  CaseFile next() {
    const auto number = std::to_string(++number_);
    const auto minute = static_cast<std::int64_t>(number_) * days * 24 * 60 / cases;
    reported_ = Instant{Date{2016, 1, 1}, boost::posix_time::minutes{minute}};
    at_ = 0;
    const PersonId victim{"v" + number};
    const PersonId suspect{"s" + number};
    const WorkerId worker{"w" + std::to_string(below(12))};
    const ChannelId channel{"t" + number};
    CaseFile file{.id = CaseId{"case" + number}};
    const auto add_member = [&](const PersonId& id, FamilyRole role) {
      file.members.push_back({.person = {.id = id}, .role = role, .recorded_at = reported_});
    };
    add_member(victim, FamilyRole::victim);
    add_member(suspect, FamilyRole::perpetrator);
    const bool is_open = minute > std::int64_t{days - days_open} * 24 * 60;
    const auto stops = [&](int one_in) { return is_open && below(one_in) == 0; };
    add(file, triaged("i" + number, victim, suspect));
    add(file, Referred{.source = ReferralSource::police, .incident = IncidentId{"i" + number}});
    if (stops(10)) return file;
    add(file, DailyReviewed{.grade = RiskGrade::standard, .contact_by = worker});
    add(file, SuitabilityDecided{.is_suitable = true});
    if (stops(10)) return file;
    add(file, Allocated{.worker = worker, .person = victim});
    if (stops(5)) return file;
    add(file, ContactAttempted{.person = victim, .mode = ContactMode::visit, .result = AttemptResult::no_answer});
    add(file, ContactMade{.person = victim, .mode = ContactMode::phone, .channel = channel});
    add(file, ChannelConfirmed{.person = victim, .channel = channel, .safety = ChannelSafety::safe});
    add(file, ConsentStated{.person = victim, .consent = Consent::given});
    add(file, NeedIdentified{.person = victim, .need = Need::parenting});
    add(file, Intervention{.person = victim, .kind = InterventionKind::direct_work});
    add(file, Intervention{.person = victim, .kind = InterventionKind::advice});
    add(file, FeedbackAsked{.person = victim});
    if (!is_open) add(file, Closed{.reason = ClosingReason::no_more_needed});
    return file;
  }
  std::vector<IncidentForReview>& incidents() { return incidents_; }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  void add(CaseFile& file, CaseEventBody body) {
    const auto then = add_hours(reported_, at_ += 1 + below(4));
    file.events.push_back({.id = CaseEventId{"e" + std::to_string(++event_)},
                           .occurred_at = then,
                           .recorded_at = then,
                           .recorded_by = WorkerId{"w" + std::to_string(below(12))},
                           .body = std::move(body)});
  }

  Triaged triaged(const std::string& id, const PersonId& victim, const PersonId& suspect) {
    const WrittenInstant written{.instant = reported_, .day = reported_.utc().date()};
    Incident incident{.id = IncidentId{id},
                      .occurred_at = written,
                      .recorded_at = written,
                      .victims = {{.id = victim}},
                      .suspects = {{.id = suspect}},
                      .officer_grade = RiskGrade::standard};
    incident.findings = Findings::all(Answer::no);
    if (below(5) == 0) incident.findings.set(Finding::coercive_control, Answer::yes);
    const auto decided = triage(incident, History{}, policy_);
    const auto due = due_times(decided.decision, clock_starts(incident), policy_, calendar_);
    incidents_.push_back(for_review(incident, decided, due, policy_));
    return Triaged{case_decision(incident, decided, policy_)};
  }

  const Policy& policy_;
  const Calendar& calendar_;
  std::mt19937 random_{7};
  Instant reported_ = Instant{Date{2016, 1, 1}, Duration{}};
  int at_ = 0;
  int number_ = 0;
  int event_ = 0;
  std::vector<IncidentForReview> incidents_;
};

}  // namespace

TEST_CASE("ten years of one county: the day's list beside the replay alone", "[report]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const CaseworkPolicy casework{.zone = london()};
  const Calendar calendar{london(), Holidays{.known = Period{Date{2015, 1, 1}, Date{2027, 12, 31}}, .days = {}}};
  CaseMaker maker{policy, calendar};
  const auto before_cases = allocated_megabytes();
  std::vector<CaseFile> files;
  files.reserve(cases);
  for (int i = 0; i < cases; ++i) files.push_back(maker.next());
  const auto for_cases = allocated_megabytes() - before_cases;
  const auto now = Instant{Date{2016, 1, 1} + Days{days}, boost::posix_time::hours{8}};
  const WorklistInput input{.cases = files, .incidents = maker.incidents(), .last_review = add_hours(now, -23)};
  std::cout << cases << " case files, " << for_cases << " MB with " << maker.incidents().size() << " incidents\n";
  for (int run = 0; run < 3; ++run) {
    std::size_t records = 0;
    const auto replayed = seconds_of([&] {
      for (const auto& file : files) {
        records += replay(file, casework).state.people.size();
        records += duties(file, casework, calendar, now).size();
      }
    });
    CHECK(records > 0);
    const auto before = allocated_megabytes();
    Worklist list{.now = now, .last_review = now, .cases = 0};
    const auto listed = seconds_of([&] { list = worklist(input, casework, calendar, now); });
    CHECK(list.cases == files.size());
    std::size_t on_lists = 0;
    for (const auto& practitioner : list.practitioners) on_lists += practitioner.cases.size();
    std::cout << "replay and duties " << replayed << " s, day's list " << listed << " s (" << listed / replayed
              << " times), " << allocated_megabytes() - before << " MB for the list; review "
              << list.daily_review.size() << ", overdue " << list.overdue.size() << ", today " << list.due_today.size()
              << ", later " << list.later.size() << ", waiting " << list.waiting.size() << ", retention "
              << list.retention.size() << ", violations " << list.violations.size() << ", practitioners "
              << list.practitioners.size() << " with " << on_lists << " cases\n";
  }
}
