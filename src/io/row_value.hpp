#pragma once

#include "json_row.hpp"
#include "name_table.hpp"
#include "plain_row.hpp"
#include "row_fault.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

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

/// A choice among ids of one letter.
template <Named Enum>
Enum letter_of(PlainRow& row, std::string_view expected) {
  const auto found = name_table<Enum>.find(row.letter());
  return found ? *found : choice_of<Enum>(row, expected);
}
template <Named Enum>
Enum letter_of(JsonRow& value, std::string_view expected) {
  return choice_of<Enum>(value, expected);
}

}  // namespace earlyhelp::io
