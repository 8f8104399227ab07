#include <earlyhelp/indicators/case_outcome.hpp>

#include "indicators/questions.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

constexpr EnumSet<InterventionKind> work = {InterventionKind::direct_work, InterventionKind::family_work};

bool is_worked_with(const PersonRecord& person) { return !(person.interventions & work).empty(); }

bool is_advised(const PersonRecord& person) noexcept { return !person.interventions.empty(); }

template <bool (*is_wanted)(Service) noexcept>
bool has_referral(const PersonRecord& person) noexcept {
  return std::any_of(person.onward.begin(), person.onward.end(),
                     [](const OnwardRecord& onward) { return is_wanted(onward.service); });
}

template <class Predicate>
bool any_of_family(const CaseRecord& record, Predicate holds) {
  return std::any_of(record.people.begin(), record.people.end(), holds);
}

/// The outcome of the family's cases of the period that comes first.
CaseOutcome family_outcome(const Subject& subject) {
  auto first = CaseOutcome::not_for_the_service;
  for_each_case(subject, [&](const CaseRecord& record) { first = std::min(first, outcome(record)); });
  return first;
}

template <CaseOutcome wanted>
Reply comes_to(const Subject& subject) {
  const auto came_to = family_outcome(subject);
  return came_to == CaseOutcome::pending ? Reply::not_yet : reply(came_to == wanted);
}

template <CaseOutcome wanted>
constexpr Indicator of_outcome(Text<47> id, Text<119> title, Text<119> asks,
                               Improvement direction = Improvement::neutral) {
  return {.id = id,
          .version = 1,
          .title = title,
          .unit = CountedUnit::family,
          .index = IndexDate::referred,
          .denominator = for_the_service,
          .numerator = {.asks = asks, .of = comes_to<wanted>},
          .direction = direction,
          .source = annual_report};
}

}  // namespace

bool is_for_the_service(const CaseRecord& record) noexcept {
  return record.closed_for != ClosingReason::not_suitable && record.closed_for != ClosingReason::opened_in_error;
}

CaseOutcome outcome(const CaseRecord& record) noexcept {
  if (!record.closed_at) return CaseOutcome::pending;
  if (!is_for_the_service(record)) return CaseOutcome::not_for_the_service;
  if (any_of_family(record, has_referral<is_mash>)) return CaseOutcome::mash;
  if (!record.escalations.empty() || any_of_family(record, has_referral<is_marac>)) return CaseOutcome::escalated;
  if (any_of_family(record, has_referral<is_specialist>)) return CaseOutcome::referred_on;
  if (any_of_family(record, is_worked_with)) return CaseOutcome::supported;
  if (any_of_family(record, is_advised) || record.closed_for == ClosingReason::advice_only) {
    return CaseOutcome::advised_only;
  }
  if (record.closed_for == ClosingReason::declined) return CaseOutcome::declined;
  const bool is_out_of_reach =
      record.closed_for == ClosingReason::not_reached || record.closed_for == ClosingReason::no_safe_channel;
  return is_out_of_reach ? CaseOutcome::not_reached : CaseOutcome::unexplained;
}

constexpr std::array<Indicator, 8> outcome_indicators = {{
    of_outcome<CaseOutcome::mash>("outcome_mash", "Families who came to the safeguarding hub",
                                  "Was anybody referred to the safeguarding hub (MASH)?"),
    of_outcome<CaseOutcome::escalated>(
        "outcome_escalated", "Families whose risk was found to be higher",
        "Did a practitioner grade the risk higher, or was anybody referred to the MARAC?"),
    of_outcome<CaseOutcome::referred_on>("outcome_referred_on", "Families referred to another service",
                                         "Was anybody referred to another service?"),
    of_outcome<CaseOutcome::supported>("outcome_supported", "Families worked with", "Was anybody worked with?"),
    of_outcome<CaseOutcome::declined>("outcome_declined", "Families who wanted no help", "Did they want no help?"),
    of_outcome<CaseOutcome::not_reached>("outcome_not_reached", "Families whom the team gave up to reach",
                                         "Was the case closed because they were not reached, or could not be safely?",
                                         Improvement::decrease),
    of_outcome<CaseOutcome::advised_only>("outcome_advised_only", "Families advised, and no more",
                                          "Were they advised or signposted, and no more?"),
    of_outcome<CaseOutcome::unexplained>("outcome_unexplained", "Families of whom the record does not say",
                                         "Is the case closed, and nothing on record of what was done?",
                                         Improvement::decrease),
}};

}  // namespace earlyhelp
