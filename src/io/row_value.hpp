#pragma once

#include "json_row.hpp"
#include "name_table.hpp"
#include "plain_row.hpp"
#include "row_fault.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>

// What a row means is written once, for either kind of value: JsonRow, any JSON, and PlainRow, the usual one.
namespace earlyhelp::io {

template <class Value>
int whole_number_of(Value& value, int least, int most, std::string_view expected) {
  const auto number = number_of(value, expected);
  if (number < least || number > most) refuse(expected);
  return static_cast<int>(number);
}

template <class Reference>
Reference reference_from(std::string_view text) {
  try {
    return Reference{std::string{text}};
  } catch (const std::invalid_argument&) {
    refuse("expected a reference: 1 to 128 bytes without white space");
  }
}

template <class Reference, class Value>
Reference reference_of(Value& value) {
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
template <class Parse>
auto parsed_of(PlainRow& value, std::string_view, Parse parse) {
  const auto found = parse(value.text());
  if (!found) PlainRow::give_up();
  return *found;
}

template <class Value>
Date day_of(Value& value) {
  constexpr std::string_view expected = "expected a day that exists, written YYYY-MM-DD";
  return parsed_of(value, expected, [](std::string_view text) { return parse_date(text); });
}

template <class Value>
WrittenInstant instant_of(Value& value) {
  constexpr std::string_view expected = "expected a time that exists, written YYYY-MM-DDThh:mm:ss with an offset";
  return parsed_of(value, expected, [](std::string_view text) { return parse_instant(text); });
}

/// `expected` says which ids are possible.
template <Named Enum, class Value>
Enum choice_of(Value& value, std::string_view expected) {
  return parsed_of(value, expected, [](std::string_view id) { return name_table<Enum>.find(id); });
}

/// The key when it is written with escapes. Refuses a key that is none.
template <Named Key, class Field>
Key rare_key(Field& field) {
  const auto name = key_of(field);
  const auto key = name_table<Key>.find(name);
  if (!key) refuse_key(name, "unknown key");
  return *key;
}

/// Calls `take(key, value)` for each member of an object whose keys are the ids of `Key`, each at most once. A member
/// that is null is left out: null says the same as absence. Returns the keys that had a value.
template <Named Key, class Object, class Take>
EnumSet<Key> each_member(Object& object, Take take) {
  EnumSet<Key> seen;
  EnumSet<Key> given;
  each_field(object, [&](auto& field) {
    auto key = name_table<Key>.find(raw_key_of(field));
    if (!key) key = rare_key<Key>(field);
    if (seen.contains(*key)) refuse_key(earlyhelp::to_string(*key), "the key occurs twice");
    seen.insert(*key);
    try {
      auto& value = field.value();
      if (take_null(value)) return;
      take(*key, value);
      given.insert(*key);
    } catch (RowFault& fault) {
      fault.put_before(earlyhelp::to_string(*key));
      throw;
    }
  });
  return given;
}

/// Refuses an object in which `key`, which is required, had no value.
template <Named Key>
void require(EnumSet<Key> given, Key key) {
  if (!given.contains(key)) throw RowFault{.field = std::string{earlyhelp::to_string(key)}, .reason = "missing"};
}

}  // namespace earlyhelp::io
