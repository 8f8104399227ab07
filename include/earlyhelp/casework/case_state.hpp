#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/lead.hpp>
#include <earlyhelp/casework/lifecycle.hpp>

#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// What is known of a channel.
struct ChannelState {
  ChannelId channel;
  boost::optional<ChannelConfirmed> confirmed = {};  ///< what its person said last; none: nothing
  boost::optional<Instant> confirmed_at = {};
  std::vector<PersonId> shared_with = {};
  int calls_while_unknown = 0;

  friend bool operator==(const ChannelState&, const ChannelState&) = default;
};

/// How far a person of the family has come.
struct PersonState {
  PersonId person;
  FamilyRole role;
  boost::optional<Consent> consent = {};  ///< none: not asked
  boost::optional<Instant> first_attempt = {};
  boost::optional<Instant> first_contact = {};
  std::vector<Date> days_attempted = {};  ///< each once
  bool is_asked_for_feedback = false;

  friend bool operator==(const PersonState&, const PersonState&) = default;
};

/// A case as its events leave it.
struct CaseState {
  CaseStatus status = CaseStatus::not_referred;
  boost::optional<ClosingReason> closed_for = {};
  boost::optional<RiskGrade> grade = {};  ///< none: nobody has graded
  std::vector<Triaged> decisions = {};    ///< the last on each incident
  std::vector<PersonState> people = {};   ///< the members of the family, in their order
  std::vector<ChannelState> channels = {};
  std::vector<Allocated> allocations = {};  ///< that have not ended
  std::vector<SeparationWaived> waived_separations = {};
  std::vector<MustNotReceive> must_not_receive = {};
  std::vector<ReferredOn> onward = {};  ///< the last state of each
  std::vector<IncidentId> disclosed = {};
  Duties protecting = {};  ///< duties that protect somebody and are neither done nor waived

  /// None: nobody of the family.
  boost::optional<const PersonState&> person(const PersonId& id) const noexcept;
  /// None: nothing is known of it.
  boost::optional<const ChannelState&> channel(const ChannelId& id) const noexcept;
  /// The highest route of the decisions. None: nothing was decided.
  boost::optional<Route> route() const noexcept;
  /// Who leads contact with the family, by that route. None: nothing was decided.
  boost::optional<Lead> lead() const noexcept;
  /// Whether a decision of the case meets the MARAC criteria.
  bool meets_marac_criteria() const noexcept;
  /// Whether nobody but the victim may be told: honour or a forced marriage is, or may be, a concern.
  bool is_victim_only() const noexcept;

  friend bool operator==(const CaseState&, const CaseState&) = default;
};

}  // namespace earlyhelp
