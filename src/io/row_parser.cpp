#include "row_parser.hpp"

namespace earlyhelp::io {

static_assert(LineReader::padding >= simdjson::SIMDJSON_PADDING);

RowParser::RowParser() {
  if (parser_.allocate(LineReader::default_limit_bytes) != simdjson::SUCCESS) throw std::bad_alloc{};
}

simdjson::ondemand::object RowParser::object_in(const Line& line) {
  if (line.is_too_long) refuse("the line is too long");
  const simdjson::padded_string_view text{line.text.data(), line.text.size(), line.text.size() + LineReader::padding};
  if (const auto error = parser_.iterate(text).get(document_)) {
    refuse(error == simdjson::UTF8_ERROR ? "expected valid UTF-8"
                                         : std::string{"not JSON: "} + simdjson::error_message(error));
  }
  return taken(document_.get_object(), "expected a JSON object");
}

void RowParser::require_end() {
  const char* rest = nullptr;
  if (document_.current_location().get(rest) == simdjson::SUCCESS) refuse("expected nothing after the object");
}

Reject RowParser::reject(const Line& line, RowFault fault) {
  const bool is_cut = line.is_unterminated && fault.reason.starts_with("not JSON");
  return {.line = line.number,
          .field = std::move(fault.field),
          .reason = is_cut ? "the file breaks off in this line" : std::move(fault.reason)};
}

}  // namespace earlyhelp::io
