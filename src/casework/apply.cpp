#include "casework/case_step.hpp"
#include "casework/protecting_duties.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

/// Changes the state of a case by what happened.
class Applier {
 public:
  Applier(const CaseEvent& event, const CaseworkPolicy& policy, CaseState& state) noexcept
      : event_{event}, policy_{policy}, state_{state} {}

  void operator()(const Referred&) const {
    if (state_.status == CaseStatus::not_referred) state_.status = CaseStatus::referred;
  }
  void operator()(const Triaged& triaged) const { decide(triaged); }
  void operator()(const RiskReassessed& reassessed) const {
    raise(reassessed.grade);
    decide(reassessed.decision);
  }
  void operator()(const DailyReviewed& review) const {
    if (review.grade) raise(*review.grade);
    if (review.contact_by && is_before_allocation()) state_.status = CaseStatus::suitable;
  }
  void operator()(const SuitabilityDecided& suitability) const {
    if (is_before_allocation()) {
      state_.status = suitability.is_suitable ? CaseStatus::suitable : CaseStatus::not_suitable;
    }
  }
  void operator()(const Allocated& allocated) const {
    auto& all = state_.allocations;
    if (std::find(all.begin(), all.end(), allocated) == all.end()) all.push_back(allocated);
    if (is_before_allocation()) state_.status = CaseStatus::allocated;
  }
  void operator()(const AllocationEnded& ended) const {
    std::erase(state_.allocations, Allocated{.worker = ended.worker, .person = ended.person});
    if (state_.allocations.empty() && state_.status == CaseStatus::allocated) state_.status = CaseStatus::suitable;
  }
  void operator()(const SeparationWaived& waived) const { state_.waived_separations.push_back(waived); }
  void operator()(const MustNotReceive& entry) const { state_.must_not_receive.push_back(entry); }
  void operator()(const ChannelConfirmed& confirmed) const {
    auto& channel = channel_of(confirmed.channel);
    channel.confirmed = confirmed;
    channel.confirmed_at = event_.occurred_at;
    channel.calls_while_unknown = 0;
  }
  void operator()(const ChannelShared& shared) const {
    auto& with = channel_of(shared.channel).shared_with;
    if (std::find(with.begin(), with.end(), shared.with) == with.end()) with.push_back(shared.with);
  }
  void operator()(const ContactAttempted& attempt) const {
    if (attempt.channel) ++channel_of(*attempt.channel).calls_while_unknown;
    auto* person = find(attempt.person);
    if (person == nullptr) return;
    if (!person->first_attempt) person->first_attempt = event_.occurred_at;
    const auto day = policy_.zone.civil(event_.occurred_at).day;
    auto& days = person->days_attempted;
    if (std::find(days.begin(), days.end(), day) == days.end()) days.push_back(day);
  }
  void operator()(const ContactMade& contact) const {
    if (contact.channel) ++channel_of(*contact.channel).calls_while_unknown;
    auto* person = find(contact.person);
    if (person != nullptr && !person->first_contact) person->first_contact = event_.occurred_at;
    if (is_open()) state_.status = CaseStatus::in_contact;
  }
  void operator()(const ConsentStated& stated) const {
    if (auto* person = find(stated.person)) person->consent = stated.consent;
  }
  void operator()(const ReferredOn& referral) const {
    auto& all = state_.onward;
    const auto same = std::find_if(all.begin(), all.end(),
                                   [&](const ReferredOn& other) { return other.referral == referral.referral; });
    if (same != all.end())
      *same = referral;
    else
      all.push_back(referral);
    state_.protecting = state_.protecting - duties_done_by(referral.service);
  }
  void operator()(const GradeLowered& lowered) const { state_.grade = lowered.to; }
  void operator()(const IncidentDisclosed& disclosed) const { state_.disclosed.push_back(disclosed.incident); }
  void operator()(const MashConsidered&) const { state_.protecting.erase(Duty::mash_consideration); }
  void operator()(const DutyWaived& waived) const { state_.protecting.erase(waived.duty); }
  void operator()(const FeedbackAsked& asked) const {
    if (auto* person = find(asked.person)) person->is_asked_for_feedback = true;
  }
  void operator()(const Closed& closed) const {
    if (!is_open()) return;
    state_.status = CaseStatus::closed;
    state_.closed_for = closed.reason;
    state_.allocations.clear();
  }
  void operator()(const Reopened&) const {
    if (state_.status != CaseStatus::closed) return;
    state_.status = CaseStatus::referred;
    state_.closed_for = boost::none;
  }
  /// What is only noted changes nothing that a later event turns on.
  template <class Noted>
  void operator()(const Noted&) const {}

 private:
  bool is_open() const noexcept {
    return state_.status != CaseStatus::not_referred && state_.status != CaseStatus::closed;
  }
  bool is_before_allocation() const noexcept {
    using enum CaseStatus;
    return state_.status == referred || state_.status == suitable || state_.status == not_suitable;
  }
  void raise(RiskGrade grade) const { state_.grade = std::max(state_.grade, boost::make_optional(grade)); }

  void decide(const Triaged& triaged) const {
    const auto& decision = triaged.decision();
    if (decision.grade) raise(*decision.grade);
    auto& all = state_.decisions;
    const auto same = std::find_if(
        all.begin(), all.end(), [&](const Triaged& other) { return other.decision().incident == decision.incident; });
    if (same != all.end())
      *same = triaged;
    else
      all.push_back(triaged);
    state_.protecting |= decision.duties & protecting_duties;
  }

  PersonState* find(const PersonId& id) const {
    const auto found =
        std::find_if(state_.people.begin(), state_.people.end(), [&](const auto& one) { return one.person == id; });
    return found == state_.people.end() ? nullptr : &*found;
  }
  ChannelState& channel_of(const ChannelId& id) const {
    auto& all = state_.channels;
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.channel == id; });
    if (found != all.end()) return *found;
    return all.emplace_back(ChannelState{.channel = id});
  }

  const CaseEvent& event_;
  const CaseworkPolicy& policy_;
  CaseState& state_;
};

}  // namespace

void apply(const CaseEvent& event, const CaseworkPolicy& policy, CaseState& state) {
  std::visit(Applier{event, policy, state}, event.body);
}

}  // namespace earlyhelp
