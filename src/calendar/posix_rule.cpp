#include "posix_rule.hpp"

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

namespace bg = boost::gregorian;

constexpr std::int64_t hour = 3600;
constexpr std::int64_t minute = 60;
constexpr int max_offset_hours = 24;
constexpr int max_change_hours = 167;  // a week, as RFC 9636 extends POSIX
constexpr std::int64_t default_change = 2 * hour;

bool is_letter(char c) noexcept { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_sign(char c) noexcept { return c == '+' || c == '-'; }

/// Takes a rule from left to right and says at which byte it stopped making sense.
class RuleReader {
 public:
  explicit RuleReader(std::string_view text) noexcept : text_{text} {}

  PosixRule rule() {
    name("a name of standard time");
    const auto standard = -time(max_offset_hours, "an offset such as 0 or -5:30");
    PosixRule rule{.seconds_east = standard, .summer = {}};
    if (at_ < text_.size()) rule.summer = summer(standard);
    if (at_ < text_.size()) fail("the end of the rule");
    return rule;
  }

 private:
  [[noreturn]] void fail(const std::string& expected) const {
    throw std::invalid_argument{"TimeZone: expected " + expected + " at byte " + std::to_string(at_ + 1)};
  }

  char ahead() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take_if(char c) noexcept {
    if (ahead() != c || at_ == text_.size()) return false;
    ++at_;
    return true;
  }
  void take(char c, const char* expected) {
    if (!take_if(c)) fail(expected);
  }

  void name(const char* expected) {
    constexpr std::size_t min_length = 3;
    const bool is_quoted = take_if('<');
    const auto first = at_;
    while (is_letter(ahead()) || (is_quoted && (is_digit(ahead()) || is_sign(ahead())))) ++at_;
    if (at_ - first < min_length) fail(std::string{expected} + ", three letters or more");
    if (is_quoted) take('>', "'>' after a quoted name");
  }

  int number(int least, int most, const std::string& expected) {
    if (!is_digit(ahead())) fail(expected);
    int value = 0;
    while (is_digit(ahead()) && value <= most) value = value * 10 + (text_[at_++] - '0');
    if (value < least || value > most) {
      --at_;
      fail(expected + " from " + std::to_string(least) + " to " + std::to_string(most));
    }
    return value;
  }

  /// [+-]h[h[h]][:mm[:ss]] in seconds.
  std::int64_t time(int most_hours, const std::string& expected) {
    const bool is_negative = ahead() == '-';
    if (is_sign(ahead())) ++at_;
    auto seconds = number(0, most_hours, expected) * hour;
    if (take_if(':')) {
      seconds += number(0, 59, "minutes") * minute;
      if (take_if(':')) seconds += number(0, 59, "seconds");
    }
    return is_negative ? -seconds : seconds;
  }

  SummerTime summer(std::int64_t standard) {
    name("a name of summer time");
    const bool has_offset = is_digit(ahead()) || is_sign(ahead());
    const auto east = has_offset ? -time(max_offset_hours, "an offset of summer time") : standard + hour;
    take(',', "',' and the day on which summer time starts");
    const auto start = change();
    take(',', "',' and the day on which summer time ends");
    return {.seconds_east = east, .start = start, .end = change()};
  }

  YearlyChange change() {
    auto change = day();
    change.seconds = take_if('/') ? time(max_change_hours, "a time of day such as 2 or 1:30") : default_change;
    return change;
  }

  YearlyChange day() {
    if (take_if('J')) {
      return {.form = YearlyChange::Form::day_without_leap_days, .day = number(1, 365, "a day of the year")};
    }
    if (!take_if('M')) {
      return {.form = YearlyChange::Form::day_from_zero, .day = number(0, 365, "a day such as M3.5.0, J60 or 59")};
    }
    YearlyChange change{.form = YearlyChange::Form::month_week_weekday};
    change.month = static_cast<unsigned short>(number(1, 12, "a month"));
    take('.', "'.' and a week");
    change.week = static_cast<unsigned short>(number(1, 5, "a week of the month"));
    take('.', "'.' and a weekday");
    change.weekday = static_cast<unsigned short>(number(0, 6, "a weekday"));
    return change;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

PosixRule parse_posix_rule(std::string_view text) { return RuleReader{text}.rule(); }

Date day_in(const YearlyChange& change, unsigned short year) {
  const Date new_year{year, 1, 1};
  switch (change.form) {
    case YearlyChange::Form::month_week_weekday:
      // Boost takes the fifth of a weekday to be the last when there are only four.
      return bg::nth_day_of_the_week_in_month{static_cast<bg::nth_day_of_the_week_in_month::week_num>(change.week),
                                              change.weekday, change.month}
          .get_date(year);
    case YearlyChange::Form::day_without_leap_days: {
      constexpr int last_day_of_february = 59;
      const bool is_after_leap_day = change.day > last_day_of_february && bg::gregorian_calendar::is_leap_year(year);
      return new_year + Days{change.day - (is_after_leap_day ? 0 : 1)};
    }
    case YearlyChange::Form::day_from_zero:
      break;
  }
  return new_year + Days{change.day};
}

}  // namespace earlyhelp
