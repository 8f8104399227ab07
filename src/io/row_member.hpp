#pragma once

#include "row_value.hpp"

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace earlyhelp::io {

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

/// "id": for each key, as the usual writer puts it.
template <Named Key>
constexpr auto key_texts = [] {
  std::array<Text<39>, count_of<Key>> all;
  for (const auto key : values_of<Key>) {
    const auto id = earlyhelp::to_string(key);
    std::array<char, 39> text = {'"'};
    auto* const end = std::copy(id.begin(), id.end(), text.begin() + 1);
    *end = '"';
    *(end + 1) = ':';
    all[static_cast<std::size_t>(key)] = std::string_view{text.data(), id.size() + 3};
  }
  return all;
}();

/// The same of a plain row, in which the keys mostly stand in the order of `Key`: the next one is tried before any is
/// looked up. Whatever is wrong is for the general parser.
template <Named Key, class Take>
EnumSet<Key> each_member(PlainRow& row, Take take) {
  EnumSet<Key> seen;
  EnumSet<Key> given;
  row.need('{');
  if (row.next_is('}')) return given;
  std::size_t guess = 0;
  do {
    if (guess >= count_of<Key> || !row.next_is(key_texts<Key>[guess].view())) {
      const auto key = name_table<Key>.find(row.text());
      if (!key) PlainRow::give_up();
      row.need(':');
      guess = static_cast<std::size_t>(*key);
    }
    const auto key = static_cast<Key>(guess++);
    if (seen.contains(key)) PlainRow::give_up();
    seen.insert(key);
    if (take_null(row)) continue;
    take(key, row);
    given.insert(key);
  } while (row.next_is(','));
  row.need('}');
  return given;
}

/// Refuses an object in which `key`, which is required, had no value.
template <Named Key>
void require(EnumSet<Key> given, Key key) {
  if (!given.contains(key)) throw RowFault{.field = std::string{earlyhelp::to_string(key)}, .reason = "missing"};
}

}  // namespace earlyhelp::io
