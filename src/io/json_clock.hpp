#pragma once

#include "json_document.hpp"

#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/policy/parameter.hpp>

namespace earlyhelp::io {

/// The clock that "unit", "value" and "start" of an object say; it may have other members too.
DutyClock clock_from(const JsonValue& json);

/// The same three members, into an object that is open.
void write_clock(JsonWriter& json, const DutyClock& clock);

}  // namespace earlyhelp::io
