#include <earlyhelp/indicators/feedback_indicators.hpp>

#include "indicators/asked.hpp"
#include "indicators/questions.hpp"

#include <earlyhelp/indicators/measurement.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr int days_to_answer = 28;

bool is_asked(const PersonRecord& person) noexcept { return person.asked_feedback.has_value(); }

/// Whether anybody of the family was asked so short a time ago that the days to answer are not over, answered or not.
bool is_awaited(const Subject& subject, int days) {
  return any_person(subject, [&](const PersonRecord& person) {
    if (!person.asked_feedback) return false;
    return subject.all.cut_off_day() <= subject.all.day_of(*person.asked_feedback) + Days{days};
  });
}

/// The last answer of a person who was asked, of those in the days that everybody has for it. None: they gave none.
boost::optional<const FeedbackAnswered&> answer_of(const PersonRecord& person, const CaseRegister& all, int days) {
  if (!person.asked_feedback) return {};
  const auto last = all.day_of(*person.asked_feedback) + Days{days};
  boost::optional<const FeedbackAnswered&> answer;
  for (const auto& given : person.feedback) {
    if (*person.asked_feedback <= given.at && all.day_of(given.at) <= last) answer = given.answer;
  }
  return answer;
}

bool is_for_the_service_and_reached(const Subject& subject) {
  return any_case(subject, is_for_the_service) && any_case(subject, is_reached);
}

/// Nobody is asked about while a case of theirs is open, so that each of the four is part of the one before.
constexpr Question reached_and_closed = {
    .asks = "Are all cases closed, is any of them for the service, and was anybody but a perpetrator spoken with?",
    .of = [](const Subject& subject) { return when_closed(subject, is_for_the_service_and_reached(subject)); }};

constexpr Question asked = {.asks =
                                "Are all closed, is any for the service, was the family reached, and was anybody asked "
                                "what the help was worth?",
                            .of = [](const Subject& subject) {
                              const bool is_asked_too =
                                  is_for_the_service_and_reached(subject) && any_person(subject, is_asked);
                              return when_closed(subject, is_asked_too);
                            }};

/// The reply once everybody of the family has had the window to answer; until then it is not yet known, of all alike.
Reply when_waited(const Subject& subject, Reply reply) {
  return is_awaited(subject, window_of(subject)) ? Reply::not_yet : reply;
}

Reply is_answered(const Subject& subject) {
  const auto says_anything = [&](const PersonRecord& person) {
    const auto answer = answer_of(person, subject.all, window_of(subject));
    return answer && (answer->is_satisfied || answer->is_in_better_place);
  };
  return when_waited(subject, reply(any_person(subject, says_anything)));
}

/// Yes when all who answered that question say so; lost when nobody did.
template <boost::optional<bool> FeedbackAnswered::*said>
Reply what_all_say(const Subject& subject, int days) {
  const auto says = [&](bool wanted) {
    return [&, wanted](const PersonRecord& person) {
      const auto answer = answer_of(person, subject.all, days);
      return answer && (*answer).*said == boost::optional<bool>{wanted};
    };
  };
  if (any_person(subject, says(false))) return Reply::no;
  return any_person(subject, says(true)) ? Reply::yes : Reply::lost;
}

template <boost::optional<bool> FeedbackAnswered::*said>
Reply all_say(const Subject& subject) {
  return when_waited(subject, what_all_say<said>(subject, window_of(subject)));
}

bool is_closed_as_unsafe(const CaseRecord& record) noexcept {
  return record.closed_for == ClosingReason::no_safe_channel;
}

constexpr Indicator of_asked(Text<47> id, Text<119> title, Question numerator, Source source) {
  return {.id = id,
          .version = 1,
          .title = title,
          .unit = CountedUnit::family,
          .index = IndexDate::referred,
          .denominator = asked,
          .numerator = numerator,
          .direction = Improvement::increase,
          .window_days = days_to_answer,
          .source = source};
}

}  // namespace

constexpr Indicator feedback_asked = {
    .id = "feedback_asked",
    .version = 1,
    .title = "Families reached who were asked what the help was worth",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = reached_and_closed,
    .numerator = {.asks = "Was anybody of the family asked what the help was worth?",
                  .of = [](const Subject& subject) { return reply(any_person(subject, is_asked)); }},
    .denominator_exception = {.asks = "Was a case closed because there was no safe way of contact?",
                              .of =
                                  [](const Subject& subject) { return reply(any_case(subject, is_closed_as_unsafe)); }},
    .direction = Improvement::increase,
    .source = own};

constexpr Indicator feedback_answered =
    of_asked("feedback_answered", "Families asked who answered",
             {.asks = "Did anybody who was asked answer anything in the window from then on?", .of = is_answered}, own);

constexpr Indicator feedback_satisfied =
    of_asked("feedback_satisfied", "Families who answered and were satisfied",
             {.asks = "Were all satisfied who answered in the window? A family without an answer is lost, not unhappy.",
              .of = all_say<&FeedbackAnswered::is_satisfied>},
             annual_report);

constexpr Indicator feedback_better_place =
    of_asked("feedback_better_place", "Families who answered and were in a better place",
             {.asks = "Were all in a better place who answered in the window? A family without an answer is lost.",
              .of = all_say<&FeedbackAnswered::is_in_better_place>},
             annual_report);

FeedbackChain feedback_chain(const CaseRegister& all, const Period& period) {
  FeedbackChain chain{.supported = 0, .asked = 0, .answered = 0, .positive = 0};
  for_each_asked(feedback_asked, all, period, [&](const Subject& subject, Member member) {
    const bool was_asked = member.standing == Standing::numerator;
    if (member.standing == Standing::pending || (was_asked && is_awaited(subject, days_to_answer))) {
      ++chain.pending;
      return;
    }
    if (!was_asked && member.standing != Standing::denominator_only) return;
    const auto said = was_asked ? what_all_say<&FeedbackAnswered::is_satisfied>(subject, days_to_answer) : Reply::lost;
    ++chain.supported;
    chain.asked += was_asked ? 1 : 0;
    chain.answered += said == Reply::lost ? 0 : 1;
    chain.positive += said == Reply::yes ? 1 : 0;
  });
  return chain;
}

}  // namespace earlyhelp
