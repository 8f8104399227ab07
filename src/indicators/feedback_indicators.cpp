#include <earlyhelp/indicators/feedback_indicators.hpp>

#include "indicators/asked.hpp"
#include "indicators/questions.hpp"

#include <earlyhelp/indicators/measurement.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr int days_to_answer = 28;

bool is_asked(const PersonRecord& person) noexcept { return person.asked_feedback.has_value(); }

bool says_anything(const PersonRecord& person) noexcept {
  return person.feedback && (person.feedback->is_satisfied || person.feedback->is_in_better_place);
}

/// Whether somebody was asked so short a time ago that the days to answer are not over, answered or not.
bool is_awaited(const Subject& subject, int days) {
  return any_person(subject, [&](const PersonRecord& person) {
    if (!person.asked_feedback) return false;
    return subject.all.cut_off_day() <= subject.all.day_of(*person.asked_feedback) + Days{days};
  });
}

constexpr Question asked = {.asks = "Was anybody of the family spoken with, and anybody asked what the help was worth?",
                            .of = [](const Subject& subject) {
                              return reply(any_case(subject, is_spoken_with) && any_person(subject, is_asked));
                            }};

/// The reply once everybody of the family has had the window to answer; until then it is not yet known, of all alike.
Reply when_waited(const Subject& subject, Reply reply) {
  return is_awaited(subject, window_of(subject)) ? Reply::not_yet : reply;
}

Reply is_answered(const Subject& subject) { return when_waited(subject, reply(any_person(subject, says_anything))); }

/// Yes when all who answered that question say so; lost when nobody did.
template <boost::optional<bool> FeedbackAnswered::*said>
Reply what_all_say(const Subject& subject) {
  const auto says = [](bool wanted) {
    return [=](const PersonRecord& person) {
      return person.feedback && (*person.feedback).*said == boost::optional<bool>{wanted};
    };
  };
  if (any_person(subject, says(false))) return Reply::no;
  return any_person(subject, says(true)) ? Reply::yes : Reply::lost;
}

template <boost::optional<bool> FeedbackAnswered::*said>
Reply all_say(const Subject& subject) {
  return when_waited(subject, what_all_say<said>(subject));
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

constexpr Source own = {.title = "library default"};

}  // namespace

constexpr Indicator feedback_asked = {
    .id = "feedback_asked",
    .version = 1,
    .title = "Families reached who were asked what the help was worth",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = {.asks = "Was anybody of the family spoken with, and is the case closed?",
                    .of =
                        [](const Subject& subject) { return when_closed(subject, any_case(subject, is_spoken_with)); }},
    .numerator = {.asks = "Was anybody of the family asked what the help was worth?",
                  .of = [](const Subject& subject) { return when_closed(subject, any_person(subject, is_asked)); }},
    .direction = Improvement::increase,
    .source = own};

constexpr Indicator feedback_answered =
    of_asked("feedback_answered", "Families asked who answered",
             {.asks = "Did anybody answer, or is it still within the window to?", .of = is_answered}, own);

constexpr Indicator feedback_satisfied =
    of_asked("feedback_satisfied", "Families who answered and were satisfied",
             {.asks = "Were all who answered satisfied? Nobody who answers is lost, not unhappy.",
              .of = all_say<&FeedbackAnswered::is_satisfied>},
             annual_report);

constexpr Indicator feedback_better_place =
    of_asked("feedback_better_place", "Families who answered and were in a better place",
             {.asks = "Were all who answered in a better place? Nobody who answers is lost.",
              .of = all_say<&FeedbackAnswered::is_in_better_place>},
             annual_report);

FeedbackChain feedback_chain(const CaseRegister& all, const Period& period) {
  FeedbackChain chain{.supported = 0, .asked = 0, .answered = 0, .positive = 0};
  for_each_asked(feedback_asked, all, period, [&](const Subject& subject, Member member) {
    const bool is_known = member.standing == Standing::numerator || member.standing == Standing::denominator_only;
    const bool was_asked = member.standing == Standing::numerator;
    if (!is_known || (was_asked && is_awaited(subject, days_to_answer))) return;
    const auto said = was_asked ? what_all_say<&FeedbackAnswered::is_satisfied>(subject) : Reply::lost;
    ++chain.supported;
    chain.asked += was_asked ? 1 : 0;
    chain.answered += said == Reply::lost ? 0 : 1;
    chain.positive += said == Reply::yes ? 1 : 0;
  });
  return chain;
}

}  // namespace earlyhelp
