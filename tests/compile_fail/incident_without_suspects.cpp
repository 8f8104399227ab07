// An incident says who its suspects are: an empty list by accident would be nobody.
// error: missing initializer for member 'earlyhelp::Incident::suspects'
#include <earlyhelp/incident/incident.hpp>

earlyhelp::Incident make(const earlyhelp::WrittenInstant& when) {
  return {.id = earlyhelp::IncidentId{"i-1"},
          .occurred_at = when,
          .recorded_at = when,
          .victims = {},
#ifndef EXPECT_FAILURE
          .suspects = {}
#endif
  };
}
