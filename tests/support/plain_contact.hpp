#pragma once

#include "support/make_case.hpp"

#include <algorithm>
#include <vector>

namespace earlyhelp::test {

/// Whether a contact of a case was safe, asked of the bare events before it, one question after the other: slow, and
/// written down apart from the library's own vetoes.
class PlainContact {
 public:
  /// `file` has no withdrawals.
  PlainContact(const CaseFile& file, const CaseEvent& event) : file_{file}, event_{event} {
    for (const auto& other : file.events) {
      if (std::tie(other.occurred_at, other.recorded_at, other.id) <
          std::tie(event.occurred_at, event.recorded_at, event.id)) {
        before_.push_back(&other);
      }
    }
    std::sort(before_.begin(), before_.end(), [](const auto* a, const auto* b) {
      return std::tie(a->occurred_at, a->recorded_at, a->id) < std::tie(b->occurred_at, b->recorded_at, b->id);
    });
  }

  template <class Contact>
  bool is_safe(const Contact& contact, bool leaves_message) const {
    if (any<MustNotReceive>([&](const auto& entry) { return entry.recipient == contact.person; })) return false;
    if (crosses_sides(contact.person)) return false;
    if (contact.person != victim && is_honour_concern()) return false;
    if (contact.person == suspect) return any<ContactMade>([](const auto& made) { return made.person == victim; });
    if (!contact.channel) {
      if (contact.mode == ContactMode::visit) return !shares_home(contact.person);
      return contact.mode == ContactMode::at_school || contact.mode == ContactMode::outdoor_place;
    }
    return is_channel_safe(contact, leaves_message || leaves_a_message(contact.mode));
  }

 private:
  template <class Body, class Holds>
  bool any(Holds holds) const {
    return std::any_of(before_.begin(), before_.end(), [&](const CaseEvent* event) {
      const auto* body = std::get_if<Body>(&event->body);
      return body != nullptr && holds(*body);
    });
  }

  bool is_honour_concern() const {
    for (const IncidentId& id : {IncidentId{"i-1"}, IncidentId{"i-2"}}) {
      bool is_concern = false;  // as the last decision on it says
      for (const auto* event : before_) {
        const auto* triaged = std::get_if<Triaged>(&event->body);
        if (triaged == nullptr || triaged->decision().incident != id) continue;
        is_concern = triaged->decision().duties.contains(Duty::contact_victim_safely);
      }
      if (is_concern) return true;
    }
    return false;
  }

  bool crosses_sides(const PersonId& person) const {
    if (person != victim && person != suspect) return false;
    const auto& other_side = person == victim ? suspect : victim;
    bool works_there = false;
    for (const auto* event : before_) {
      const auto* begun = std::get_if<Allocated>(&event->body);
      const auto* ended = std::get_if<AllocationEnded>(&event->body);
      if (begun != nullptr && begun->worker == event_.recorded_by && begun->person == other_side) works_there = true;
      if (ended != nullptr && ended->worker == event_.recorded_by && ended->person == other_side) works_there = false;
      if (std::holds_alternative<Closed>(event->body)) works_there = false;
    }
    return works_there &&
           !any<SeparationWaived>([&](const auto& waived) { return waived.worker == event_.recorded_by; });
  }

  bool shares_home(const PersonId& person) const {
    const auto day = london().civil(event_.occurred_at).day;
    for (const auto& one : file_.residences) {
      for (const auto& other : file_.residences) {
        const bool is_now = (!one.until || day <= *one.until) && (!other.until || day <= *other.until);
        if (one.person == person && other.person == suspect && one.household == other.household && is_now) return true;
      }
    }
    return false;
  }

  template <class Contact>
  bool is_channel_safe(const Contact& contact, bool leaves_message) const {
    if (any<ChannelShared>(
            [&](const auto& shared) { return shared.channel == *contact.channel && shared.with == suspect; })) {
      return false;
    }
    const ChannelConfirmed* confirmed = nullptr;
    Instant at = event_.occurred_at;
    bool is_used = false;  // since it was confirmed, or ever
    for (const auto* event : before_) {
      const auto* said = std::get_if<ChannelConfirmed>(&event->body);
      const auto* attempt = std::get_if<ContactAttempted>(&event->body);
      const auto* made = std::get_if<ContactMade>(&event->body);
      if (said != nullptr && said->channel == *contact.channel)
        confirmed = said, at = event->occurred_at, is_used = false;
      if (attempt != nullptr && attempt->channel == contact.channel) is_used = true;
      if (made != nullptr && made->channel == contact.channel) is_used = true;
    }
    const bool is_neutral_call = contact.mode == ContactMode::phone && !leaves_message && !is_used;
    if (confirmed == nullptr) return is_neutral_call;
    if (confirmed->safety == ChannelSafety::unsafe) return false;
    if (confirmed->person != contact.person && !(contact.person == child && confirmed->person == victim)) return false;
    if (event_.occurred_at > add_hours(at, 30 * 24)) return is_neutral_call;
    const auto minute = london().civil(event_.occurred_at).since_midnight.total_seconds() / 60;
    if (minute < confirmed->safe_from || minute >= confirmed->safe_until) return false;
    return confirmed->may_leave_message || !leaves_message;
  }

  const CaseFile& file_;
  const CaseEvent& event_;
  std::vector<const CaseEvent*> before_;
};

}  // namespace earlyhelp::test
