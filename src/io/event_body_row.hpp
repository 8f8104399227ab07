#pragma once

#include "row_value.hpp"

#include <earlyhelp/casework/case_event.hpp>
#include <earlyhelp/io/json_writer.hpp>

namespace earlyhelp::io {

/// What happened, as an event of `kind` says it.
template <class Value>
CaseEventBody event_body_of(Value& value, EventKind kind);
void write_event_body(const CaseEventBody& body, JsonWriter& json);

/// The decision that an event of triage, or of another grade, holds.
template <class Value>
CaseDecision case_decision_of(Value& value);
void write_case_decision(const CaseDecision& decision, JsonWriter& json);

}  // namespace earlyhelp::io
