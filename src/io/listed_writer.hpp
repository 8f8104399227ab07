#pragma once

#include "listed_record.hpp"
#include "policy_words.hpp"

#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/text.hpp>

#include <concepts>
#include <vector>

namespace earlyhelp::io {

template <class Thing>
void write_value(const Id<Thing>& id, JsonWriter& json) {
  json.text(id.value());
}
template <Named Enum>
void write_value(Enum value, JsonWriter& json) {
  json.text(earlyhelp::to_string(value));
}
inline void write_value(bool value, JsonWriter& json) { json.boolean(value); }
inline void write_value(double value, JsonWriter& json) { json.number(value); }
inline void write_value(Date day, JsonWriter& json) { json.text(earlyhelp::to_string(day)); }
inline void write_value(Instant instant, JsonWriter& json) { json.text(earlyhelp::to_string(instant)); }
inline void write_value(const Text<31>& name, JsonWriter& json) { json.text(name.view()); }
void write_value(const Findings& findings, JsonWriter& json);

template <class Enum>
void write_value(EnumSet<Enum> set, JsonWriter& json) {
  json.begin_array();
  for (const auto value : set) write_value(value, json);
  json.end_array();
}

template <Listed Record>
void write_value(const Record& record, JsonWriter& json);

template <class Thing>
void write_value(const std::vector<Thing>& list, JsonWriter& json) {
  json.begin_array();
  for (const auto& thing : list) write_value(thing, json);
  json.end_array();
}

template <std::integral Number>
void write_number(Number number, NumberForm, JsonWriter& json) {
  json.number(std::int64_t{number});
}
inline void write_number(std::uint16_t number, NumberForm form, JsonWriter& json) {
  if (form == NumberForm::time_of_day)
    json.text(time_of_day(number));
  else
    json.number(std::int64_t{number});
}

/// Every member of `record` that is known, with its key.
template <Listed Record>
void write_members(const Record& record, JsonWriter& json) {
  each_listed_member(Members<Record>::all, [&](const auto& member, auto) {
    const auto write_known = [&]<class Known>(const Known& known) {
      json.key(member.word());
      if constexpr (std::integral<Known> && !std::same_as<Known, bool>)
        write_number(known, member.form, json);
      else
        write_value(known, json);
    };
    const auto& value = record.*member.place;
    if constexpr (!is_optional<std::remove_cvref_t<decltype(value)>>)
      write_known(value);
    else if (value)
      write_known(*value);
  });
}

template <Listed Record>
void write_value(const Record& record, JsonWriter& json) {
  json.begin_object();
  write_members(record, json);
  json.end_object();
}

}  // namespace earlyhelp::io
