#include <earlyhelp/casework/replay.hpp>

#include <earlyhelp/enum_set.hpp>

namespace earlyhelp {
namespace {

using Statuses = EnumSet<CaseStatus>;
using enum CaseStatus;

constexpr Statuses open{referred, suitable, not_suitable, allocated, in_contact};
constexpr Statuses since_referred = open | Statuses{closed};
constexpr Statuses always = since_referred | Statuses{not_referred};

/// While what an event may happen, and what forbids it in an open case that has not come that far.
struct Allowed {
  Statuses while_in;
  CaseRule otherwise = CaseRule::referral_comes_first;
};

// What protects somebody may always be recorded: a decision, a disclosure, what is known of a channel, a duty done.
constexpr Allowed allowed(EventKind kind) noexcept {
  using enum EventKind;
  using enum CaseRule;
  switch (kind) {
    case triaged:
    case daily_reviewed:
    case channel_confirmed:
    case channel_shared:
    case must_not_receive:
    case crime_recorded:
    case notified:
    case mash_considered:
    case perpetrator_reviewed:
    case child_support_offered:
    case duty_waived:
    case incident_disclosed:
    case risk_reassessed:
    case withdrawn:
      return {.while_in = always};
    case EventKind::referred:
      return {.while_in = open | Statuses{not_referred}};
    case referred_on:
    case attendance_recorded:
    case outcome_measured:
      return {.while_in = since_referred};
    case suitability_decided:
    case separation_waived:
    case need_identified:
    case adverse_experience_observed:
    case reason_found:
    case grade_lowered:
    case EventKind::closed:
      return {.while_in = open};
    case EventKind::allocated:
      return {.while_in = {suitable, CaseStatus::allocated, in_contact}, .otherwise = suitable_before_allocated};
    case allocation_ended:
      return {.while_in = {CaseStatus::allocated, in_contact}, .otherwise = CaseRule::allocation_exists};
    case contact_attempted:
    case contact_made:
      return {.while_in = {CaseStatus::allocated, in_contact}, .otherwise = allocated_before_contact};
    case consent_stated:
    case intervention:
      return {.while_in = {in_contact}, .otherwise = contact_before_work};
    case feedback_asked:
    case feedback_answered:
      return {.while_in = {in_contact, CaseStatus::closed}, .otherwise = contact_before_work};
    case reopened:
      return {.while_in = {CaseStatus::closed}, .otherwise = only_closed_case_reopens};
  }
  return {.while_in = {}};
}

}  // namespace

boost::optional<CaseRule> forbidden_by(EventKind kind, CaseStatus status) noexcept {
  const auto [while_in, otherwise] = allowed(kind);
  if (while_in.contains(status)) return {};
  if (status == not_referred) return CaseRule::referral_comes_first;
  if (status == closed) return CaseRule::closed_case_stays_closed;
  return otherwise;
}

}  // namespace earlyhelp
