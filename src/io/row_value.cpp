#include "row_value.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>

namespace earlyhelp::io {
namespace {

constexpr std::size_t max_named_key = 64;

bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

}  // namespace

void refuse(std::string_view reason) { throw RowFault{.field = {}, .reason = std::string{reason}}; }

void refuse(simdjson::error_code error, std::string_view expected) {
  const bool is_json = error == simdjson::INCORRECT_TYPE || error == simdjson::NUMBER_ERROR;
  if (is_json) refuse(expected);
  refuse(std::string{"not JSON: "} + simdjson::error_message(error));
}

void refuse_key(std::string_view key, std::string_view reason) {
  const bool can_be_named =
      !key.empty() && key.size() <= max_named_key && std::all_of(key.begin(), key.end(), is_plain);
  throw RowFault{.field = can_be_named ? std::string{key} : "?", .reason = std::string{reason}};
}

std::string_view text_of(JsonRow& value, std::string_view expected) {
  const auto raw = raw_text_of(value, expected);
  return raw.find('\\') == std::string_view::npos ? raw : taken(value.get_string(), expected);
}

std::string_view key_of(simdjson::ondemand::field& field) {
  const auto raw = raw_key_of(field);
  return raw.find('\\') == std::string_view::npos ? raw : taken(field.unescaped_key(), "expected a key");
}

int whole_number_of(JsonRow& value, int least, int most, std::string_view expected) {
  const auto number = taken(value.get_int64(), expected);
  if (number < least || number > most) refuse(expected);
  return static_cast<int>(number);
}

bool boolean_of(JsonRow& value) { return taken(value.get_bool(), "expected true or false"); }

Date day_of(JsonRow& value) {
  constexpr std::string_view expected = "expected a day that exists, written YYYY-MM-DD";
  return parsed_of(value, expected, [](std::string_view text) { return parse_date(text); });
}

WrittenInstant instant_of(JsonRow& value) {
  constexpr std::string_view expected = "expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset";
  return parsed_of(value, expected, [](std::string_view text) { return parse_instant(text); });
}

}  // namespace earlyhelp::io
