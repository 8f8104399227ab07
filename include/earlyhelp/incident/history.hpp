#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/history_facts.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/incident/past_record.hpp>

#include <memory>
#include <span>

namespace earlyhelp {

/// How far back two of the questions to a history look, in calendar months. A window starts with the whole of the same
/// calendar date that many months before the local day of the incident; from 29 February to a common year, the 28th.
///
/// Requires: both are positive.
struct HistoryWindows {
  int escalation_months;
  int marac_repeat_months;

  friend constexpr bool operator==(HistoryWindows, HistoryWindows) = default;
};

/// What earlier records say about two people, and whether a person has to look at the roles they had.
struct PairHistory {
  HistoryFacts facts;
  bool roles_reversed;  ///< an incident counted in which the victim was the suspect: conflicting_roles

  friend constexpr bool operator==(PairHistory, PairHistory) = default;
};

/// The records of many incidents, referrals and connections, indexed by the people in them: a value that answers what
/// was known before one incident.
///
/// Records are added in any order, and adding one twice changes nothing. It may hold records later than the incident
/// asked about, and that incident itself: only what was recorded by the moment the incident was recorded, and did not
/// occur after it, counts. A record lies in a window when its own local day, as written, does. Incidents that were
/// not_domestic are not kept: they count nowhere.
///
/// One add or question costs a few look-ups, and some microseconds at most when one pair or one suspect has a hundred
/// thousand incidents; an incident is kept in about 200 bytes, a link in 32. Questions may be asked from several
/// threads as long as nobody adds.
class History {
 public:
  History();
  History(const History& other);
  History(History&& other) noexcept;
  History& operator=(const History& other);
  History& operator=(History&& other) noexcept;
  ~History();

  /// Every pair of `incident`, with its definition, and a link between any two people whom its record connects or puts
  /// in one household.
  void add(const Incident& incident);
  /// Each of them. A few hundred at once are added faster than one by one.
  void add(std::span<const Incident> incidents);

  /// Throws: std::invalid_argument when victim and suspect are one person, or the local day is not one that the instant
  ///         can have.
  void add(const PastIncident& incident);
  /// Each of them, or none. A few hundred at once are added faster than one by one.
  void add(std::span<const PastIncident> incidents);
  void add(const MaracReferral& referral);

  /// A person linked with himself changes nothing.
  void add(const PersonLink& link);

  /// What was known about `parties`, a pair of `incident`, when it was recorded. `facts.known` is what the incident
  /// says of its history; the counts are what the records show, whether or not that is everything, and the
  /// connections those of the records and of the incident itself.
  PairHistory before(const Incident& incident, const Parties& parties, HistoryWindows windows) const;

  /// The same for an incident known from its past record, whose victims, all together, are `victims`. The history is
  /// taken to be known.
  PairHistory before(const PastIncident& incident, std::span<const PersonId> victims, HistoryWindows windows) const;

 private:
  std::unique_ptr<class HistoryIndex> index_;
};

}  // namespace earlyhelp
