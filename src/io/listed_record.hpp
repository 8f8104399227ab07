#pragma once

#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

// A record is listed once: each member by its word in a row and its place in the record. Readers and writers follow the
// list.
namespace earlyhelp::io {

/// "word": as a row has it.
constexpr Text<39> key_text(std::string_view word) {
  std::array<char, 39> text = {'"'};
  auto* const end = std::copy(word.begin(), word.end(), text.begin() + 1);
  *end = '"';
  *(end + 1) = ':';
  return std::string_view{text.data(), word.size() + 3};
}

/// From what to what a number goes.
struct NumberRange {
  std::int64_t least;
  std::int64_t most;
};

/// Every number from 0 on that `Number` can hold.
template <class Number>
constexpr NumberRange counts{.least = 0, .most = std::numeric_limits<Number>::max()};

/// How a number is written.
enum class NumberForm : std::uint8_t { number, time_of_day };

template <class Record, class Member>
struct RecordMember {
  using Type = Member;

  Text<39> key;  ///< as a row has it, with its quotes and its colon
  Member Record::*place;
  NumberRange range;
  NumberForm form = NumberForm::number;

  constexpr std::string_view word() const noexcept { return key.view().substr(1, key.size() - 3); }
};

template <class Record>
constexpr auto member(std::string_view word, int Record::*place, NumberRange range = counts<int>) {
  return RecordMember<Record, int>{.key = key_text(word), .place = place, .range = range};
}
template <class Record>
constexpr auto member(std::string_view word, boost::optional<int> Record::*place, NumberRange range) {
  return RecordMember<Record, boost::optional<int>>{.key = key_text(word), .place = place, .range = range};
}
template <class Record, class Member>
constexpr auto member(std::string_view word, Member Record::*place) {
  constexpr auto is_number = std::is_integral_v<Member> && !std::is_same_v<Member, bool>;
  constexpr auto range = counts<std::conditional_t<is_number, Member, std::uint8_t>>;
  return RecordMember<Record, Member>{.key = key_text(word), .place = place, .range = range};
}
/// Minutes after midnight, from 0 to `most`.
template <class Record>
constexpr auto time_of_day_member(std::string_view word, std::uint16_t Record::*place, int most) {
  return RecordMember<Record, std::uint16_t>{
      .key = key_text(word), .place = place, .range = {.least = 0, .most = most}, .form = NumberForm::time_of_day};
}

/// The members of `Record` in the order in which it declares them, all of them: `static constexpr std::tuple all`.
template <class Record>
struct Members;

template <class Record>
concept Listed = requires {
  Members<Record>::all;
};

template <class Type>
constexpr bool is_optional = false;
template <class Type>
constexpr bool is_optional<boost::optional<Type>> = true;

/// Calls `use(member, place)` with each member of a list and its place in it.
template <class List, class Use>
constexpr void each_listed_member(const List& list, Use use) {
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (use(std::get<I>(list), std::integral_constant<std::size_t, I>{}), ...);
  }
  (std::make_index_sequence<std::tuple_size_v<List>>{});
}

}  // namespace earlyhelp::io
