#pragma once

#include "json_document.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/source.hpp>

namespace earlyhelp::io {

/// A day written YYYY-MM-DD.
Date day_from(const JsonValue& json);

/// {"title": "...", "section": "..."}; the title must say something, the section may be absent.
Source source_from(const JsonValue& json);
void write_source(JsonWriter& json, const Source& source);

}  // namespace earlyhelp::io
