#pragma once

#include "row_fault.hpp"

#include <simdjson.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace earlyhelp::io {

/// A value of a row of NDJSON as the general parser gives it: any JSON.
using JsonRow = simdjson::ondemand::value;

/// A value of another type is refused as `expected`; what is no JSON at all is refused as that.
[[noreturn]] void refuse(simdjson::error_code error, std::string_view expected);

template <class Value>
Value taken(simdjson::simdjson_result<Value> result, std::string_view expected) {
  Value value;
  if (const auto error = std::move(result).get(value)) refuse(error, expected);
  return value;
}

/// Whether the value is null, and taken then.
inline bool take_null(JsonRow& value) {
  return *value.raw_json_token().data() == 'n' && taken(value.is_null(), "a value");
}

/// The bytes between the quotes of a text, escapes as they are written; the value is taken. The token of a text reaches
/// to the next one, so its end is found from there, without looking at what is in it.
inline std::string_view raw_text_of(JsonRow& value, std::string_view expected) {
  const auto token = value.raw_json_token();
  if (token.front() != '"') refuse(expected);
  auto size = token.size();
  while (token[size - 1] != '"') --size;
  (void)value.get_raw_json_string();
  return token.substr(1, size - 2);
}

/// The content of a text with its escapes resolved; its bytes stay where they are in the row when there are none.
std::string_view text_of(JsonRow& value, std::string_view expected);

/// The bytes between the quotes of a key, escapes as they are written. Its end is found from its value.
inline std::string_view raw_key_of(simdjson::ondemand::field& field) {
  const char* begin = field.key().raw();
  const char* end = field.value().raw_json_token().data();
  do --end;
  while (*end != '"');
  return {begin, static_cast<std::size_t>(end - begin)};
}

/// The key with its escapes resolved.
std::string_view key_of(simdjson::ondemand::field& field);

std::int64_t number_of(JsonRow& value, std::string_view expected);
double real_number_of(JsonRow& value, std::string_view expected);
bool boolean_of(JsonRow& value);

/// Calls `take(field)` for each member of an object.
template <class Take>
void each_field(simdjson::ondemand::object& object, Take take) {
  for (auto member : object) {
    auto field = taken(std::move(member), "an object");
    take(field);
  }
}
template <class Take>
void each_field(JsonRow& value, Take take) {
  auto object = taken(value.get_object(), "expected an object");
  each_field(object, take);
}

/// Calls `take(item)` for each element of an array.
template <class Take>
void each_element(JsonRow& value, Take take) {
  auto array = taken(value.get_array(), "expected an array");
  std::size_t index = 0;
  for (auto element : array) {
    try {
      auto item = taken(std::move(element), "an element");
      take(item);
    } catch (RowFault& fault) {
      fault.put_before('[' + std::to_string(index) + ']');
      throw;
    }
    ++index;
  }
}

}  // namespace earlyhelp::io
