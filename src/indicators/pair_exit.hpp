#pragma once

#include "indicators/subject_cases.hpp"

#include <earlyhelp/date.hpp>

#include <boost/optional/optional.hpp>

#include <algorithm>

namespace earlyhelp {

/// The first day on or after the index day on which a case of the subject was closed because they moved away. None:
/// they have not.
inline boost::optional<Date> exit_of(const Subject& subject) {
  boost::optional<Date> exit;
  for_each_case(subject, [&](const CaseRecord& record) {
    if (record.closed_for != ClosingReason::moved_away || *record.closed_at < subject.index) return;
    const auto day = subject.all.day_of(*record.closed_at);
    if (!exit || day < *exit) exit = day;
  });
  return exit;
}

}  // namespace earlyhelp
