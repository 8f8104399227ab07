#pragma once

#include "indicators/subject_cases.hpp"

#include <earlyhelp/indicators/case_outcome.hpp>
#include <earlyhelp/indicators/case_record.hpp>
#include <earlyhelp/indicators/indicator.hpp>

namespace earlyhelp {

// What several indicators ask.

inline constexpr Source annual_report = {.title = "Early intervention service, annual report 2020-21",
                                         .section = "a handful of percentages; who counts in which: library default"};

inline constexpr Source own = {.title = "library default"};

constexpr bool is_mash(Service service) noexcept { return service == Service::mash; }
constexpr bool is_marac(Service service) noexcept { return service == Service::marac; }
constexpr bool is_specialist(Service service) noexcept { return !is_safeguarding(service); }

/// Whether the case had begun by then: what is said to have been done earlier is a mistake in the record.
inline bool is_since_beginning(const CaseRecord& record, Instant at) noexcept {
  return record.began_at && *record.began_at <= at;
}
inline bool is_reached(const CaseRecord& record) noexcept { return record.first_contact.has_value(); }

inline constexpr Question for_the_service = {
    .asks = "Is any of its cases one for the service: suitable, and not opened in error?",
    .of = [](const Subject& subject) { return reply(any_case(subject, is_for_the_service)); }};

}  // namespace earlyhelp
