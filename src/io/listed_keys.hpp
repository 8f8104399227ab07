#pragma once

#include "json_row.hpp"
#include "listed_record.hpp"
#include "plain_row.hpp"

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The keys of a list, as a row has them.
template <class List>
constexpr auto keys_of(const List& list) {
  std::array<Text<39>, std::tuple_size_v<List>> keys;
  each_listed_member(list, [&keys](const auto& member, auto at) { keys[at] = member.key; });
  return keys;
}

constexpr std::string_view word_of(const Text<39>& key) { return key.view().substr(1, key.size() - 3); }

/// Where `word` stands among `keys`; their number when it is none of them.
template <std::size_t Count>
std::size_t place_of(std::string_view word, const std::array<Text<39>, Count>& keys) {
  std::size_t at = 0;
  while (at < Count && word_of(keys[at]) != word) ++at;
  return at;
}

/// Calls `take(place, value)` for each member of an object whose keys are `keys`, each at most once. A member that is
/// null is left out: null says the same as absence.
template <std::size_t Count, class Object, class Take>
void each_listed(Object& object, const std::array<Text<39>, Count>& keys, Take take) {
  std::bitset<Count> seen;
  each_field(object, [&](auto& field) {
    auto place = place_of(raw_key_of(field), keys);
    if (place == Count) {
      const auto name = key_of(field);
      place = place_of(name, keys);
      if (place == Count) refuse_key(name, "unknown key");
    }
    if (seen.test(place)) refuse_key(word_of(keys[place]), "the key occurs twice");
    seen.set(place);
    try {
      auto& value = field.value();
      if (!take_null(value)) take(place, value);
    } catch (RowFault& fault) {
      fault.put_before(word_of(keys[place]));
      throw;
    }
  });
}

/// The same of a plain row, in which the keys mostly stand in their order: the next one is tried before any is looked
/// up. Whatever is wrong is for the general parser.
template <std::size_t Count, class Take>
void each_listed(PlainRow& row, const std::array<Text<39>, Count>& keys, Take take) {
  std::bitset<Count> seen;
  row.need('{');
  if (row.next_is('}')) return;
  std::size_t guess = 0;
  do {
    while (guess < Count && !row.next_is(keys[guess].view())) ++guess;
    if (guess == Count) {
      guess = place_of(row.text(), keys);
      if (guess == Count) PlainRow::give_up();
      row.need(':');
    }
    if (seen.test(guess)) PlainRow::give_up();
    seen.set(guess);
    if (!take_null(row)) take(guess, row);
    ++guess;
  } while (row.next_is(','));
  row.need('}');
}

}  // namespace earlyhelp::io
