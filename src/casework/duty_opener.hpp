#pragma once

#include <earlyhelp/casework/case_duty.hpp>
#include <earlyhelp/policy/duty.hpp>

#include <vector>

namespace earlyhelp {

/// The duty of a case that a decision asks for.
constexpr CaseDuty case_duty(Duty duty) noexcept { return static_cast<CaseDuty>(duty); }
static_assert(case_duty(Duty::perpetrator_review) == CaseDuty::perpetrator_review);
static_assert(count_of<Duty> == static_cast<std::size_t>(CaseDuty::record_crime));

/// A duty, and from when on a later decision asks for something else in its place.
struct OpenedDuty {
  DutyRecord record;
  boost::optional<Instant> superseded_at = {};
};

/// Finds out which duties a case has, from its decisions and disclosures.
class DutyOpener {
 public:
  DutyOpener(const CaseworkPolicy& policy, const Calendar& calendar) noexcept : policy_{policy}, calendar_{calendar} {}

  /// Requires: events come as they occurred.
  void take(const CaseEvent& event);
  /// By incident in the order in which each came up, then in the order of duties.
  std::vector<OpenedDuty> opened() && { return std::move(opened_); }

 private:
  /// From when until when there is time for a duty. None: the calendar does not cover it.
  struct Allowed {
    boost::optional<Instant> from = {};
    boost::optional<Instant> due = {};
  };

  Allowed allowed_for(Duty duty, const CaseDecision& decision) const;
  static void allow(DutyRecord& record, const Allowed& allowed) noexcept;
  void open(const CaseDecision& decision, Instant at);
  void open(CaseDuty duty, const IncidentId& incident, const DutyClock& within, Instant at);
  void add(CaseDuty duty, const IncidentId& incident, Instant at, const Allowed& allowed);
  OpenedDuty* find(const IncidentId& incident, CaseDuty duty);

  const CaseworkPolicy& policy_;
  const Calendar& calendar_;
  std::vector<OpenedDuty> opened_;
};

}  // namespace earlyhelp
