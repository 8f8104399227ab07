#pragma once

#include "support/make_case.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <initializer_list>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp::test {

/// Case files of any events in any order, most of which break some rule, the same ones from the same seed on every
/// machine: of few people, channels, workers and incidents, so that what happens has to do with each other.
class RandomCase {
 public:
  explicit RandomCase(std::uint64_t seed) : random_{seed} {}

  CaseFile next(std::size_t events) {
    auto file = CaseLog{}.file;
    while (below(3) == 0) {
      file.residences.push_back({.person = person(),
                                 .household = HouseholdId{"home-" + std::to_string(below(2))},
                                 .until = below(2) == 0 ? boost::none : boost::make_optional(Date{2025, 6, 20}),
                                 .recorded_at = at(below(300))});
    }
    for (std::size_t i = 0; i < events; ++i) file.events.push_back(event(i));
    return file;
  }
  CaseEvent event(std::size_t i) {
    const auto occurred = below(6) == 0 ? -1 : below(300);
    return {.id = CaseEventId{"e" + std::to_string(1000 + i)},
            .occurred_at = at(occurred),
            .recorded_at = at(occurred + (below(4) == 0 ? below(200) : 0)),
            .recorded_by = any_worker(),
            .body = body()};
  }
  std::uint64_t draw() { return random_(); }
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  /// So many times four hours after the report.
  static Instant at(int quarters) { return add_hours(reported_at(), 4 * quarters); }

 private:
  template <class Value>
  Value one_of(std::initializer_list<Value> values) {
    return values.begin()[random_() % values.size()];
  }
  template <class Enum>
  Enum any() {
    return values_of<Enum>[random_() % count_of<Enum>];
  }
  PersonId person() { return one_of({victim, victim, suspect, child, aunt, PersonId{"stranger"}}); }
  WorkerId any_worker() { return one_of({worker, worker, other_worker, manager}); }
  ChannelId any_channel() { return one_of({ChannelId{"a"}, ChannelId{"b"}}); }
  boost::optional<ChannelId> maybe_channel() {
    return below(3) == 0 ? boost::none : boost::make_optional(any_channel());
  }
  const Triaged& decision() {
    static const std::array decisions{
        make_triaged(), make_triaged([](Incident& incident) {
          incident.id = IncidentId{"i-2"};
          incident.findings = Findings::all(Answer::yes);
        }),
        make_triaged([](Incident& incident) { incident.findings.set(Finding::stalking, Answer::yes); })};
    return decisions[random_() % decisions.size()];
  }

  CaseEventBody body() {
    switch (below(24)) {
      case 0:
      case 1:
        return Referred{.source = any<ReferralSource>()};
      case 2:
      case 3:
        return decision();
      case 4:
        return SuitabilityDecided{.is_suitable = below(4) != 0};
      case 5:
      case 6:
        return Allocated{.worker = any_worker(), .person = person()};
      case 7:
        return AllocationEnded{.worker = any_worker(), .person = person()};
      case 8:
        return SeparationWaived{.worker = any_worker(), .manager = manager, .reason = reason};
      case 9:
      case 10:
        return ChannelConfirmed{.person = person(),
                                .channel = any_channel(),
                                .safety = one_of({ChannelSafety::safe, ChannelSafety::safe, ChannelSafety::unsafe}),
                                .may_leave_message = below(2) == 0,
                                .safe_from = one_of<std::uint16_t>({0, 480}),
                                .safe_until = one_of<std::uint16_t>({1440, 1200})};
      case 11:
        return ChannelShared{.channel = any_channel(), .with = person()};
      case 12:
        return MustNotReceive{.recipient = person(), .reason = reason};
      case 13:
      case 14:
      case 15:
        return ContactAttempted{
            .person = person(), .mode = any<ContactMode>(), .result = any<AttemptResult>(), .channel = maybe_channel()};
      case 16:
      case 17:
      case 18:
        return ContactMade{.person = person(), .mode = any<ContactMode>(), .channel = maybe_channel()};
      case 19:
        return ConsentStated{.person = person(), .consent = any<Consent>()};
      case 20:
        return one_of<CaseEventBody>({Intervention{.person = person(), .kind = any<InterventionKind>()},
                                      NeedIdentified{.person = person(), .need = any<Need>()},
                                      ReferredOn{.referral = OnwardReferralId{"r"},
                                                 .person = person(),
                                                 .service = any<Service>(),
                                                 .state = any<OnwardState>()}});
      case 21:
        return one_of<CaseEventBody>({IncidentDisclosed{.incident = IncidentId{"i-2"}, .by = person()},
                                      CrimeRecorded{.incident = IncidentId{"i-2"}},
                                      Notified{.notice = any<Notice>(), .child = person(), .recipient = person()},
                                      DutyWaived{.duty = any<Duty>(), .by = manager, .reason = reason}});
      case 22:
        return one_of<CaseEventBody>({Closed{.reason = any<ClosingReason>()}, Reopened{},
                                      DailyReviewed{.grade = any<RiskGrade>(), .contact_by = any_worker()}});
      default:
        return Withdrawn{.event = CaseEventId{"e" + std::to_string(1000 + below(12))}, .reason = reason};
    }
  }

  std::mt19937_64 random_;
};

}  // namespace earlyhelp::test
