#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/incident_decision.hpp>

#include <memory>
#include <string>

namespace earlyhelp::io {

/// Appends what was decided about an incident to `out`, as one line of compact NDJSON that decision.schema.json
/// describes (it ships, see shipped_file.hpp):
///
///   {"id":"i-7","grade":"standard","route":"early_intervention","duties":["daily_review","contact_family"],
///    "reasons":["domestic-incident","officer-grade","first-contact"],"grade_if_unknowns_yes":"standard",
///    "route_if_unknowns_yes":"early_intervention","duties_if_unknowns_yes":["daily_review","contact_family"],
///    "provisional":"n","ask_next":[],"suitability":"suitable",
///    "due":{"daily_review":"2026-01-06T09:00:00Z","contact_family":"2026-01-07T10:00:00Z"},
///    "issues":[],"policy":{"id":"earlyhelp-default","version":1,"in_force_from":"2009-03-01"}}
///
/// A grade that nobody gave is "none", a due time that the calendar does not cover "not_covered". Of an incident with
/// several pairs `reasons_by_pair` says of each reason, in rule order and then by pair, whom it is about.
///
/// Requires: `due` and `policy` are those of `decided`.
void write_ndjson(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
                  std::string& out);

/// Writes decisions as write_ndjson() does, byte for byte, and remembers how the different ones read: in a feed most
/// are like one before. One for each thread; it keeps up to 256 of them, about half a megabyte.
class DecisionWriter {
 public:
  DecisionWriter();
  DecisionWriter(DecisionWriter&&) noexcept;
  DecisionWriter& operator=(DecisionWriter&&) noexcept;
  ~DecisionWriter();

  /// Requires: as write_ndjson(); a policy stays where it is, as it is, while the writer is used.
  void write(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
             std::string& out);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Appends the line that names the columns of `write_csv`.
void write_csv_header(std::string& out);

/// Appends the same as one line of CSV, but reasons_by_pair: the NDJSON keys as columns, the policy in three of them;
/// lists separated by semicolons, due times as duty=instant; quoted where an id needs it.
void write_csv(const IncidentId& id, const IncidentDecision& decided, const DueTimes& due, const Policy& policy,
               std::string& out);

}  // namespace earlyhelp::io
