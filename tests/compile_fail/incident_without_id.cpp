// An incident that forgets its id is none.
// error: (could not convert .* to|no matching constructor for initialization of) 'earlyhelp::IncidentId'
#include <earlyhelp/incident/incident.hpp>

earlyhelp::Incident make(const earlyhelp::WrittenInstant& when) {
  earlyhelp::Incident incident{
#ifndef EXPECT_FAILURE
      .id = earlyhelp::IncidentId{"i-1"},
#endif
      .occurred_at = when,
      .recorded_at = when,
      .victims = {},
      .suspects = {}};
  return incident;
}
