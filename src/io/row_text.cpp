#include "row_text.hpp"

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace earlyhelp::io {
namespace {

constexpr auto two_digits = [] {
  std::array<std::array<char, 2>, 100> all{};
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i] = {static_cast<char>('0' + i / 10), static_cast<char>('0' + i % 10)};
  }
  return all;
}();

/// Requires: `value` < 100.
void put(char* at, unsigned value) { std::memcpy(at, two_digits[value].data(), 2); }

}  // namespace

void append_instant(RowText& out, Instant instant) {
  constexpr std::int64_t second = 1'000'000;
  constexpr std::int64_t day_length = 86'400 * second;
  const auto since_1970 = instant.microseconds();
  if (since_1970 < 0 || since_1970 % second != 0) return out.add(earlyhelp::to_string(instant));
  const std::chrono::year_month_day day{std::chrono::sys_days{std::chrono::days{since_1970 / day_length}}};
  const auto time = static_cast<unsigned>(since_1970 % day_length / second);
  std::array<char, 20> text = {'0', '0', '0', '0', '-', '0', '0', '-', '0', '0',
                               'T', '0', '0', ':', '0', '0', ':', '0', '0', 'Z'};
  const auto year = static_cast<unsigned>(static_cast<int>(day.year()));
  put(text.data(), year / 100);
  put(&text[2], year % 100);
  put(&text[5], static_cast<unsigned>(day.month()));
  put(&text[8], static_cast<unsigned>(day.day()));
  put(&text[11], time / 3600);
  put(&text[14], time / 60 % 60);
  put(&text[17], time % 60);
  out.add(std::string_view{text.data(), text.size()});
}

}  // namespace earlyhelp::io
