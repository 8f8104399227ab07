#pragma once

#include "listed_keys.hpp"
#include "policy_words.hpp"
#include "row_value.hpp"

#include <earlyhelp/incident/finding.hpp>

#include <boost/optional/optional.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>

namespace earlyhelp::io {

/// What a value of a row is as a `Thing`. `of` is handed on to what turns on more than its own value.
template <class Thing, class Value, class... Of>
Thing value_from(Value& value, const Of&... of);

/// What is made in a way of its own: `made_from(Made<Thing>{}, value, of...)`.
template <class Thing>
struct Made {};

/// What no single member of a record shows. There is nothing of that kind in most.
template <class Record>
void check(const Record&) {}

[[noreturn]] inline void refuse_member(std::string_view word, std::string_view reason) {
  throw RowFault{.field = std::string{word}, .reason = std::string{reason}};
}

/// What a member is read to before its record is whole.
template <class Type>
using Drafted = std::conditional_t<is_optional<Type>, Type, boost::optional<Type>>;

template <class... Member>
auto draft_of(const std::tuple<Member...>&) {
  return std::tuple<Drafted<typename Member::Type>...>{};
}

template <class Number, class Value>
Number number_as(Value& value, NumberRange range, NumberForm form) {
  if (form == NumberForm::time_of_day) {
    constexpr int whole_day = 24 * 60;
    const auto last = range.most == whole_day ? boost::make_optional(whole_day) : boost::none;
    constexpr std::string_view expected = "expected a time of day, written hh:mm";
    return static_cast<Number>(parsed_of(
        value, expected, [last](std::string_view text) { return text == "24:00" ? last : minutes_from(text); }));
  }
  const auto number = number_of(value, "expected a whole number");
  if (number < range.least || number > range.most) {
    refuse("expected a whole number from " + std::to_string(range.least) + " to " + std::to_string(range.most));
  }
  return static_cast<Number>(number);
}

template <class Member, class Value, class... Of>
void read_member(const Member& member, Value& value, Drafted<typename Member::Type>& into, const Of&... of) {
  using Type = typename Drafted<typename Member::Type>::value_type;
  if constexpr (std::integral<Type> && !std::same_as<Type, bool>) {
    into = number_as<Type>(value, member.range, member.form);
  } else {
    into = value_from<Type>(value, of...);
  }
}

/// Everything of `List::all` that an object has; what is required and missing is refused.
template <class List, class Object, class... Of>
auto read_listed(Object& object, const Of&... of) {
  static constexpr auto keys = keys_of(List::all);
  auto draft = draft_of(List::all);
  each_listed(object, keys, [&](std::size_t place, auto& given) {
    each_listed_member(List::all, [&](const auto& member, auto at) {
      if (at == place) read_member(member, given, std::get<at>(draft), of...);
    });
  });
  each_listed_member(List::all, [&draft](const auto& member, auto at) {
    using Type = typename std::decay_t<decltype(member)>::Type;
    if constexpr (std::same_as<Type, Findings>) {
      if (!std::get<at>(draft)) std::get<at>(draft) = Findings::all(Answer::unknown);
    } else if constexpr (!is_optional<Type>) {
      if (!std::get<at>(draft)) refuse_member(member.word(), "missing");
    }
  });
  return draft;
}

template <class Member, class Type>
decltype(auto) whole(Type& drafted) {
  if constexpr (std::same_as<typename Member::Type, Type>)
    return std::move(drafted);
  else
    return *std::move(drafted);
}

/// The record whose members stand in `draft` from `First` on.
template <Listed Record, std::size_t First = 0, class Draft>
Record record_of(Draft draft) {
  using List = std::remove_const_t<decltype(Members<Record>::all)>;
  return [&draft]<std::size_t... I>(std::index_sequence<I...>) {
    Record record{whole<std::tuple_element_t<I, List>>(std::get<First + I>(draft))...};
    check(record);
    return record;
  }
  (std::make_index_sequence<std::tuple_size_v<List>>{});
}

}  // namespace earlyhelp::io
