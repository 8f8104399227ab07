#include <earlyhelp/indicators/family_indicators.hpp>

#include "indicators/questions.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr int window_days = 90;

using IsWanted = bool (*)(Service) noexcept;

/// The first time `at` of the referrals to such a service, of anybody, that were made once the case had begun.
template <IsWanted is_wanted, auto at>
boost::optional<Instant> first_of_referrals(const CaseRecord& record) {
  boost::optional<Instant> first;
  for (const auto& person : record.people) {
    for (const auto& onward : person.onward) {
      if (is_wanted(onward.service) && is_since_beginning(record, onward.made_at)) first = earlier(first, onward.*at);
    }
  }
  return first;
}

template <IsWanted is_wanted>
boost::optional<Instant> referred_at(const CaseRecord& record) {
  return first_of_referrals<is_wanted, &OnwardRecord::made_at>(record);
}

boost::optional<Instant> took_part_at(const PersonRecord& person) {
  if (person.role == FamilyRole::perpetrator) return {};
  return earlier(person.consented_at, person.helped_at);
}

boost::optional<Instant> reached_at(const CaseRecord& record) { return record.first_contact; }

/// When the risk was first found to be higher after the family had been reached.
boost::optional<Instant> found_higher_at(const CaseRecord& record) {
  const auto contact = record.first_contact;
  boost::optional<Instant> first;
  for (const auto at : record.escalations) {
    if (contact && at >= *contact) first = earlier(first, at);
  }
  return first;
}

boost::optional<Instant> disclosed_at(const CaseRecord& record) {
  boost::optional<Instant> first;
  for (const auto& incident : record.incidents) {
    const auto at = incident.disclosed_at;
    if (at && is_since_beginning(record, *at)) first = earlier(first, at);
  }
  return first;
}

template <boost::optional<Instant> (*at)(const PersonRecord&)>
Reply holds_of_anybody(const Subject& subject) {
  return by_window_end(subject, first_of_people(subject, at));
}

template <boost::optional<Instant> (*at)(const CaseRecord&)>
Reply holds_of_a_case(const Subject& subject) {
  return by_window_end(subject, first_of_cases(subject, at));
}

/// Everybody has the whole window for it, from the first referral on.
Reply is_taken_up(const Subject& subject) {
  const auto from = first_of_cases(subject, referred_at<is_specialist>);
  const auto last = subject.all.day_of(from.value()) + Days{window_of(subject)};
  if (subject.all.cut_off_day() <= last) return Reply::not_yet;
  const auto taken_up = first_of_cases(subject, first_of_referrals<is_specialist, &OnwardRecord::taken_up_at>);
  return reply(taken_up && subject.all.day_of(*taken_up) <= last);
}

Reply has_experience_on_record(const Subject& subject) {
  const auto& child = subject.all.children()[subject.place].id;
  return by_window_end(subject, first_of_people(subject, [&](const PersonRecord& person) {
                         return person.id == child ? person.experience_seen_at : boost::none;
                       }));
}

constexpr Question reached = {.asks = "Was anybody of the family but a perpetrator spoken with in the window?",
                              .of = holds_of_a_case<reached_at>};

/// The numerator of family_reached, or of child_reached, as a denominator.
constexpr Question for_the_service_and_reached = {
    .asks = "Is any of its cases one for the service, and was anybody but a perpetrator spoken with in the window?",
    .of = [](const Subject& subject) {
      const auto is_for_it = for_the_service.of(subject);
      return is_for_it == Reply::yes ? reached.of(subject) : is_for_it;
    }};

/// What both indicators of a referral to a specialist service ask.
constexpr Question referred_on = {.asks = "Was anybody referred to a service that is not safeguarding, in the window?",
                                  .of = holds_of_a_case<referred_at<is_specialist>>};

/// One that asks of the subjects whose case began in the period what happened within 90 days of it.
constexpr Indicator within_window(Text<47> id, Text<119> title, CountedUnit unit, Question denominator,
                                  Question numerator, Improvement direction, Source source) {
  return {.id = id,
          .version = 1,
          .title = title,
          .unit = unit,
          .index = IndexDate::referred,
          .denominator = denominator,
          .numerator = numerator,
          .direction = direction,
          .window_days = window_days,
          .source = source};
}

}  // namespace

constexpr Indicator family_reached = within_window("family_reached", "Families reached", CountedUnit::family,
                                                   for_the_service, reached, Improvement::increase, annual_report);

constexpr Indicator family_engaged =
    within_window("family_engaged", "Families who took part", CountedUnit::family, for_the_service,
                  {.asks = "Did anybody but a perpetrator agree to be worked with, or take help, in the window?",
                   .of = holds_of_anybody<took_part_at>},
                  Improvement::increase, own);

constexpr Indicator referred_to_specialist =
    within_window("referred_to_specialist", "Families referred to specialist services", CountedUnit::family,
                  for_the_service, referred_on, Improvement::neutral, annual_report);

constexpr Indicator referred_to_mash =
    within_window("referred_to_mash", "Families referred to the safeguarding hub", CountedUnit::family, for_the_service,
                  {.asks = "Was anybody referred to the safeguarding hub (MASH) in the window?",
                   .of = holds_of_a_case<referred_at<is_mash>>},
                  Improvement::neutral, annual_report);

constexpr Indicator referral_taken_up = within_window(
    "referral_taken_up", "Families referred on with whom the service began to work", CountedUnit::family, referred_on,
    {.asks = "Did a service begin to work with any of them within as many days of the first of these referrals?",
     .of = is_taken_up},
    Improvement::increase, own);

constexpr Indicator risk_found_higher = within_window(
    "risk_found_higher", "Families reached whose risk was then found to be higher", CountedUnit::family,
    for_the_service_and_reached,
    {.asks = "Did a practitioner grade the risk higher after the family was reached, in the window?",
     .of = holds_of_a_case<found_higher_at>},
    Improvement::neutral, {.title = "library default", .section = "finding more risk is what contact is for"});

constexpr Indicator unreported_incident_found =
    within_window("unreported_incident_found", "Families reached who told of an incident that nobody had reported",
                  CountedUnit::family, for_the_service_and_reached,
                  {.asks = "Did anybody tell of an incident that was never reported, in the window?",
                   .of = holds_of_a_case<disclosed_at>},
                  Improvement::neutral, annual_report);

constexpr Indicator need_recorded = within_window(
    "need_recorded", "Families reached with a need on record", CountedUnit::family, for_the_service_and_reached,
    {.asks = "Is a need of anybody on record by the end of the window?",
     .of =
         [](const Subject& subject) {
           return by_window_end(
               subject, first_of_people(subject, [](const PersonRecord& person) { return person.need_found_at; }));
         }},
    Improvement::neutral, {.title = "library default", .section = "completeness of records"});

constexpr Indicator adverse_experience_recorded = within_window(
    "adverse_experience_recorded", "Children of families reached of whom an adverse experience is on record",
    CountedUnit::child, for_the_service_and_reached,
    {.asks = "Is an adverse experience of the child on record by the end of the window?",
     .of = has_experience_on_record},
    Improvement::neutral,
    {.title = "Felitti and others (1998)", .section = "what is recorded; completeness: library default"});

constexpr Indicator child_reached = within_window(
    "child_reached", "Children whose family was reached", CountedUnit::child, for_the_service,
    {.asks = "Was anybody of the child's family but a perpetrator spoken with in the window?", .of = reached.of},
    Improvement::increase, annual_report);

}  // namespace earlyhelp
