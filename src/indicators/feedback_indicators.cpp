#include <earlyhelp/indicators/feedback_indicators.hpp>

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

/// Whether somebody was asked so short a time ago that an answer may still come.
bool is_awaited(const Subject& subject) {
  return any_person(subject, [&](const PersonRecord& person) {
    if (!person.asked_feedback || person.feedback) return false;
    const auto last = subject.all.day_of(*person.asked_feedback) + Days{*subject.indicator.window_days};
    return subject.all.cut_off_day() <= last;
  });
}

constexpr Question asked = {.asks = "Was anybody of the family spoken with, and anybody asked what the help was worth?",
                            .of = [](const Subject& subject) {
                              return reply(any_case(subject, is_spoken_with) && any_person(subject, is_asked));
                            }};

Reply is_answered(const Subject& subject) {
  if (any_person(subject, says_anything)) return Reply::yes;
  return is_awaited(subject) ? Reply::not_yet : Reply::no;
}

/// Yes when all who answered that question say so; lost when nobody will.
template <boost::optional<bool> FeedbackAnswered::*said>
Reply all_say(const Subject& subject) {
  const auto says = [](bool wanted) {
    return [=](const PersonRecord& person) {
      return person.feedback && (*person.feedback).*said == boost::optional<bool>{wanted};
    };
  };
  if (any_person(subject, says(false))) return Reply::no;
  if (any_person(subject, says(true))) return Reply::yes;
  return is_awaited(subject) ? Reply::not_yet : Reply::lost;
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
    .denominator = spoken_with,
    .numerator = {.asks = "Was anybody of the family asked what the help was worth?",
                  .of = [](const Subject& subject) { return yes_by_now(subject, any_person(subject, is_asked)); }},
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
  const auto coverage = measure(feedback_asked, all, period);
  const auto satisfaction = measure(feedback_satisfied, all, period).score();
  return {.supported = coverage.score().total + coverage.count(Standing::pending),
          .asked = coverage.score().count,
          .answered = satisfaction.total,
          .positive = satisfaction.count};
}

}  // namespace earlyhelp
