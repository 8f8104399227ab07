#pragma once

#include "name_table.hpp"
#include "row_fault.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <simdjson.h>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

namespace earlyhelp::io {

using JsonRow = simdjson::ondemand::value;

[[noreturn]] void refuse(std::string_view reason);
/// A value of another type is refused as `expected`; what is no JSON at all is refused as that.
[[noreturn]] void refuse(simdjson::error_code error, std::string_view expected);
/// Refuses a key that is not known; it is named only when it cannot be a sentence.
[[noreturn]] void refuse_key(std::string_view key, std::string_view reason);

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

int whole_number_of(JsonRow& value, int least, int most, std::string_view expected);
bool boolean_of(JsonRow& value);
Date day_of(JsonRow& value);
WrittenInstant instant_of(JsonRow& value);

template <class Reference>
Reference reference_from(std::string_view text) {
  try {
    return Reference{std::string{text}};
  } catch (const std::invalid_argument&) {
    refuse("expected a reference: 1 to 128 bytes without white space");
  }
}

template <class Reference>
Reference reference_of(JsonRow& value) {
  return reference_from<Reference>(text_of(value, "expected a reference"));
}

/// What `parse` makes of a text. Only when that is nothing can an escape matter: none is needed to write it.
template <class Parse>
auto parsed_of(JsonRow& value, std::string_view expected, Parse parse) {
  auto found = parse(raw_text_of(value, expected));
  if (!found) found = parse(text_of(value, expected));
  if (!found) refuse(expected);
  return *found;
}

/// `expected` says which ids are possible.
template <Named Enum>
Enum choice_of(JsonRow& value, std::string_view expected) {
  return parsed_of(value, expected, [](std::string_view id) { return name_table<Enum>.find(id); });
}

/// The key when it is written with escapes. Refuses a key that is none.
template <Named Key>
Key rare_key(simdjson::ondemand::field& field) {
  const auto name = key_of(field);
  const auto key = name_table<Key>.find(name);
  if (!key) refuse_key(name, "unknown key");
  return *key;
}

/// Calls `take(key, value)` for each member of an object whose keys are the ids of `Key`, each at most once. A member
/// that is null is left out: null says the same as absence. Returns the keys that had a value.
template <Named Key, class Take>
EnumSet<Key> each_member(simdjson::ondemand::object object, Take take) {
  EnumSet<Key> seen;
  EnumSet<Key> given;
  for (auto member : object) {
    auto field = taken(std::move(member), "an object");
    auto key = name_table<Key>.find(raw_key_of(field));
    if (!key) key = rare_key<Key>(field);
    if (seen.contains(*key)) refuse_key(earlyhelp::to_string(*key), "the key occurs twice");
    seen.insert(*key);
    try {
      if (take_null(field.value())) continue;
      take(*key, field.value());
      given.insert(*key);
    } catch (RowFault& fault) {
      fault.put_before(earlyhelp::to_string(*key));
      throw;
    }
  }
  return given;
}

inline simdjson::ondemand::object object_of(JsonRow& value) { return taken(value.get_object(), "expected an object"); }

/// Calls `take(value)` for each element of an array.
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

/// Refuses an object in which `key`, which is required, had no value.
template <Named Key>
void require(EnumSet<Key> given, Key key) {
  if (!given.contains(key)) throw RowFault{.field = std::string{earlyhelp::to_string(key)}, .reason = "missing"};
}

}  // namespace earlyhelp::io
