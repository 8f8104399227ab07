#include "decision_members.hpp"
#include "event_body_row.hpp"
#include "listed_value.hpp"
#include "listed_writer.hpp"

namespace earlyhelp::io {

template <>
void check(const Clock& clock) {
  if (!is_possible(clock)) refuse_member("amount", "expected an amount with which such a clock can run");
}

template <class Value>
CaseDecision case_decision_of(Value& value) {
  return value_from<CaseDecision>(value);
}

template CaseDecision case_decision_of(JsonRow&);
template CaseDecision case_decision_of(PlainRow&);

void write_value(const Findings& findings, JsonWriter& json) {
  json.begin_object();
  for (const auto finding : values_of<Finding>) {
    if (findings[finding] != Answer::unknown) write_value(findings[finding], json.key(earlyhelp::to_string(finding)));
  }
  json.end_object();
}

void write_case_decision(const CaseDecision& decision, JsonWriter& json) { write_value(decision, json); }

}  // namespace earlyhelp::io
