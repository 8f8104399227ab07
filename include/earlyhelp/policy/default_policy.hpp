#pragma once

#include <earlyhelp/policy/policy_book.hpp>

#include <span>

namespace earlyhelp {

/// The policy that ships: 40 rules, and the numbers of section 5 with their sources. Numbers that are this library's
/// own say so in their source; they are a starting point for a force's own book, not advice.
///
/// Source: default triage policy, sections 3 and 5.
PolicyBook default_policy_book();

/// The rule table of the shipped policy, a constant expression.
std::span<const Rule> default_rules() noexcept;

/// The conditions named *graded*, *act*, *abuse* and *child* there.
Terms default_terms() noexcept;

}  // namespace earlyhelp
