#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/people/definition.hpp>

namespace earlyhelp {

/// An incident between one victim and one suspect, as history keeps it. An incident with several of either is several
/// of these with one id.
struct PastIncident {
  IncidentId id;
  WrittenInstant occurred_at;
  Instant recorded_at;
  PersonId victim;
  PersonId suspect;
  Definition definition;

  friend bool operator==(const PastIncident&, const PastIncident&) = default;
};

/// A referral of one victim and one suspect to a multi-agency risk assessment conference (MARAC).
struct MaracReferral {
  ReferralId id;
  WrittenInstant occurred_at;
  Instant recorded_at;
  PersonId victim;
  PersonId suspect;

  friend bool operator==(const MaracReferral&, const MaracReferral&) = default;
};

/// Two people who belong together: they are recorded as connected, or as sharing a household now or formerly. The order
/// of the two means nothing.
struct PersonLink {
  PersonId one;
  PersonId other;
  Instant recorded_at;

  friend bool operator==(const PersonLink&, const PersonLink&) = default;
};

}  // namespace earlyhelp
