#pragma once

#include <catch2/catch.hpp>

#include <cstddef>

namespace earlyhelp {

/// Checks that `value` equals its copy, and differs from a copy of which any one of `changes` changed a member.
template <class Value, class... Change>
void check_differs(const Value& value, Change... changes) {
  const Value same = value;
  CHECK((value == same));
  std::size_t number = 0;
  const auto check = [&](auto change) {
    Value other = value;
    change(other);
    CAPTURE(number);
    CHECK_FALSE((value == other));
    ++number;
  };
  (check(changes), ...);
}

}  // namespace earlyhelp
