#pragma once

#include "choice_words.hpp"
#include "grading_row.hpp"
#include "listed_reader.hpp"

#include <earlyhelp/casework/case_event.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/text.hpp>

#include <concepts>
#include <string_view>
#include <vector>

namespace earlyhelp::io {

template <class Thing>
constexpr bool is_id = false;
template <class Thing>
constexpr bool is_id<Id<Thing>> = true;
template <class Thing>
constexpr bool is_list = false;
template <class Thing>
constexpr bool is_list<std::vector<Thing>> = true;
template <class Thing>
constexpr bool is_set = false;
template <class Thing>
constexpr bool is_set<EnumSet<Thing>> = true;

template <class Enum, class Value>
EnumSet<Enum> set_from(Value& value) {
  EnumSet<Enum> set;
  each_element(value, [&set](auto& item) {
    const auto one = choice_of<Enum>(item, choice_words<Enum>.view());
    if (set.contains(one)) refuse("expected each once");
    set.insert(one);
  });
  return set;
}

template <class Thing, class Value>
std::vector<Thing> list_from(Value& value) {
  std::vector<Thing> list;
  each_element(value, [&list](auto& item) { list.push_back(value_from<Thing>(item)); });
  return list;
}

/// A name of at most 31 bytes.
template <class Value>
Text<31> name_from(Value& value) {
  constexpr std::string_view expected = "expected a text of 1 to 31 bytes";
  const auto text = text_of(value, expected);
  if (text.empty() || text.size() > 31) refuse(expected);
  return text;
}

template <class Thing, class Value, class... Of>
Thing value_from(Value& value, const Of&... of) {
  if constexpr (is_id<Thing>)
    return reference_of<Thing>(value);
  else if constexpr (std::same_as<Thing, EventKind>)
    return parsed_of(value, choice_words<Thing>.view(), parse<Thing>);  // a name table has no room for so many
  else if constexpr (Named<Thing>)
    return choice_of<Thing>(value, choice_words<Thing>.view());
  else if constexpr (std::same_as<Thing, bool>)
    return boolean_of(value);
  else if constexpr (std::same_as<Thing, double>)
    return real_number_of(value, "expected a number");
  else if constexpr (std::same_as<Thing, Date>)
    return day_of(value);
  else if constexpr (std::same_as<Thing, Instant>)
    return instant_of(value).instant;
  else if constexpr (std::same_as<Thing, Text<31>>)
    return name_from(value);
  else if constexpr (std::same_as<Thing, Findings>)
    return findings_of(value);
  else if constexpr (is_set<Thing>)
    return set_from<typename decltype(Thing{}.begin())::value_type>(value);
  else if constexpr (is_list<Thing>)
    return list_from<typename Thing::value_type>(value);
  else if constexpr (Listed<Thing>)
    return record_of<Thing>(read_listed<Members<Thing>>(value));
  else
    return made_from(Made<Thing>{}, value, of...);
}

}  // namespace earlyhelp::io
