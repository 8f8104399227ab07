#pragma once

#include "indicators/subject_cases.hpp"

#include <earlyhelp/date.hpp>

#include <boost/optional/optional.hpp>

#include <algorithm>

namespace earlyhelp {

/// The first local day, from the index day on, on which a case of the subject was closed because they moved away. Days
/// are compared and not instants: which came first on the index day is not sure enough for somebody who moved away to
/// count as followed. The exit stays, though a later case of the subject begins; only reopening the case undoes it.
///
/// None: they have not moved away.
inline boost::optional<Date> exit_of(const Subject& subject) {
  const auto index = subject.all.day_of(subject.index);
  boost::optional<Date> exit;
  for_each_case(subject, [&](const CaseRecord& record) {
    if (record.closed_for != ClosingReason::moved_away) return;
    const auto day = subject.all.day_of(*record.closed_at);
    if (day >= index && (!exit || day < *exit)) exit = day;
  });
  return exit;
}

}  // namespace earlyhelp
