#include "json_row.hpp"

namespace earlyhelp::io {

void refuse(simdjson::error_code error, std::string_view expected) {
  const bool is_json = error == simdjson::INCORRECT_TYPE || error == simdjson::NUMBER_ERROR;
  if (is_json) refuse(expected);
  refuse(std::string{"not JSON: "} + simdjson::error_message(error));
}

std::string_view text_of(JsonRow& value, std::string_view expected) {
  const auto raw = raw_text_of(value, expected);
  return raw.find('\\') == std::string_view::npos ? raw : taken(value.get_string(), expected);
}

std::string_view key_of(simdjson::ondemand::field& field) {
  const auto raw = raw_key_of(field);
  return raw.find('\\') == std::string_view::npos ? raw : taken(field.unescaped_key(), "expected a key");
}

std::int64_t number_of(JsonRow& value, std::string_view expected) { return taken(value.get_int64(), expected); }

double real_number_of(JsonRow& value, std::string_view expected) { return taken(value.get_double(), expected); }

bool boolean_of(JsonRow& value) { return taken(value.get_bool(), "expected true or false"); }

}  // namespace earlyhelp::io
