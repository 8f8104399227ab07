#include <earlyhelp/casework/data_protection.hpp>

#include "casework/effective_events.hpp"
#include "casework/event_people.hpp"

#include <earlyhelp/casework/replay.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

namespace earlyhelp {
namespace {

bool was_high(const EffectiveEvents& events) {
  return std::any_of(events.in_order().begin(), events.in_order().end(), [&](const CaseEvent* event) {
    if (events.is_withdrawn(event)) return false;
    const auto* triaged = std::get_if<Triaged>(&event->body);
    const auto* reassessed = std::get_if<RiskReassessed>(&event->body);
    return (triaged != nullptr && triaged->decision().grade == RiskGrade::high) ||
           (reassessed != nullptr && reassessed->grade == RiskGrade::high);
  });
}

/// Puts new ids in the place of those that lead to one person.
class Redactor {
 public:
  Redactor(const CaseFile& case_file, const PersonId& person)
      : file_{case_file}, person_{person}, other_{unused_id()} {}

  CaseFile redacted() && {
    for (const auto& residence : file_.residences) {
      if (residence.person == person_) households_.insert(residence.household);
    }
    for (const auto& event : file_.events) std::visit([&](const auto& body) { note_channel(body); }, event.body);
    for (auto& member : file_.members) replace(member.person.id);
    for (auto& tie : file_.ties) replace(tie.one), replace(tie.other);
    for (auto& residence : file_.residences) {
      replace(residence.person);
      replace(residence.household);
    }
    for (auto& event : file_.events) std::visit([&](auto& body) { replace_in(body); }, event.body);
    return std::move(file_);
  }
  const PersonId& other() const noexcept { return other_; }

 private:
  /// An id that nobody in the file has.
  PersonId unused_id() const {
    for (int i = 1;; ++i) {
      PersonId id{"redacted-" + std::to_string(i)};
      if (!is_used(id)) return id;
    }
  }

  bool is_used(const PersonId& id) const {
    const auto is_id = [&](const FamilyMember& member) { return member.person.id == id; };
    bool is_used = std::any_of(file_.members.begin(), file_.members.end(), is_id);
    for (const auto& event : file_.events) {
      std::visit([&](auto& body) { for_each_person_id(body, [&](const PersonId& one) { is_used |= one == id; }); },
                 event.body);
    }
    return is_used;
  }

  template <class Body>
  void note_channel(const Body& body) {
    if constexpr (requires {
                    body.person;
                    body.channel;
                  }) {
      if (body.person == person_) note(body.channel);
    }
  }
  void note(const ChannelId& id) { channels_.insert(id); }
  void note(const boost::optional<ChannelId>& id) {
    if (id) channels_.insert(*id);
  }

  void replace(PersonId& id) const {
    if (id == person_) id = other_;
  }
  void replace(HouseholdId& id) const { replace_by_place(id, households_, "-household-"); }
  void replace(ChannelId& id) const { replace_by_place(id, channels_, "-channel-"); }
  void replace(boost::optional<ChannelId>& id) const {
    if (id) replace(*id);
  }
  template <class Thing>
  void replace_by_place(Id<Thing>& id, const std::set<Id<Thing>>& ids, const std::string& name) const {
    const auto found = ids.find(id);
    if (found != ids.end())
      id = Id<Thing>{other_.value() + name + std::to_string(std::distance(ids.begin(), found) + 1)};
  }
  template <class Body>
  void replace_in(Body& body) const {
    for_each_person_id(body, [&](PersonId& id) { replace(id); });
    if constexpr (requires { body.channel; }) replace(body.channel);
  }

  CaseFile file_;
  PersonId person_;
  PersonId other_;
  std::set<HouseholdId> households_;
  std::set<ChannelId> channels_;
};

}  // namespace

boost::optional<RetentionReview> retention_review(const CaseFile& case_file, const CaseworkPolicy& policy, Date day) {
  const EffectiveEvents events{case_file};
  const auto& all = events.in_order();
  const auto last =
      std::find_if(all.rbegin(), all.rend(), [&](const CaseEvent* event) { return !events.is_withdrawn(event); });
  if (last == all.rend()) return {};
  const auto last_day = policy.zone.civil((*last)->occurred_at).day;
  const auto years = was_high(events) ? policy.keep_high_risk_years : policy.keep_years;
  constexpr int months_a_year = 12;
  const auto due = add_months(last_day, months_a_year * years);
  if (day < due) return {};
  return RetentionReview{.last_event = last_day, .due_on = due, .years = years};
}

CaseFile redact(const CaseFile& case_file, const PersonId& person, const CaseworkPolicy& policy) {
  Redactor redactor{case_file, person};
  const auto other = redactor.other();
  const auto with_age = std::move(redactor).redacted();
  auto without_age = with_age;
  for (auto& member : without_age.members) {
    if (member.person.id == other) member.person.born = boost::none, member.person.stated_age = boost::none;
  }
  return replay(without_age, policy) == replay(with_age, policy) ? without_age : with_age;
}

}  // namespace earlyhelp
