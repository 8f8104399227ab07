#pragma once

#include <earlyhelp/policy/duty.hpp>

#include <array>

namespace earlyhelp {

/// A duty that need not be listed when a graver one is. These are no rows of the rule table, so that no policy can
/// switch them off: who must be contacted safely is never also contacted through the family.
struct Cover {
  Duty covered;
  Duty by;
};

constexpr std::array covers{Cover{.covered = Duty::mash_consideration, .by = Duty::mash_referral},
                            Cover{.covered = Duty::contact_family, .by = Duty::contact_victim_safely}};

/// What the high-risk panel takes over.
constexpr Duties covered_by_panel{Duty::review_decision, Duty::contact_family};

}  // namespace earlyhelp
