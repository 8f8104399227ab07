#include <earlyhelp/casework/safe_contact.hpp>

#include "support/make_case.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// A case whose victim was spoken with and whose channel is confirmed as `confirmed` in its 20th hour (19:00 on
/// Monday).
CaseLog with_channel(ChannelConfirmed confirmed) {
  auto log = make_case(CaseStatus::in_contact);
  log.add(20, confirmed);
  return log;
}
ChannelConfirmed safe_channel() {
  return {.person = victim, .channel = ChannelId{"mobile"}, .safety = ChannelSafety::safe};
}

/// What speaks against contact with `person` at `hours` from the report: "channel_safe message_agreed".
std::string vetoes(const CaseLog& log, double hours, const PlannedContact& contact,
                   const CaseworkPolicy& policy = make_casework_policy()) {
  const auto state = replay(log.file, policy).state;
  std::string rules;
  for (const auto rule : contact_vetoes(log.file, state, contact, log.event(hours, Reopened{}).occurred_at, policy)) {
    rules += (rules.empty() ? "" : " ") + std::string{to_string(rule)};
  }
  return rules;
}

PlannedContact call(const PersonId& person = victim, const std::string& to = "mobile") {
  return {.person = person, .mode = ContactMode::phone, .channel = ChannelId{to}, .by = worker};
}
PlannedContact text() {
  auto contact = call();
  contact.mode = ContactMode::text;
  return contact;
}
PlannedContact meeting(ContactMode mode, const PersonId& person = victim) {
  return {.person = person, .mode = mode, .by = worker};
}

}  // namespace

TEST_CASE("a channel is used as its person confirmed it, and no longer than the policy says",
          "[casework][safe_contact]") {
  const auto log = with_channel(safe_channel());
  CHECK(vetoes(log, 21, call()).empty());
  CHECK(vetoes(log, 20 + 30 * 24, call()).empty());         // to the end of the thirtieth day
  CHECK(vetoes(log, 20 + 30 * 24 + 0.01, call()).empty());  // then one neutral call
  CHECK(vetoes(log, 20 + 30 * 24 + 0.01, text()) == "channel_confirmed_lately message_agreed");

  auto unsafe = safe_channel();
  unsafe.safety = ChannelSafety::unsafe;
  CHECK(vetoes(with_channel(unsafe), 21, call()) == "channel_safe");
  auto again = with_channel(unsafe);
  again.add(30, safe_channel());
  CHECK(vetoes(again, 31, call()).empty());
}

TEST_CASE("nothing stays behind unless the person agreed", "[casework][safe_contact]") {
  auto voice_mail = call();
  voice_mail.leaves_message = true;
  CHECK(vetoes(with_channel(safe_channel()), 21, text()) == "message_agreed");
  CHECK(vetoes(with_channel(safe_channel()), 21, voice_mail) == "message_agreed");
  auto agreed = safe_channel();
  agreed.may_leave_message = true;
  CHECK(vetoes(with_channel(agreed), 21, text()).empty());
  CHECK(vetoes(with_channel(agreed), 21, voice_mail).empty());
}

TEST_CASE("safe hours are those of the place, to the minute, across midnight too", "[casework][safe_contact]") {
  auto confirmed = safe_channel();
  confirmed.safe_from = 9 * 60;
  confirmed.safe_until = 17 * 60;
  const auto day = with_channel(confirmed);
  CHECK(vetoes(day, 34 - 0.001, call()) == "within_safe_hours");  // 08:59:56 on Tuesday in London
  CHECK(vetoes(day, 34, call()).empty());                         // 09:00
  CHECK(vetoes(day, 42 - 0.001, call()).empty());
  CHECK(vetoes(day, 42, call()) == "within_safe_hours");  // 17:00
  confirmed.safe_from = 22 * 60;
  confirmed.safe_until = 2 * 60;
  const auto night = with_channel(confirmed);
  CHECK(vetoes(night, 34, call()) == "within_safe_hours");
  CHECK(vetoes(night, 47, call()).empty());  // 22:00
  CHECK(vetoes(night, 50.9, call()).empty());
  CHECK(vetoes(night, 51, call()) == "within_safe_hours");  // 02:00
}

TEST_CASE("what nothing is known of takes one live call and no message", "[casework][safe_contact]") {
  auto log = make_case(CaseStatus::allocated);
  CHECK(vetoes(log, 10, call()).empty());
  CHECK(vetoes(log, 10, text()) == "channel_safe message_agreed");
  auto video = call();
  video.mode = ContactMode::video;
  CHECK(vetoes(log, 10, video) == "channel_safe");
  log.add(11, ContactAttempted{.person = victim,
                               .mode = ContactMode::phone,
                               .result = AttemptResult::no_answer,
                               .channel = ChannelId{"mobile"}});
  CHECK(vetoes(log, 12, call()) == "one_call_while_unknown");
  CHECK(vetoes(log, 12, call(victim, "another")).empty());
  log.add(13, safe_channel());
  CHECK(vetoes(log, 14, call()).empty());
}

TEST_CASE("a confirmation that has run out leaves one neutral call, whatever was called before it",
          "[casework][safe_contact]") {
  auto log = make_case(CaseStatus::allocated);
  const auto attempt = [&](double hours) {
    log.add(hours, ContactAttempted{.person = victim,
                                    .mode = ContactMode::phone,
                                    .result = AttemptResult::no_answer,
                                    .channel = ChannelId{"mobile"}});
  };
  attempt(11);
  log.add(12, safe_channel());
  CHECK(vetoes(log, 12 + 31 * 24, call()).empty());
  attempt(12 + 31 * 24);
  CHECK(vetoes(log, 12 + 32 * 24, call()) == "one_call_while_unknown");
}

TEST_CASE("what a perpetrator shares, sees or lives with is not used", "[casework][safe_contact]") {
  auto log = with_channel(safe_channel());
  log.add(21, ChannelShared{.channel = ChannelId{"mobile"}, .with = aunt});
  CHECK(vetoes(log, 22, call()).empty());
  log.add(23, ChannelShared{.channel = ChannelId{"mobile"}, .with = suspect});
  CHECK(vetoes(log, 24, call()) == "channel_not_shared");
  log.add(25, safe_channel());  // it stays shared, whatever is said of it
  CHECK(vetoes(log, 26, call()) == "channel_not_shared");
  log.add(27, ChannelShared{.channel = ChannelId{"unheard-of"}, .with = suspect});
  CHECK(vetoes(log, 28, call(victim, "unheard-of")) == "channel_not_shared");
  log.add(29, ChannelConfirmed{.person = suspect, .channel = ChannelId{"his"}, .safety = ChannelSafety::safe});
  CHECK(vetoes(log, 30, call(victim, "his")) == "channel_of_the_person channel_not_shared");

  CHECK(vetoes(log, 30, meeting(ContactMode::visit)).empty());
  const auto lives = [&](const PersonId& person, boost::optional<Date> until) {
    log.file.residences.push_back(
        {.person = person, .household = HouseholdId{"home"}, .until = until, .recorded_at = reported_at()});
  };
  lives(victim, boost::none);
  lives(suspect, Date{2025, 6, 2});
  CHECK(vetoes(log, 24, meeting(ContactMode::visit)) == "channel_not_shared");  // 23:00 on 2 June, his last day there
  CHECK(vetoes(log, 25, meeting(ContactMode::visit)).empty());
}

TEST_CASE("a channel reaches its person, and a child also by what a victim confirmed", "[casework][safe_contact]") {
  const auto log = with_channel(safe_channel());
  CHECK(vetoes(log, 21, call(child)).empty());
  CHECK(vetoes(log, 21, call(aunt)) == "channel_of_the_person");
  CHECK(vetoes(log, 21, meeting(ContactMode::at_school, child)).empty());
  CHECK(vetoes(log, 21, meeting(ContactMode::outdoor_place)).empty());
  CHECK(vetoes(log, 21, meeting(ContactMode::phone)) == "channel_safe");  // by which one is not said
}

TEST_CASE("nobody speaks with a perpetrator before the victim was spoken with", "[casework][safe_contact]") {
  auto his = call(suspect, "his");
  his.by = other_worker;
  CHECK(vetoes(make_case(CaseStatus::allocated), 21, his) == "victim_safety_first");
  auto log = make_case(CaseStatus::in_contact);
  CHECK(vetoes(log, 21, his).empty());
  log.file.members.push_back(
      {.person = make_adult("second"), .role = FamilyRole::victim, .recorded_at = reported_at()});
  CHECK(vetoes(log, 21, his) == "victim_safety_first");
  his.by = worker;
  CHECK(vetoes(make_case(CaseStatus::in_contact), 21, his) == "separate_practitioners");
}

TEST_CASE("while honour is a concern, nobody but the victim is told", "[casework][safe_contact]") {
  for (const auto answer : {Answer::yes, Answer::unknown}) {
    auto log = with_channel(safe_channel());
    log.add(20.5, make_triaged(
                      [&](Incident& incident) { incident.findings.set(Finding::honour_or_forced_marriage, answer); }));
    auto his = call(suspect, "his");
    his.by = other_worker;
    CHECK(vetoes(log, 21, call()).empty());
    CHECK(vetoes(log, 21, call(child)) == "no_contact_through_family");
    CHECK(vetoes(log, 21, call(aunt, "hers")) == "no_contact_through_family");
    CHECK(vetoes(log, 21, his) == "no_contact_through_family");
  }
}

TEST_CASE("modes that are not permitted on the day are not used", "[casework][safe_contact]") {
  auto policy = make_casework_policy();
  const Source source{.title = "restrictions"};
  policy.modes = {{.from = Date{2025, 6, 3}, .modes = {ContactMode::phone, ContactMode::video}, .source = source},
                  {.from = Date{2025, 6, 5}, .modes = {ContactMode::phone, ContactMode::visit}, .source = source}};
  REQUIRE(check(policy).empty());
  const auto log = make_case(CaseStatus::in_contact);
  const auto visit = meeting(ContactMode::visit);
  CHECK(vetoes(log, 24.9, visit, policy).empty());  // 2 June, 23:54
  CHECK(vetoes(log, 25, visit, policy) == "mode_permitted");
  CHECK(vetoes(log, 72.9, visit, policy) == "mode_permitted");
  CHECK(vetoes(log, 73, visit, policy).empty());
  std::swap(policy.modes.front(), policy.modes.back());
  CHECK(check(policy).size() == 1);
}

TEST_CASE("an event of contact is held against the same vetoes as a plan", "[casework][safe_contact]") {
  const auto log = make_case(CaseStatus::allocated);
  const auto attempted = [](AttemptResult result) {
    return ContactAttempted{
        .person = victim, .mode = ContactMode::phone, .result = result, .channel = ChannelId{"mobile"}};
  };
  CHECK(log.broken(10, attempted(AttemptResult::no_answer)).empty());
  CHECK(log.broken(10, attempted(AttemptResult::message_left)) == "message_agreed");
  CHECK(log.broken(10, ContactMade{.person = suspect, .mode = ContactMode::outdoor_place}, other_worker) ==
        "victim_safety_first");
  CHECK(log.broken(10, ContactMade{.person = victim, .mode = ContactMode::outdoor_place}, other_worker) ==
        "separate_practitioners");
}
