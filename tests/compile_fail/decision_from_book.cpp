// A policy book is not yet a policy: which of its rows are in force is a question of the day.
// error: (invalid initialization of reference|no matching function for call to 'triage)
#include <earlyhelp/triage/triage.hpp>

earlyhelp::Decision decide(const earlyhelp::Facts& facts, const earlyhelp::PolicyBook& book) {
#ifdef EXPECT_FAILURE
  return triage(facts, book);
#else
  return triage(facts, earlyhelp::Policy{book, facts.reported_on});
#endif
}
