#pragma once

#include <earlyhelp/people/children_facts.hpp>
#include <earlyhelp/triage/fact.hpp>

#include <cstdint>

namespace earlyhelp {

/// What stands for no grade and no checklist, and for no child of known age: below, and above, every other value.
constexpr std::int64_t none_level = -1;
constexpr std::int64_t no_age_level = adult_from_years;

/// The value of `fact` as a number that is the higher the further the fact has gone up: an answer is 0, 1, 2 for no,
/// unknown, yes; a day its number.
std::int64_t level_of(Fact fact, const Facts& facts) noexcept;

/// Gives `fact` the value that `level` stands for. Requires: it stands for one.
void set_level(Fact fact, Facts& facts, std::int64_t level) noexcept;

/// `into` with these facts of `from`.
Facts with(Facts into, EnumSet<Fact> facts, const Facts& from) noexcept;

}  // namespace earlyhelp
