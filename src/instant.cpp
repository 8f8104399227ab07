#include <earlyhelp/instant.hpp>

#include "two_digits.hpp"

#include <cstddef>
#include <stdexcept>

namespace earlyhelp {
namespace {

namespace pt = boost::posix_time;

constexpr std::int64_t second = 1'000'000;
constexpr std::int64_t minute = 60 * second;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day_length = 24 * hour;
constexpr std::int64_t max_offset_minutes = 14 * 60;
// One year inside what a Date can hold, so that no offset leads out of it.
const Date& first_day() {
  static const Date day{1401, 1, 1};
  return day;
}
const Date& last_day() {
  static const Date day{9998, 12, 31};
  return day;
}

const Date& epoch() {
  static const Date day{1970, 1, 1};
  return day;
}

/// A reader that takes a text from left to right and remembers whether everything so far fitted.
class Taker {
 public:
  explicit Taker(std::string_view text) noexcept : left_{text} {}

  std::int64_t number(std::size_t width) noexcept {
    std::int64_t value = 0;
    if (left_.size() < width) fits_ = false;
    for (std::size_t i = 0; fits_ && i < width; ++i) {
      if (left_[i] < '0' || left_[i] > '9') fits_ = false;
      value = value * 10 + (left_[i] - '0');
    }
    if (fits_) left_.remove_prefix(width);
    return value;
  }
  bool next_is(char c) noexcept {
    if (!fits_ || left_.empty() || left_.front() != c) return false;
    left_.remove_prefix(1);
    return true;
  }
  void need(bool condition) noexcept { fits_ = fits_ && condition; }
  std::size_t digits_ahead() const noexcept {
    const auto end = left_.find_first_not_of("0123456789");
    return end == std::string_view::npos ? left_.size() : end;
  }
  bool is_done() const noexcept { return fits_ && left_.empty(); }

 private:
  std::string_view left_;
  bool fits_ = true;
};

std::int64_t take_time_of_day(Taker& taker) noexcept {
  const auto hours = taker.number(2);
  taker.need(hours < 24 && taker.next_is(':'));
  const auto minutes = taker.number(2);
  taker.need(minutes < 60);
  std::int64_t time = hours * hour + minutes * minute;
  if (!taker.next_is(':')) return time;
  const auto seconds = taker.number(2);
  taker.need(seconds < 60);
  time += seconds * second;
  if (!taker.next_is('.')) return time;
  const auto width = taker.digits_ahead();
  taker.need(width >= 1 && width <= 6);
  auto fraction = taker.number(width <= 6 ? width : 0);
  for (auto i = width; i < 6; ++i) fraction *= 10;
  return time + fraction;
}

std::int64_t take_offset(Taker& taker) noexcept {
  if (taker.next_is('Z')) return 0;
  const bool ahead = taker.next_is('+');
  taker.need(ahead || taker.next_is('-'));
  const auto hours = taker.number(2);
  taker.need(taker.next_is(':'));
  const auto minutes = taker.number(2);
  taker.need(minutes < 60 && hours * 60 + minutes <= max_offset_minutes);
  const auto offset = hours * hour + minutes * minute;
  return ahead ? offset : -offset;
}

/// Time and offset as most writers write them, hh:mm:ss and Z or +hh:mm or -hh:mm: microseconds from midnight UTC of
/// the day that is written. None: for any other form.
boost::optional<std::int64_t> usual_time(std::string_view text) noexcept {
  constexpr std::size_t size_without_offset = 8;
  constexpr std::size_t size_with_z = 9;
  constexpr std::size_t size_with_offset = 14;
  if (text.size() != size_with_z && text.size() != size_with_offset) return {};
  bool is_number = true;
  const auto hours = two_digits(text.data(), is_number);
  const auto minutes = two_digits(&text[3], is_number);
  const auto seconds = two_digits(&text[6], is_number);
  if (!is_number || text[2] != ':' || text[5] != ':' || hours > 23 || minutes > 59 || seconds > 59) return {};
  const auto time = hours * hour + minutes * minute + seconds * second;
  const char sign = text[size_without_offset];
  if (text.size() == size_with_z) return boost::optional<std::int64_t>{sign == 'Z', time};
  const auto offset_hours = two_digits(&text[9], is_number);
  const auto offset_minutes = two_digits(&text[12], is_number);
  if (!is_number || text[11] != ':' || offset_minutes > 59) return {};
  if (offset_hours * 60 + offset_minutes > max_offset_minutes || (sign != '+' && sign != '-')) return {};
  const auto offset = offset_hours * hour + offset_minutes * minute;
  return sign == '+' ? time - offset : time + offset;
}

boost::optional<std::int64_t> any_time(std::string_view text) noexcept {
  Taker taker{text};
  const auto time = take_time_of_day(taker);
  const auto offset = take_offset(taker);
  return boost::optional<std::int64_t>{taker.is_done(), time - offset};
}

}  // namespace

Instant::Instant(pt::ptime utc) : microseconds_{0} {
  if (utc.is_special()) throw std::invalid_argument{"Instant: needs a moment, not a special value"};
  const auto days = (utc.date() - epoch()).days();
  microseconds_ = days * day_length + utc.time_of_day().total_microseconds();
}

pt::ptime Instant::utc() const {
  auto days = microseconds_ / day_length;
  auto rest = microseconds_ % day_length;
  if (rest < 0) {
    rest += day_length;
    --days;
  }
  return {epoch() + Days{days}, pt::microseconds{rest}};
}

Instant add_hours(Instant start, int hours) noexcept {
  return Instant::of_microseconds(start.microseconds() + hours * hour);
}

boost::optional<WrittenInstant> parse_instant(std::string_view text) noexcept {
  constexpr std::size_t date_width = 10;
  if (text.size() <= date_width || text[date_width] != 'T') return {};
  const auto day = parse_date(text.substr(0, date_width));
  if (!day) return {};
  const auto written = text.substr(date_width + 1);
  auto time = usual_time(written);
  if (!time) time = any_time(written);
  if (!time || *day < first_day() || *day > last_day()) return {};
  return WrittenInstant{.instant = Instant::of_microseconds((*day - epoch()).days() * day_length + *time), .day = *day};
}

std::string to_string(Instant instant) {
  const auto utc = instant.utc();
  auto rest = utc.time_of_day().total_microseconds();
  auto text = to_string(utc.date()) + "T00:00:00";
  const auto put = [&text](std::size_t at, std::int64_t value) {
    text[at] = static_cast<char>('0' + value / 10);
    text[at + 1] = static_cast<char>('0' + value % 10);
  };
  put(11, rest / hour);
  put(14, rest / minute % 60);
  put(17, rest / second % 60);
  rest %= second;
  if (rest != 0) {
    auto fraction = std::to_string(rest + second);
    fraction.front() = '.';
    fraction.erase(fraction.find_last_not_of('0') + 1);
    text += fraction;
  }
  return text + 'Z';
}

}  // namespace earlyhelp
