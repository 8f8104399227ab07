#include <earlyhelp/indicators/family_indicators.hpp>

#include "indicators/questions.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr Source own = {.title = "library default"};

bool is_taken_up(const PersonRecord& person) {
  return std::any_of(person.onward.begin(), person.onward.end(), [](const OnwardRecord& onward) {
    const bool has_begun = onward.state == OnwardState::engaged || onward.state == OnwardState::completed ||
                           onward.state == OnwardState::ended_early;
    return has_begun && !is_safeguarding(onward.service);
  });
}

/// Whether a referral of theirs to a service can still be taken up.
bool is_under_way(const PersonRecord& person) {
  return std::any_of(person.onward.begin(), person.onward.end(), [](const OnwardRecord& onward) {
    const bool waits = onward.state == OnwardState::made || onward.state == OnwardState::accepted;
    return waits && !is_safeguarding(onward.service);
  });
}

template <bool (*holds)(const PersonRecord&)>
Reply is_true_of_anybody(const Subject& subject) {
  return yes_by_now(subject, any_person(subject, holds));
}

Reply has_experience_on_record(const Subject& subject) {
  const auto& child = subject.all.children()[subject.place].id;
  return yes_by_now(subject, any_person(subject, [&](const PersonRecord& person) {
                      return person.id == child && !person.experiences.empty();
                    }));
}

}  // namespace

constexpr Indicator family_reached = {
    .id = "family_reached",
    .version = 1,
    .title = "Families reached",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = for_the_service,
    .numerator = {.asks = "Was anybody of the family spoken with?",
                  .of = [](const Subject& subject) { return yes_by_now(subject, any_case(subject, is_spoken_with)); }},
    .direction = Improvement::increase,
    .source = annual_report};

constexpr Indicator family_engaged = {
    .id = "family_engaged",
    .version = 1,
    .title = "Families who took part",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = for_the_service,
    .numerator = {.asks = "Did anybody agree to be worked with, or take help?",
                  .of =
                      [](const Subject& subject) {
                        return yes_by_now(subject, any_person(subject, [](const PersonRecord& person) {
                                            return person.consent == Consent::given || !person.interventions.empty();
                                          }));
                      }},
    .direction = Improvement::increase,
    .source = own};

constexpr Indicator referred_to_specialist = {
    .id = "referred_to_specialist",
    .version = 1,
    .title = "Families referred to specialist services",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = for_the_service,
    .numerator = {.asks = "Was anybody referred to a service that is not safeguarding?",
                  .of = is_true_of_anybody<has_specialist_referral>},
    .direction = Improvement::neutral,
    .source = annual_report};

constexpr Indicator referred_to_mash = {.id = "referred_to_mash",
                                        .version = 1,
                                        .title = "Families referred to the safeguarding hub",
                                        .unit = CountedUnit::family,
                                        .index = IndexDate::referred,
                                        .denominator = for_the_service,
                                        .numerator = {.asks = "Was anybody referred to the safeguarding hub (MASH)?",
                                                      .of = is_true_of_anybody<has_mash_referral>},
                                        .direction = Improvement::neutral,
                                        .source = annual_report};

constexpr Indicator referral_taken_up = {
    .id = "referral_taken_up",
    .version = 1,
    .title = "Families referred on with whom the service began to work",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = {.asks = "Was anybody referred to a service that is not safeguarding?",
                    .of = [](const Subject& subject) { return reply(any_person(subject, has_specialist_referral)); }},
    .numerator = {.asks = "Did a service begin to work with any of them?",
                  .of =
                      [](const Subject& subject) {
                        if (any_person(subject, is_taken_up)) return Reply::yes;
                        return any_person(subject, is_under_way) ? Reply::not_yet : Reply::no;
                      }},
    .direction = Improvement::increase,
    .source = own};

constexpr Indicator risk_found_higher = {
    .id = "risk_found_higher",
    .version = 1,
    .title = "Families reached whose risk was then found to be higher",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = spoken_with,
    .numerator = {.asks = "Did a practitioner grade the risk higher after anybody was spoken with?",
                  .of =
                      [](const Subject& subject) {
                        return yes_by_now(subject, any_case(subject, [](const CaseRecord& record) {
                                            const auto contact = record.first_contact();
                                            return contact && record.last_escalated_at &&
                                                   *record.last_escalated_at >= *contact;
                                          }));
                      }},
    .direction = Improvement::neutral,
    .source = {.title = "library default", .section = "finding more risk is what contact is for"}};

constexpr Indicator unreported_incident_found = {
    .id = "unreported_incident_found",
    .version = 1,
    .title = "Families reached who told of an incident that nobody had reported",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = spoken_with,
    .numerator = {.asks = "Did anybody tell of an incident that was never reported?",
                  .of =
                      [](const Subject& subject) {
                        return yes_by_now(subject, any_case(subject, [](const CaseRecord& record) {
                                            return std::any_of(record.incidents.begin(), record.incidents.end(),
                                                               [](const IncidentRecord& incident) {
                                                                 return incident.disclosed_at.has_value();
                                                               });
                                          }));
                      }},
    .direction = Improvement::neutral,
    .source = annual_report};

constexpr Indicator need_recorded = {
    .id = "need_recorded",
    .version = 1,
    .title = "Families reached with a need on record",
    .unit = CountedUnit::family,
    .index = IndexDate::referred,
    .denominator = spoken_with,
    .numerator = {.asks = "Is a need of anybody on record?",
                  .of =
                      [](const Subject& subject) {
                        return yes_by_now(subject, any_person(subject, [](const PersonRecord& person) {
                                            return !person.needs.empty();
                                          }));
                      }},
    .direction = Improvement::neutral,
    .source = {.title = "library default", .section = "completeness of records"}};

constexpr Indicator adverse_experience_recorded = {
    .id = "adverse_experience_recorded",
    .version = 1,
    .title = "Children of families reached of whom an adverse experience is on record",
    .unit = CountedUnit::child,
    .index = IndexDate::referred,
    .denominator = spoken_with,
    .numerator = {.asks = "Is an adverse experience of the child on record?", .of = has_experience_on_record},
    .direction = Improvement::neutral,
    .source = {.title = "Felitti and others (1998)", .section = "what is recorded; completeness: library default"}};

constexpr Indicator child_reached = {
    .id = "child_reached",
    .version = 1,
    .title = "Children whose family was reached",
    .unit = CountedUnit::child,
    .index = IndexDate::referred,
    .denominator = for_the_service,
    .numerator = {.asks = "Was anybody of the child's family spoken with?",
                  .of = [](const Subject& subject) { return yes_by_now(subject, any_case(subject, is_spoken_with)); }},
    .direction = Improvement::increase,
    .source = annual_report};

}  // namespace earlyhelp
