#include "casework/case_step.hpp"
#include "casework/event_people.hpp"

#include <earlyhelp/casework/replay.hpp>

#include <algorithm>

namespace earlyhelp {
namespace {

/// Looks at what happened against the case as it stood.
class RuleCheck {
 public:
  explicit RuleCheck(const CaseStep& step) noexcept : step_{step}, before_{step.before} {}

  BrokenRules broken() {
    require_status();
    for_each_person(step_.event.body, [&](const PersonId& person, bool is_as_child) { require(person, is_as_child); });
    std::visit([&](const auto& body) { check(body); }, step_.event.body);
    return broken_;
  }

 private:
  void require(bool holds, CaseRule rule) {
    if (!holds) broken_.insert(rule);
  }
  void require_status() {
    if (const auto rule = forbidden_by(step_.event.kind(), before_.status)) broken_.insert(*rule);
  }
  void require(const PersonId& id, bool is_as_child) {
    const auto& members = step_.case_file.members;
    const auto member =
        std::find_if(members.begin(), members.end(), [&](const auto& one) { return one.person.id == id; });
    require(member != members.end(), CaseRule::person_of_the_family);
    if (member == members.end() || !is_as_child || member->role == FamilyRole::child) return;
    constexpr int adult_years = 18;
    const auto age = age_on(member->person, step_.policy.zone.civil(step_.event.occurred_at).day);
    require(age && *age < adult_years, CaseRule::child_of_the_family);
  }

  void check(const Allocated& allocated) {
    const auto role = role_of(allocated.person);
    require(!works_with_other_side(before_, allocated.worker, role), CaseRule::separate_practitioners);
  }
  void check(const AllocationEnded& ended) {
    const auto& all = before_.allocations;
    const Allocated ends{.worker = ended.worker, .person = ended.person};
    require(std::find(all.begin(), all.end(), ends) != all.end(), CaseRule::allocation_exists);
  }
  void check(const SeparationWaived& waived) { require(waived.manager != waived.worker, CaseRule::manager_is_another); }
  void check(const Intervention& intervention) {
    if (needs_consent(intervention.kind)) require(consents(intervention.person), CaseRule::consent_before_work);
  }
  void check(const ReferredOn& referral) {
    const auto& all = before_.onward;
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const ReferredOn& other) { return other.referral == referral.referral; });
    if (same == all.end()) {
      require(referral.state == OnwardState::made, CaseRule::onward_referral_in_order);
      const bool may_be_made = is_safeguarding(referral.service) || consents(referral.person);
      require(may_be_made, CaseRule::consent_before_onward_referral);
      return;
    }
    const bool is_same = same->person == referral.person && same->service == referral.service;
    require(is_same && may_follow(same->state, referral.state), CaseRule::onward_referral_in_order);
  }
  void check(const RiskReassessed& reassessed) {
    require(!before_.grade || *before_.grade <= reassessed.grade, CaseRule::reassessment_raises);
  }
  void check(const GradeLowered& lowered) {
    require(before_.grade && lowered.to < *before_.grade, CaseRule::lowering_lowers);
    require(!before_.meets_marac_criteria() || lowered.to == RiskGrade::high, CaseRule::marac_criteria_stand);
  }
  void check(const CrimeRecorded& recorded) {
    const auto& all = before_.disclosed;
    require(std::find(all.begin(), all.end(), recorded.incident) != all.end(), CaseRule::crime_was_disclosed);
  }
  void check(const Notified& notified) {
    require(!is_barred(before_, notified.recipient), CaseRule::recipient_allowed);
  }
  void check(const DutyWaived& waived) {
    const auto& all = before_.decisions;
    const bool is_duty = std::any_of(all.begin(), all.end(), [&](const Triaged& triaged) {
      return triaged.decision().duties.contains(waived.duty);
    });
    require(is_duty, CaseRule::duty_of_the_case);
  }
  void check(const FeedbackAnswered& answered) {
    const auto person = before_.person(answered.person);
    require(person && person->is_asked_for_feedback, CaseRule::feedback_asked_first);
  }
  void check(const Closed& closed) {
    require(before_.protecting.empty(), CaseRule::safeguarding_before_closing);
    if (closed.reason != ClosingReason::not_reached) return;
    const auto enough = static_cast<std::size_t>(step_.policy.attempts_before_not_reached);
    for (const auto& person : before_.people) {
      if (person.role != FamilyRole::victim || person.first_contact) continue;
      require(person.days_attempted.size() >= enough, CaseRule::attempts_before_not_reached);
    }
  }
  /// What only has to happen at the right time, to people of the family.
  template <class Body>
  void check(const Body&) {}

  boost::optional<FamilyRole> role_of(const PersonId& id) const {
    const auto person = before_.person(id);
    return person ? boost::make_optional(person->role) : boost::none;
  }
  bool consents(const PersonId& id) const {
    const auto person = before_.person(id);
    return person && person->consent == Consent::given;
  }

  const CaseStep& step_;
  const CaseState& before_;
  BrokenRules broken_;
};

}  // namespace

BrokenRules broken_rules(const CaseStep& step) { return RuleCheck{step}.broken(); }

}  // namespace earlyhelp
