#pragma once

#include <earlyhelp/policy/policy_book.hpp>

#include <string>

namespace earlyhelp::io {

/// `book` as a page to read: its numbers with unit, day and source, its terms, and the rule table: each rule with when
/// it fires, the grade and route it asks for at least, its duties and its source. Rules that can fire on an incident
/// that is not domestic are marked *.
std::string policy_page(const PolicyBook& book);

}  // namespace earlyhelp::io
