#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// The identity of one event of a case file.
using CaseEventId = Id<struct CaseEvent>;

/// A practitioner works with a person of the family from now on.
struct Allocated {
  WorkerId worker;
  PersonId person;

  friend bool operator==(const Allocated&, const Allocated&) = default;
};

/// A practitioner no longer works with a person of the family.
struct AllocationEnded {
  WorkerId worker;
  PersonId person;

  friend bool operator==(const AllocationEnded&, const AllocationEnded&) = default;
};

/// A named manager allows one practitioner to work with victim and perpetrator of the same family.
struct SeparationWaived {
  WorkerId worker;
  WorkerId manager;
  ReasonId reason;

  friend bool operator==(const SeparationWaived&, const SeparationWaived&) = default;
};

/// Nothing of this case may reach somebody: a perpetrator, an ally, a colleague with a conflict of interest.
struct MustNotReceive {
  PersonId recipient;
  ReasonId reason;

  friend bool operator==(const MustNotReceive&, const MustNotReceive&) = default;
};

/// Why a case ends.
enum class ClosingReason : std::uint8_t {
  no_more_needed,
  advice_only,
  referred_on,
  declined,
  not_reached,
  no_safe_channel,
  moved_away,
  not_suitable,
  opened_in_error,
};

template <>
struct Names<ClosingReason> {
  static constexpr std::array<std::string_view, 9> ids = {"no_more_needed", "advice_only",  "referred_on",
                                                          "declined",       "not_reached",  "no_safe_channel",
                                                          "moved_away",     "not_suitable", "opened_in_error"};
};

/// The case ends.
struct Closed {
  ClosingReason reason;

  friend bool operator==(const Closed&, const Closed&) = default;
};

/// A closed case goes on.
struct Reopened {
  boost::optional<IncidentId> incident = {};  ///< none: for another reason than an incident

  friend bool operator==(const Reopened&, const Reopened&) = default;
};

/// An earlier event does not count from now on: it was recorded wrongly. What is right is an event of its own.
struct Withdrawn {
  CaseEventId event;
  ReasonId reason;

  friend bool operator==(const Withdrawn&, const Withdrawn&) = default;
};

/// How far a case has come.
enum class CaseStatus : std::uint8_t {
  not_referred,  ///< nothing has happened yet
  referred,
  suitable,  ///< one for the early-help practitioners, or allocated to them by the daily review
  not_suitable,
  allocated,
  in_contact,  ///< both sides have spoken
  closed,
};

template <>
struct Names<CaseStatus> {
  static constexpr std::array<std::string_view, 7> ids = {"not_referred", "referred",   "suitable", "not_suitable",
                                                          "allocated",    "in_contact", "closed"};
};

}  // namespace earlyhelp
