#pragma once

#include "made_up_help.hpp"

#include <earlyhelp/casework/case_decision.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/policy/policy_timeline.hpp>

#include <cstdint>
#include <string>

namespace earlyhelp::io {

/// What everything in made-up cases turns on.
struct MadeUpService {
  PolicyTimeline policies;
  History history = {};  ///< the incidents before
  CaseworkPolicy casework;
};

/// A case on its way: the family, and what people mean to do for it.
class MadeUpCase {
 public:
  MadeUpCase(std::uint64_t seed, std::uint64_t number);

  /// What follows from `incident`, the next of the family, which `kept` decides.
  void respond(const Incident& incident, const CaseDecision& kept, const MadeUpService& service);
  /// A school sends an invented family, without an incident.
  void respond_to_school(Instant at, const MadeUpService& service);
  /// Somebody writes before anybody may.
  void add_flaw();

  /// The case as it stands at `until`.
  CaseFile play(Instant until, const MadeUpService& service) &&;

 private:
  void add(Instant at, CaseEventBody body, const std::string& by);
  void add_members(const Incident& incident);
  void add_member(Person person, FamilyRole role, Instant at);
  void review(const CaseDecision& kept, Instant at, const TimeZone& zone);
  void do_duties(const CaseDecision& kept, Instant at, boost::optional<Instant> contact, const TimeZone& zone);
  void do_duty(Duty duty, Instant at);
  void grade_again(const CaseDecision& kept, Instant contact, const MadeUpService& service);
  void tell_of_another(const Incident& incident, Instant contact, const MadeUpService& service);
  boost::optional<Instant> help(Instant reported_at, Instant decided_at, bool is_suitable, const TimeZone& zone);
  ReasonId reason();

  Chance chance_;
  CaseFile file_;
  CasePlan plan_ = {};
  HelpedFamily family_;
  std::uint64_t reasons_ = 0;
  std::uint64_t referrals_ = 0;
  int responses_ = 0;
};

}  // namespace earlyhelp::io
