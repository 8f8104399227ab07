#pragma once

#include <earlyhelp/triage/facts.hpp>

#include <cstddef>
#include <cstdint>
#include <string>

namespace earlyhelp::io {

/// "1,234,567"
std::string grouped(std::uint64_t number);

/// `text` with blanks before it, to `width`.
std::string padded_left(const std::string& text, std::size_t width);

/// The facts in which an incident departs from another: "weapon y, officer_grade none".
std::string departures(const Facts& facts, const Facts& from);

}  // namespace earlyhelp::io
