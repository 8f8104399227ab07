#include <earlyhelp/calendar/calendar.hpp>
#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/casework/replay.hpp>
#include <earlyhelp/policy/default_policy.hpp>

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

constexpr std::size_t cases = 150'000;  // ten years of one county

std::size_t allocated_bytes() {
  const auto now = ::mallinfo2();
  return now.uordblks + now.hblkhd;
}

/// Makes the usual case: referred, decided, allocated, reached after an attempt or two, helped and closed.
class CaseMaker {
 public:
  explicit CaseMaker(const Policy& policy) : policy_{policy} {}

  CaseFile next() {
    const auto number = std::to_string(++number_);
    const auto reported = Instant{Date{2026, 1, 5}, boost::posix_time::minutes{below(525'600)}};
    const PersonId victim{"v" + number};
    const PersonId suspect{"s" + number};
    const PersonId child{"c" + number};
    CaseFile file{.id = CaseId{"case" + number}};
    const auto add_member = [&](const PersonId& id, Date born, FamilyRole role) {
      file.members.push_back({.person = {.id = id, .born = born}, .role = role, .recorded_at = reported});
    };
    add_member(victim, Date{1990, 3, 1}, FamilyRole::victim);
    add_member(suspect, Date{1988, 3, 1}, FamilyRole::perpetrator);
    add_member(child, Date{2016, 3, 1}, FamilyRole::child);
    int at = 0;
    const auto add = [&](CaseEventBody body) {
      const auto then = add_hours(reported, at += 1 + below(5));
      file.events.push_back({.id = CaseEventId{"e" + std::to_string(++event_)},
                             .occurred_at = then,
                             .recorded_at = then,
                             .recorded_by = WorkerId{"w" + std::to_string(below(8))},
                             .body = std::move(body)});
    };
    const WorkerId worker{"w" + std::to_string(below(4))};
    const ChannelId channel{"t" + number};
    add(triaged("i" + number, reported, victim, suspect));
    add(Referred{.source = ReferralSource::police, .incident = IncidentId{"i" + number}});
    add(DailyReviewed{.grade = RiskGrade::standard, .contact_by = worker});
    add(SuitabilityDecided{.is_suitable = true});
    add(Allocated{.worker = worker, .person = victim});
    for (int i = below(3); i > 0; --i) {
      add(ContactAttempted{.person = victim, .mode = ContactMode::visit, .result = AttemptResult::no_answer});
    }
    add(ContactMade{.person = victim, .mode = ContactMode::phone, .channel = channel});
    add(ChannelConfirmed{.person = victim, .channel = channel, .safety = ChannelSafety::safe});
    add(ConsentStated{.person = victim, .consent = Consent::given});
    add(NeedIdentified{.person = victim, .need = Need::parenting});
    add(Intervention{.person = victim, .kind = InterventionKind::advice});
    add(ChildSupportOffered{.child = child});
    add(Closed{.reason = ClosingReason::no_more_needed});
    file.events.shrink_to_fit();
    return file;
  }

 private:
  int below(int end) { return static_cast<int>(random_() % static_cast<unsigned>(end)); }

  Triaged triaged(const std::string& id, Instant reported, const PersonId& victim, const PersonId& suspect) {
    const WrittenInstant written{.instant = reported, .day = reported.utc().date()};
    Incident incident{.id = IncidentId{id},
                      .occurred_at = written,
                      .recorded_at = written,
                      .victims = {{.id = victim, .born = Date{1990, 3, 1}}},
                      .suspects = {{.id = suspect, .born = Date{1988, 3, 1}}},
                      .officer_grade = RiskGrade::standard};
    incident.findings = Findings::all(Answer::no);
    if (below(5) == 0) incident.findings.set(Finding::coercive_control, Answer::yes);
    return Triaged{case_decision(incident, triage(incident, History{}, policy_), policy_)};
  }

  const Policy& policy_;
  std::mt19937 random_{7};
  int number_ = 0;
  int event_ = 0;
};

}  // namespace

TEST_CASE("ten years of one county: replayed, and their duties listed", "[casework]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const CaseworkPolicy casework{.zone = london()};
  const Calendar calendar{london(), Holidays{.known = Period{Date{2026, 1, 1}, Date{2027, 12, 31}}, .days = {}}};
  const auto before = allocated_bytes();
  CaseMaker maker{policy};
  std::vector<CaseFile> files;
  files.reserve(cases);
  std::size_t events = 0;
  for (std::size_t i = 0; i < cases; ++i) events += files.emplace_back(maker.next()).events.size();
  const auto bytes = allocated_bytes() - before;
  const auto now = Instant{Date{2027, 6, 1}, Duration{}};
  std::size_t violations = 0;
  std::size_t records = 0;
  const auto start = std::chrono::steady_clock::now();
  for (const auto& file : files) {
    violations += replay(file, casework).violations.size();
    records += duties(file, casework, calendar, now).size();
  }
  const auto seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  CHECK(violations == 0);
  CHECK(records > cases);
  std::cout << cases << " case files of " << events / cases << " events: " << seconds << " s, "
            << static_cast<double>(bytes) / 1e6 << " MB; " << records << " duties\n";
}
