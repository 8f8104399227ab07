#pragma once

#include <earlyhelp/casework/casework_policy.hpp>
#include <earlyhelp/report/practitioner_list.hpp>

#include <vector>

namespace earlyhelp {

/// A case as it stands, and what somebody sees of how it stands.
struct SeenCase {
  const CaseFile& case_file;
  const CaseState& state;
  const CaseState& seen;
  Viewer viewer;
};

/// Whether `by`, who sees the case so, may contact `person` next, and how. The vetoes are those of the whole case; the
/// channels are those that the viewer sees.
PersonToContact contact_outlook(const SeenCase& seen_case, const PersonId& person, const WorkerId& by,
                                const CaseworkPolicy& policy, Instant now);

/// Whether `person` confirmed a channel as safe that can be used now, or within the next days.
bool has_safe_channel(const SeenCase& seen_case, const PersonId& person, const CaseworkPolicy& policy, Instant now);

}  // namespace earlyhelp
