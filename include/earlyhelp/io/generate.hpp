#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/source.hpp>

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>

namespace earlyhelp::io {

/// What to make up.
struct Generation {
  std::uint64_t incidents;
  std::uint64_t seed;
  Date first_day = Date{2026, 1, 5};

  friend bool operator==(const Generation&, const Generation&) = default;
};

/// Makes up incidents of invented people and passes them on in the order in which they were recorded. The same
/// `generation` makes the same incidents everywhere: only whole numbers and a generator that the language specifies
/// are used.
///
/// Recordings are independent of each other, about 40 a day. Families call once or come back as often as the published
/// concentration suggests; all that a family does falls inside the feed. Memory grows with the families that will still
/// come back, about one in forty incidents.
void generate(const Generation& generation, const std::function<void(const Incident&)>& sink);

/// A number that the made-up feed rests on, so that nobody takes it for a finding.
struct Assumption {
  std::string_view what;
  int per_thousand;
  bool is_published;  ///< false: an assumption of this library
  Source source;
};

/// All of them.
std::span<const Assumption> generator_assumptions() noexcept;

}  // namespace earlyhelp::io
