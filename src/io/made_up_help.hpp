#pragma once

#include "case_plan.hpp"

#include <boost/optional/optional.hpp>

#include <string>
#include <vector>

namespace earlyhelp::io {

/// Whom a made-up case is about.
struct HelpedFamily {
  std::string name;       ///< what its channels are called by
  std::string referrals;  ///< what its referrals on are called by, this time
  PersonId victim;
  boost::optional<PersonId> suspect;  ///< none: a school sent them
  std::vector<PersonId> children;
  WorkerId worker;
  WorkerId other_worker;  ///< for the suspect
  WorkerId manager;
};

/// Plans how a family is helped that is allocated at `start`, reported at `reported_at`: contact, consent, work,
/// referrals on, and the end. When the victim will have been spoken with. None: never.
boost::optional<Instant> plan_help(const HelpedFamily& family, Instant reported_at, Instant start, const TimeZone& zone,
                                   Chance& chance, CasePlan& plan);

}  // namespace earlyhelp::io
