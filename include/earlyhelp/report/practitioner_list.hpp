#pragma once

#include <earlyhelp/casework/case_rule.hpp>
#include <earlyhelp/casework/case_state.hpp>
#include <earlyhelp/casework/contact.hpp>
#include <earlyhelp/casework/lead.hpp>
#include <earlyhelp/casework/view.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/report/open_duty.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Whether a practitioner may contact somebody next.
enum class ContactOutlook : std::uint8_t {
  now,
  later,             ///< not at this hour; from the time of the ways on
  one_neutral_call,  ///< nothing is confirmed any more: one live call that says nothing of its purpose, no message
  not_permitted,     ///< something speaks against any contact with this person
  no_safe_channel,   ///< none that the practitioner may know of
  case_incomplete,   ///< something of the case could not be read, and may speak against it: a person has to look first
};

template <>
struct Names<ContactOutlook> {
  static constexpr std::array<std::string_view, 6> ids = {"now",           "later",           "one_neutral_call",
                                                          "not_permitted", "no_safe_channel", "case_incomplete"};
};

/// A way of contact against which nothing speaks, from a time on.
struct ContactWay {
  ChannelId channel;
  EnumSet<ContactMode> modes;  ///< of those that use a channel; which of them this one can do, the channel says
  Instant from;
  bool is_neutral_call = false;  ///< see ContactOutlook::one_neutral_call

  friend bool operator==(const ContactWay&, const ContactWay&) = default;
};

/// Somebody of a family with whom a practitioner works.
struct PersonToContact {
  PersonId person;
  boost::optional<FamilyRole> role;  ///< none: nobody of the family
  ContactOutlook outlook;
  std::vector<ContactWay> ways = {};  ///< by time, then by channel
  EnumSet<CaseRule> vetoes = {};      ///< what speaks against any contact; who works with a perpetrator is not told

  friend bool operator==(const PersonToContact&, const PersonToContact&) = default;
};

/// A case on a practitioner's list.
struct PractitionerCase {
  CaseId in_case;
  Viewer seen_as;                       ///< as whom the practitioner sees the case
  boost::optional<Lead> lead = {};      ///< who leads contact; none: not decided, or not shown
  std::vector<PersonToContact> people;  ///< with whom they work, by id
  std::vector<OpenDuty> duties = {};    ///< by due time, those without one last; then as CaseDuty has them

  friend bool operator==(const PractitionerCase&, const PractitionerCase&) = default;
};

/// What one practitioner has to do: the cases in which they are allocated to somebody.
///
/// Each case is what view_for() shows to them: whoever works with a victim or a child sees it as victim_worker,
/// everybody else as perpetrator_worker, and so neither a channel of the victim nor a duty that was decided from what
/// the victim told. Who was allowed to work with both sides also sees how the perpetrator is reached. No way of contact
/// is named unless contact_vetoes() has nothing against it, and none in a case of which something could not be read.
struct PractitionerList {
  WorkerId worker;
  std::vector<PractitionerCase> cases;  ///< whichever has the earliest due duty first, then by id

  friend bool operator==(const PractitionerList&, const PractitionerList&) = default;
};

}  // namespace earlyhelp
