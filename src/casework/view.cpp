#include <earlyhelp/casework/view.hpp>

#include "casework/event_people.hpp"

#include <algorithm>
#include <type_traits>
#include <variant>

namespace earlyhelp {
namespace {

template <class Body, class... Bodies>
constexpr bool is_one_of = (std::is_same_v<Body, Bodies> || ...);

class View {
 public:
  View(Viewer viewer, const CaseFile& case_file) noexcept : viewer_{viewer}, case_file_{case_file} {}

  CaseFile file() const {
    if (viewer_ == Viewer::manager) return case_file_;
    CaseFile seen{.id = case_file_.id};
    for (const auto& event : case_file_.events) {
      if (is_seen(event)) seen.events.push_back(event);
    }
    if (viewer_ == Viewer::school) {
      std::copy_if(case_file_.members.begin(), case_file_.members.end(), std::back_inserter(seen.members),
                   [&](const FamilyMember& member) { return is_told_of(member.person.id); });
      return seen;
    }
    seen.members = case_file_.members;
    seen.ties = case_file_.ties;
    for (const auto& residence : case_file_.residences) {
      if (viewer_ == Viewer::victim_worker || is_perpetrator(residence.person)) seen.residences.push_back(residence);
    }
    return seen;
  }

 private:
  bool is_perpetrator(const PersonId& id) const { return role_of(case_file_, id) == FamilyRole::perpetrator; }
  bool is_told_of(const PersonId& id) const {
    return std::any_of(case_file_.events.begin(), case_file_.events.end(), [&](const CaseEvent& event) {
      const auto* notified = std::get_if<Notified>(&event.body);
      return notified != nullptr && notified->notice == Notice::school && notified->child == id;
    });
  }
  bool is_seen(const CaseEvent& event) const {
    if (const auto* withdrawn = std::get_if<Withdrawn>(&event.body)) {
      const auto& events = case_file_.events;
      const auto target = std::find_if(events.begin(), events.end(),
                                       [&](const CaseEvent& other) { return other.id == withdrawn->event; });
      return target != events.end() && !std::holds_alternative<Withdrawn>(target->body) && is_seen(*target);
    }
    return std::visit([&](const auto& body) { return is_shown(body); }, event.body);
  }
  template <class Body>
  bool is_shown(const Body& body) const {
    if (viewer_ == Viewer::school) {
      if constexpr (is_one_of<Body, Notified>) return body.notice == Notice::school;
      return false;
    }
    if (viewer_ == Viewer::victim_worker) {
      if constexpr (is_one_of<Body, ChannelConfirmed>) return !is_perpetrator(body.person);
      if constexpr (is_one_of<Body, ContactAttempted, ContactMade>)
        return !(body.channel && is_perpetrator(body.person));
      return true;
    }
    if constexpr (is_one_of<Body, Referred, SuitabilityDecided, Closed, Reopened>) return true;
    if constexpr (is_one_of<Body, Allocated, AllocationEnded, ChannelConfirmed, ContactAttempted, ContactMade,
                            ConsentStated, NeedIdentified, Intervention, ReferredOn, PerpetratorReviewed, OutcomeMetric,
                            FeedbackAsked, FeedbackAnswered>) {
      return is_perpetrator(body.person);
    }
    return false;
  }

  Viewer viewer_;
  const CaseFile& case_file_;
};

}  // namespace

CaseFile view_for(Viewer viewer, const CaseFile& case_file) { return View{viewer, case_file}.file(); }

}  // namespace earlyhelp
