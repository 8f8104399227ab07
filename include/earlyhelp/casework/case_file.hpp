#pragma once

#include <earlyhelp/casework/case_event.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/issue.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/people/person.hpp>
#include <earlyhelp/people/relationship.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// The identity of a case: one family's time with the service.
using CaseId = Id<struct CaseFile>;

/// What somebody is in a case.
enum class FamilyRole : std::uint8_t { victim, perpetrator, child, other };

template <>
struct Names<FamilyRole> {
  static constexpr std::array<std::string_view, 4> ids = {"victim", "perpetrator", "child", "other"};
};

/// Somebody of the family.
struct FamilyMember {
  Person person;
  FamilyRole role;
  Instant recorded_at;

  friend bool operator==(const FamilyMember&, const FamilyMember&) = default;
};

/// What two of them are to each other, and from when until when.
struct FamilyTie {
  PersonId one;
  PersonId other;
  RelationshipKind kind;
  boost::optional<Date> from = {};   ///< none: not known
  boost::optional<Date> until = {};  ///< none: not known to have ended
  Instant recorded_at;

  friend bool operator==(const FamilyTie&, const FamilyTie&) = default;
};

/// Where one of them lives, and from when until when.
struct Residence {
  PersonId person;
  HouseholdId household;
  boost::optional<Date> from = {};
  boost::optional<Date> until = {};
  Instant recorded_at;

  friend bool operator==(const Residence&, const Residence&) = default;
};

/// One family's case: who they are, and everything that happened, in any order.
struct CaseFile {
  CaseId id;
  std::vector<FamilyMember> members = {};
  std::vector<FamilyTie> ties = {};
  std::vector<Residence> residences = {};
  std::vector<CaseEvent> events = {};

  friend bool operator==(const CaseFile&, const CaseFile&) = default;
};

/// What makes it impossible to keep `event` in `case_file`, whatever the rules of casework say of it: it was recorded
/// before it occurred, its id is that of another event, a number cannot be. None: it can be kept.
boost::optional<Issue> event_fault(const CaseFile& case_file, const CaseEvent& event);

/// Keeps `event`. One that is there already changes nothing.
///
/// Throws: std::invalid_argument naming what event_fault() names.
void append(CaseFile& case_file, CaseEvent event);

/// `case_file` as it was known at `at`: without whatever was recorded later.
CaseFile as_of(const CaseFile& case_file, Instant at);

}  // namespace earlyhelp
