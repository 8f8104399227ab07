#include <earlyhelp/casework/safe_contact.hpp>

#include "casework/case_step.hpp"
#include "casework/event_people.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

using enum CaseRule;

bool is_in(const ChannelConfirmed& confirmed, Duration since_midnight) {
  const auto minute = since_midnight.total_seconds() / 60;
  const bool is_after = minute >= confirmed.safe_from;
  const bool is_before = minute < confirmed.safe_until;
  return confirmed.safe_from < confirmed.safe_until ? is_after && is_before : is_after || is_before;
}

bool is_on(const boost::optional<Date>& from, const boost::optional<Date>& until, Date day) {
  return (!from || *from <= day) && (!until || day <= *until);
}

/// Collects what speaks against one contact.
class Vetoes {
 public:
  Vetoes(const CaseFile& case_file, const CaseState& state, const PlannedContact& contact, Instant at,
         const CaseworkPolicy& policy)
      : case_file_{case_file},
        state_{state},
        contact_{contact},
        at_{at},
        policy_{policy},
        local_{policy.zone.civil(at)} {}

  EnumSet<CaseRule> all() {
    veto_unless(policy_.modes_on(local_.day).contains(contact_.mode), mode_permitted);
    veto_unless(!is_barred(state_, contact_.person), recipient_allowed);
    const auto person = state_.person(contact_.person);
    if (!person) {
      veto_unless(false, person_of_the_family);
      return vetoes_;
    }
    veto_unless(!works_with_other_side(state_, contact_.by, person->role), separate_practitioners);
    veto_unless(person->role == FamilyRole::victim || !state_.is_victim_only(), no_contact_through_family);
    if (person->role == FamilyRole::perpetrator) {
      veto_unless(is_every_victim_spoken_with(), victim_safety_first);
    } else if (contact_.channel) {
      look_at_channel(person->role);
    } else {
      look_at_meeting();
    }
    return vetoes_;
  }

 private:
  void veto_unless(bool holds, CaseRule rule) {
    if (!holds) vetoes_.insert(rule);
  }

  bool is_every_victim_spoken_with() const {
    return std::all_of(state_.people.begin(), state_.people.end(), [](const PersonState& person) {
      return person.role != FamilyRole::victim || person.first_contact;
    });
  }
  bool is_perpetrator(const PersonId& id) const {
    const auto person = state_.person(id);
    return person && person->role == FamilyRole::perpetrator;
  }
  bool leaves_message() const { return contact_.leaves_message || leaves_a_message(contact_.mode); }

  void look_at_channel(FamilyRole role) {
    const auto channel = state_.channel(*contact_.channel);
    if (!channel || !channel->confirmed) {
      if (channel) look_at_sharing(*channel);
      look_at_unknown(channel ? channel->calls_while_unknown : 0, channel_safe);
      return;
    }
    look_at_sharing(*channel);
    const auto& confirmed = *channel->confirmed;
    veto_unless(is_own(confirmed, role), channel_of_the_person);
    if (confirmed.safety == ChannelSafety::unsafe) {
      veto_unless(false, channel_safe);
    } else if (add_hours(*channel->confirmed_at, 24 * policy_.safe_channel_days) < at_) {
      look_at_unknown(channel->calls_while_unknown, channel_confirmed_lately);
    } else {
      veto_unless(is_in(confirmed, local_.since_midnight), within_safe_hours);
      veto_unless(!leaves_message() || confirmed.may_leave_message, message_agreed);
    }
  }
  /// A child is also reached by what a victim confirmed.
  bool is_own(const ChannelConfirmed& confirmed, FamilyRole role) const {
    if (confirmed.person == contact_.person) return true;
    const auto owner = state_.person(confirmed.person);
    return role == FamilyRole::child && owner && owner->role == FamilyRole::victim;
  }
  void look_at_sharing(const ChannelState& channel) {
    const auto& with = channel.shared_with;
    const bool is_shared =
        std::any_of(with.begin(), with.end(), [&](const PersonId& id) { return is_perpetrator(id); }) ||
        (channel.confirmed && is_perpetrator(channel.confirmed->person));
    veto_unless(!is_shared, channel_not_shared);
  }
  void look_at_unknown(int calls, CaseRule otherwise) {
    veto_unless(!leaves_message(), message_agreed);
    if (contact_.mode == ContactMode::phone)
      veto_unless(calls == 0, one_call_while_unknown);
    else
      veto_unless(false, otherwise);
  }

  void look_at_meeting() {
    switch (contact_.mode) {
      case ContactMode::at_school:
      case ContactMode::outdoor_place:
        return;
      case ContactMode::visit:
        veto_unless(!lives_with_perpetrator(), channel_not_shared);
        return;
      case ContactMode::phone:
      case ContactMode::video:
      case ContactMode::letter:
      case ContactMode::text:
        veto_unless(false, channel_safe);  // by which one is not said
        return;
    }
  }
  bool lives_with_perpetrator() const {
    const auto& all = case_file_.residences;
    const auto lives_in = [&](const Residence& residence) {
      return is_on(residence.from, residence.until, local_.day);
    };
    return std::any_of(all.begin(), all.end(), [&](const Residence& own) {
      return own.person == contact_.person && lives_in(own) &&
             std::any_of(all.begin(), all.end(), [&](const Residence& other) {
               return other.household == own.household && lives_in(other) && is_perpetrator(other.person);
             });
    });
  }

  const CaseFile& case_file_;
  const CaseState& state_;
  const PlannedContact& contact_;
  Instant at_;
  const CaseworkPolicy& policy_;
  CivilTime local_;
  EnumSet<CaseRule> vetoes_;
};

}  // namespace

EnumSet<CaseRule> contact_vetoes(const CaseFile& case_file, const CaseState& state, const PlannedContact& contact,
                                 Instant at, const CaseworkPolicy& policy) {
  return Vetoes{case_file, state, contact, at, policy}.all();
}

BrokenRules broken_contact_rules(const CaseStep& step) {
  const auto& event = step.event;
  const auto vetoes = [&](const auto& contact, bool leaves_message) {
    const PlannedContact planned{.person = contact.person,
                                 .mode = contact.mode,
                                 .channel = contact.channel,
                                 .by = event.recorded_by,
                                 .leaves_message = leaves_message};
    return contact_vetoes(step.case_file, step.before, planned, event.occurred_at, step.policy);
  };
  if (const auto* attempt = std::get_if<ContactAttempted>(&event.body)) {
    return vetoes(*attempt, attempt->result == AttemptResult::message_left);
  }
  if (const auto* made = std::get_if<ContactMade>(&event.body)) return vetoes(*made, false);
  return {};
}

}  // namespace earlyhelp
