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

void RowFault::put_before(std::string_view key) {
  if (!field.empty() && field.front() != '[') field.insert(0, 1, '.');
  field.insert(0, key);
}

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
  auto token = value.raw_json_token();
  if (token.front() != '"') refuse(expected);
  while (token.back() != '"') token.remove_suffix(1);  // the token reaches to the next one
  token = token.substr(1, token.size() - 2);
  if (token.find('\\') != std::string_view::npos) return taken(value.get_string(), expected);
  taken(value.get_raw_json_string(), expected);
  return token;
}

std::string_view key_of(simdjson::ondemand::field& field) {
  const char* begin = field.key().raw();
  // The row was found to be well-formed as far as quotes go: a key has an end.
  const auto* end = begin;
  while (*end != '"' && *end != '\\') ++end;
  if (*end == '\\') return taken(field.unescaped_key(), "expected a key");
  return {begin, static_cast<std::size_t>(end - begin)};
}

int whole_number_of(JsonRow& value, int least, int most, std::string_view expected) {
  const auto number = taken(value.get_int64(), expected);
  if (number < least || number > most) refuse(expected);
  return static_cast<int>(number);
}

bool boolean_of(JsonRow& value) { return taken(value.get_bool(), "expected true or false"); }

Date day_of(JsonRow& value) {
  constexpr std::string_view expected = "expected a day that exists, written YYYY-MM-DD";
  const auto day = parse_date(text_of(value, expected));
  if (!day) refuse(expected);
  return *day;
}

WrittenInstant instant_of(JsonRow& value) {
  constexpr std::string_view expected = "expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset";
  const auto instant = parse_instant(text_of(value, expected));
  if (!instant) refuse(expected);
  return *instant;
}

}  // namespace earlyhelp::io
