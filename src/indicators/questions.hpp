#pragma once

#include "indicators/subject_cases.hpp"

#include <earlyhelp/indicators/case_outcome.hpp>
#include <earlyhelp/indicators/case_record.hpp>
#include <earlyhelp/indicators/indicator.hpp>

#include <algorithm>

namespace earlyhelp {

// What several indicators ask.

inline constexpr Source annual_report = {.title = "Early intervention service, annual report 2020-21",
                                         .section = "a handful of percentages; who counts in which: library default"};

inline bool is_spoken_with(const CaseRecord& record) noexcept { return record.first_contact.has_value(); }

inline constexpr Question for_the_service = {
    .asks = "Is any of its cases one for the service: suitable, and not opened in error?",
    .of = [](const Subject& subject) { return reply(any_case(subject, is_for_the_service)); }};

}  // namespace earlyhelp
