#include "made_up_help.hpp"

#include "case_shares.hpp"

#include <array>
#include <utility>

namespace earlyhelp::io {
namespace {

/// Safe hours, in minutes after midnight.
struct SafeHours {
  int from;
  int until;
};
constexpr SafeHours office_hours{.from = 9 * 60, .until = 17 * 60};
constexpr std::array safe_hours{
    SafeHours{.from = 0, .until = minutes_a_day}, SafeHours{.from = 0, .until = minutes_a_day},
    SafeHours{.from = 9 * 60, .until = 15 * 60}, SafeHours{.from = 10 * 60, .until = 20 * 60}};

/// One family's help, step by step.
class Help {
 public:
  Help(const HelpedFamily& family, const TimeZone& zone, Chance& chance, CasePlan& plan)
      : family_{family}, zone_{zone}, chance_{chance}, plan_{plan}, channel_{family.name + "-phone"} {}

  void allocate(Instant start) {
    add(start, Allocated{.worker = family_.worker, .person = family_.victim});
    for (const auto& child : family_.children) {
      if (chance_.out_of_thousand(300)) add(after(start, 1), Allocated{.worker = family_.worker, .person = child});
    }
  }

  /// What the victim says to the officer, or nothing.
  void confirm_channel(Instant at) {
    hours_ = chance_.one_of(safe_hours);
    may_leave_message_ = happens(CaseShare::message_agreed, chance_);
    is_confirmed_ = happens(CaseShare::channel_confirmed, chance_);
    is_safe_ = !happens(CaseShare::channel_unsafe, chance_);
    if (is_confirmed_) add(at, confirmation(is_safe_ ? ChannelSafety::safe : ChannelSafety::unsafe), "officer");
    if (family_.suspect && happens(CaseShare::channel_shared, chance_)) {
      is_safe_ = false;
      add(after(at, 1), ChannelShared{.channel = channel_, .with = *family_.suspect}, "officer");
    }
  }

  /// Attempts until somebody answers. None: nobody ever does.
  boost::optional<Instant> reach(Instant start) {
    auto at = next_call(after(start, chance_.between(30, 2 * minutes_an_hour)));
    const bool is_reached = !happens(CaseShare::never_reached, chance_);
    int attempts = is_reached ? 0 : chance_.between(3, 5);
    while (is_reached && attempts < 3 && happens(CaseShare::attempt_fails, chance_)) ++attempts;
    for (int i = 0; i < attempts; ++i) {
      add(at, ContactAttempted{.person = family_.victim, .mode = mode(i), .result = result(), .channel = way(i)});
      at = next_call(after(at, is_reached ? chance_.between(2, 10) * minutes_an_hour : minutes_a_day));
    }
    if (!is_reached) {
      add(after(at, 7 * minutes_a_day),
          Closed{.reason = is_safe_ ? ClosingReason::not_reached : ClosingReason::no_safe_channel});
      return {};
    }
    add(at, ContactMade{.person = family_.victim, .mode = mode(attempts), .channel = way(attempts)});
    if (!is_safe_) channel_ = ChannelId{family_.name + "-other-phone"};
    is_safe_ = true;
    add(after(at, 5), confirmation(ChannelSafety::safe));
    return at;
  }

  void work(Instant contact) {
    if (!consents(family_.victim, after(contact, 15))) {
      add(after(contact, 20), Intervention{.person = family_.victim, .kind = InterventionKind::advice});
      add(after(contact, 3 * minutes_a_day), Closed{.reason = ClosingReason::declined});
      return;
    }
    find_needs(contact);
    const auto sessions = chance_.between(2, 9);
    auto at = contact;
    for (int i = 0; i < sessions; ++i) {
      at = next_call(after(at, chance_.between(5, 9) * minutes_a_day));
      meet(at);
      if (i == 0) measure(at, chance_.between(12, 35));
    }
    measure(after(at, 30), chance_.between(2, 25));
    look_after_children(contact, at);
    if (family_.suspect && happens(CaseShare::perpetrator_worked_with, chance_)) work_with_suspect(contact);
    end(after(at, chance_.between(2, 10) * minutes_a_day));
  }

 private:
  void add(Instant at, CaseEventBody body, const std::string& by) {
    plan_.add({.at = at, .by = WorkerId{by}, .body = std::move(body)});
  }
  void add(Instant at, CaseEventBody body) { add(at, std::move(body), family_.worker.value()); }

  Instant next_call(Instant at) {
    const auto from = std::max(hours_.from, office_hours.from);
    return in_hours(at, from, std::min(hours_.until, office_hours.until), zone_, chance_);
  }
  /// A channel that nobody confirmed is good for one call.
  bool is_by_phone(int attempt) const { return is_safe_ && (is_confirmed_ || attempt == 0); }
  ContactMode mode(int attempt) {
    return is_by_phone(attempt) ? ContactMode::phone
                                : chance_.one_of(std::array{ContactMode::outdoor_place, ContactMode::at_school});
  }
  boost::optional<ChannelId> way(int attempt) const {
    return is_by_phone(attempt) ? boost::make_optional(channel_) : boost::none;
  }
  AttemptResult result() {
    if (is_confirmed_ && may_leave_message_ && chance_.out_of_thousand(300)) return AttemptResult::message_left;
    return chance_.one_of(std::array{AttemptResult::no_answer, AttemptResult::no_answer, AttemptResult::no_answer,
                                     AttemptResult::answered_by_another, AttemptResult::not_safe_to_talk});
  }
  ChannelConfirmed confirmation(ChannelSafety safety) const {
    return {.person = family_.victim,
            .channel = channel_,
            .safety = safety,
            .may_leave_message = may_leave_message_,
            .safe_from = static_cast<std::uint16_t>(hours_.from),
            .safe_until = static_cast<std::uint16_t>(hours_.until)};
  }

  bool consents(const PersonId& person, Instant at) {
    const bool is_given = happens(CaseShare::consents, chance_);
    add(at, ConsentStated{.person = person, .consent = is_given ? Consent::given : Consent::refused});
    if (is_given && happens(CaseShare::withdraws_consent, chance_)) {
      const auto then = after(at, chance_.between(4, 30) * minutes_a_day);
      add(then, ConsentStated{.person = person, .consent = Consent::withdrawn});
    }
    return is_given;
  }
  void find_needs(Instant contact) {
    for (int i = chance_.between(1, 3); i > 0; --i) {
      const auto at = after(contact, 20 + i);
      PlannedStep need{.at = at,
                       .by = family_.worker,
                       .body = NeedIdentified{.person = family_.victim, .need = chance_.one_of(values_of<Need>)}};
      if (happens(CaseShare::mistaken, chance_)) need.withdrawn_at = after(at, minutes_a_day);
      plan_.add(std::move(need));
    }
    add(after(contact, 30), Intervention{.person = family_.victim, .kind = InterventionKind::advice});
    if (happens(CaseShare::reason_found, chance_)) {
      const auto at = after(contact, chance_.between(1, 15) * minutes_a_day);
      add(at, ReasonFound{.reason = chance_.one_of(values_of<UnderlyingReason>)});
    }
    constexpr std::array services{Service::victim_services, Service::idva, Service::specialist_service,
                                  Service::mental_health, Service::early_help_assessment};
    if (chance_.out_of_thousand(500)) refer_on(after(contact, 60), family_.victim, chance_.one_of(services));
  }
  void refer_on(Instant at, const PersonId& person, Service service) {
    ReferredOn step{.referral = OnwardReferralId{family_.referrals + "-" + std::to_string(++referrals_)},
                    .person = person,
                    .service = service,
                    .state = OnwardState::made};
    const bool is_taken = chance_.out_of_thousand(800);
    const auto last = chance_.out_of_thousand(700) ? OnwardState::completed : OnwardState::ended_early;
    add(at, step);
    const auto states =
        is_taken ? std::vector{OnwardState::accepted, OnwardState::engaged, last} : std::vector{OnwardState::refused};
    for (const auto state : states) {
      at = after(at, chance_.between(3, 20) * minutes_a_day);
      step.state = state;
      add(at, step);
    }
  }
  void meet(Instant at) {
    const bool is_by_phone = chance_.out_of_thousand(400);
    add(at, ContactMade{.person = family_.victim,
                        .mode = is_by_phone ? ContactMode::phone : ContactMode::outdoor_place,
                        .channel = is_by_phone ? boost::make_optional(channel_) : boost::none});
    add(after(at, 2), confirmation(ChannelSafety::safe));
    const auto kind = chance_.one_of(values_of<InterventionKind>);
    add(after(at, 10), Intervention{.person = family_.victim, .kind = kind});
  }
  void measure(Instant at, int score) {
    add(after(at, 20),
        OutcomeMetric{
            .person = family_.victim, .instrument = "core-10", .version = 1, .score = static_cast<double>(score)});
  }
  void look_after_children(Instant first, Instant last) {
    for (const auto& child : family_.children) {
      if (happens(CaseShare::adverse_experience, chance_)) {
        add(after(first, 2 * minutes_a_day),
            AdverseExperienceObserved{.child = child, .experience = chance_.one_of(values_of<AdverseExperience>)});
      }
      for (const auto at : {after(first, minutes_a_day), after(last, minutes_a_day)}) {
        const auto day = zone_.civil(at).day;
        constexpr int sessions = 40;
        add(at, AttendanceRecorded{.child = child,
                                   .days = Period{day - Days{28}, day - Days{1}},
                                   .possible = sessions,
                                   .attended = chance_.between(sessions / 2, sessions)});
      }
    }
  }
  void work_with_suspect(Instant contact) {
    const auto by = family_.other_worker.value();
    auto at = after(contact, chance_.between(1, 5) * minutes_a_day);
    add(at, Allocated{.worker = family_.other_worker, .person = *family_.suspect}, by);
    at = in_hours(after(at, 90), office_hours.from, office_hours.until, zone_, chance_);
    add(at,
        ContactMade{.person = *family_.suspect,
                    .mode = ContactMode::phone,
                    .channel = ChannelId{family_.name + "-suspect-phone"}},
        by);
    add(after(at, 10), ConsentStated{.person = *family_.suspect, .consent = Consent::given}, by);
    add(after(at, 20), Intervention{.person = *family_.suspect, .kind = InterventionKind::direct_work}, by);
    refer_on(after(at, 40), *family_.suspect, Service::perpetrator_programme);
  }
  void end(Instant at) {
    if (happens(CaseShare::asked_for_feedback, chance_)) {
      add(after(at, -minutes_a_day), FeedbackAsked{.person = family_.victim});
      if (happens(CaseShare::answers_feedback, chance_)) {
        FeedbackAnswered answer{.person = family_.victim, .is_satisfied = chance_.out_of_thousand(900)};
        if (chance_.out_of_thousand(800)) answer.is_in_better_place = chance_.out_of_thousand(750);
        add(after(at, chance_.between(1, 14) * minutes_a_day), answer);
      }
    }
    constexpr std::array others{ClosingReason::advice_only, ClosingReason::referred_on, ClosingReason::moved_away};
    const auto reason = chance_.out_of_thousand(600) ? ClosingReason::no_more_needed : chance_.one_of(others);
    add(at, Closed{.reason = reason});
    // What was forgotten before can be closed over later, when it was done.
    add(after(at, 10 * minutes_a_day), Closed{.reason = reason});
  }

  const HelpedFamily& family_;
  const TimeZone& zone_;
  Chance& chance_;
  CasePlan& plan_;
  ChannelId channel_;
  SafeHours hours_ = office_hours;
  bool may_leave_message_ = false;
  bool is_confirmed_ = false;
  bool is_safe_ = true;
  int referrals_ = 0;
};

}  // namespace

boost::optional<Instant> plan_help(const HelpedFamily& family, Instant reported_at, Instant start, const TimeZone& zone,
                                   Chance& chance, CasePlan& plan) {
  Help help{family, zone, chance, plan};
  help.allocate(start);
  help.confirm_channel(after(reported_at, 25));
  auto contact = help.reach(start);
  if (contact) help.work(*contact);
  return contact;
}

}  // namespace earlyhelp::io
