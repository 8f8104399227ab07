#include <earlyhelp/date.hpp>

#include "two_digits.hpp"

#include <algorithm>
#include <cassert>
#include <chrono>
#include <cstddef>
#include <utility>

namespace earlyhelp {
namespace {

constexpr int first_year = 1400;
constexpr int number_of_1970 = 2'440'588;  // of 1970-01-01, as Boost counts days

/// The same day, several times faster taken apart than Boost does it.
std::chrono::year_month_day civil(Date day) noexcept {
  const auto since_1970 = static_cast<int>(day.day_number()) - number_of_1970;
  return std::chrono::sys_days{std::chrono::days{since_1970}};
}

unsigned short last_day_of(int year, int month) noexcept {
  return boost::gregorian::gregorian_calendar::end_of_month_day(static_cast<unsigned short>(year),
                                                                static_cast<unsigned short>(month));
}

Date make(int year, int month, int day) {
  return Date{static_cast<unsigned short>(year), static_cast<unsigned short>(month), static_cast<unsigned short>(day)};
}

}  // namespace

boost::optional<Date> parse_date(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
  bool is_number = true;
  const auto year = two_digits(text.data(), is_number) * 100 + two_digits(&text[2], is_number);
  const auto month = two_digits(&text[5], is_number);
  const auto day = two_digits(&text[8], is_number);
  if (!is_number || year < first_year) return {};
  const auto written = std::chrono::year{static_cast<int>(year)} / std::chrono::month{month} / std::chrono::day{day};
  if (!written.ok()) return {};
  const auto since_1970 = std::chrono::sys_days{written}.time_since_epoch().count();
  return Date{static_cast<Date::date_int_type>(since_1970 + number_of_1970)};
}

std::string to_string(Date day) {
  const auto ymd = day.year_month_day();
  std::string text = "0000-00-00";
  const auto put = [&text](std::size_t at, std::size_t width, unsigned value) {
    for (std::size_t i = at + width; i-- > at; value /= 10) text[i] = static_cast<char>('0' + value % 10);
  };
  put(0, 4, ymd.year);
  put(5, 2, ymd.month.as_number());
  put(8, 2, ymd.day);
  return text;
}

Date add_months(Date day, int months) {
  const auto ymd = day.year_month_day();
  const int from_zero = ymd.year * 12 + ymd.month.as_number() - 1 + months;
  const int year = from_zero / 12;
  if (year < first_year) return make(first_year, 1, 1);
  const int month = from_zero % 12 + 1;
  return make(year, month, std::min<int>(ymd.day, last_day_of(year, month)));
}

int completed_years(Date born, Date day) {
  assert(born <= day);
  const auto from = civil(born);
  const auto to = civil(day);
  const bool had_birthday = std::pair{to.month(), to.day()} >= std::pair{from.month(), from.day()};
  return static_cast<int>((to.year() - from.year()).count()) - (had_birthday ? 0 : 1);
}

}  // namespace earlyhelp
