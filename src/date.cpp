#include <earlyhelp/date.hpp>

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace earlyhelp {
namespace {

constexpr int first_year = 1400;

/// The number that a run of decimal digits writes; none when one of them is not a digit.
boost::optional<int> digits(std::string_view text) noexcept {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return {};
    value = value * 10 + (c - '0');
  }
  return value;
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
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  const auto day = digits(text.substr(8, 2));
  if (!year || !month || !day) return {};
  if (*year < first_year || *month < 1 || *month > 12) return {};
  if (*day < 1 || *day > last_day_of(*year, *month)) return {};
  return make(*year, *month, *day);
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
  const auto from = born.year_month_day();
  const auto to = day.year_month_day();
  const bool had_birthday = to.month > from.month || (to.month == from.month && to.day >= from.day);
  return to.year - from.year - (had_birthday ? 0 : 1);
}

}  // namespace earlyhelp
