#pragma once

#include <earlyhelp/casework/case_rule.hpp>
#include <earlyhelp/casework/case_state.hpp>
#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/casework/contact.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/instant.hpp>

#include <boost/optional/optional.hpp>

namespace earlyhelp {

/// A contact that somebody thinks of.
struct PlannedContact {
  PersonId person;
  ContactMode mode;
  boost::optional<ChannelId> channel = {};  ///< none: face to face
  WorkerId by;
  bool leaves_message = false;  ///< on a voice mail, with whoever answers; letters and texts always do

  friend bool operator==(const PlannedContact&, const PlannedContact&) = default;
};

/// Every reason not to make `contact` at `at`, with a family whose case stands as `state` says. Only when there is none
/// may anybody suggest it, or do it.
///
///   the victim and the children    by a channel that its person confirmed as safe not long ago, in safe hours, that no
///                                  perpetrator shares; something that stays behind only where the person agreed
///   nothing known of a channel     one live, neutral call, and no message
///   the perpetrator                not before every victim was spoken with
///   honour or a forced marriage    nobody but the victim
///   whoever must not receive       nothing
///   whoever works with one side    not with the other, unless a manager allowed it
///
/// A confirmation that is older than the policy allows is as good as none. A visit to a household that a perpetrator
/// lives in is a shared channel.
///
/// Source: reference service, safe contact: no message unless recorded as safe; SafeLives, DASH quick start guidance
/// (safe contact details first); the numbers are library defaults.
EnumSet<CaseRule> contact_vetoes(const CaseFile& case_file, const CaseState& state, const PlannedContact& contact,
                                 Instant at, const CaseworkPolicy& policy);

}  // namespace earlyhelp
