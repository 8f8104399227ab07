#pragma once

#include <earlyhelp/casework/case_event.hpp>
#include <earlyhelp/casework/case_state.hpp>

#include <boost/optional/optional.hpp>

#include <type_traits>
#include <variant>

namespace earlyhelp {

/// Calls `visit` for the id of every person in `body`, of the family or not.
template <class Body, class Visit>
void for_each_person_id(Body& body, Visit visit) {
  if constexpr (requires { body.person; }) visit(body.person);
  if constexpr (requires { body.child; }) visit(body.child);
  if constexpr (requires { body.with; }) visit(body.with);
  if constexpr (requires { body.recipient; }) visit(body.recipient);
  if constexpr (std::is_same_v<std::remove_const_t<Body>, IncidentDisclosed>) visit(body.by);
}

/// Calls `visit(person, is_as_child)` for each person of the family that `body` is about.
template <class Visit>
void for_each_person(const CaseEventBody& body, Visit visit) {
  std::visit(
      [&](const auto& what) {
        if constexpr (requires { what.person; }) visit(what.person, false);
        if constexpr (requires { what.child; }) visit(what.child, true);
        if constexpr (std::is_same_v<std::decay_t<decltype(what)>, IncidentDisclosed>) visit(what.by, false);
      },
      body);
}

/// What `person` is in the case. None: nobody of the family.
boost::optional<FamilyRole> role_of(const CaseFile& case_file, const PersonId& person) noexcept;

/// Whether nothing of the case may reach `recipient`.
bool is_barred(const CaseState& state, const PersonId& recipient) noexcept;

/// Whether `worker` works with a perpetrator when `role` is a victim, or the other way round, and no manager allowed
/// it.
bool works_with_other_side(const CaseState& state, const WorkerId& worker, boost::optional<FamilyRole> role) noexcept;

}  // namespace earlyhelp
