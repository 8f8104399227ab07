#include "local_time.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp::io {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::int64_t microseconds_an_hour = 3'600'000'000;
constexpr std::int64_t hours_a_day = 24;

std::string clock_face(Duration time) {
  const auto two = [](std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return two(time.hours()) + ":" + two(time.minutes());
}

}  // namespace

std::string local_time(Instant instant, const TimeZone& zone) {
  const auto civil = zone.civil(instant);
  auto text = std::string{weekdays.at(civil.day.day_of_week().as_number())} + " " + to_string(civil.day) + " " +
              clock_face(civil.since_midnight);
  if (zone.resolve(civil.day, civil.since_midnight).kind != WallKind::ambiguous) return text;
  return text + (civil.offset.is_negative() ? " -" : " +") +
         clock_face(civil.offset.is_negative() ? civil.offset.invert_sign() : civil.offset);
}

std::string elapsed(Instant since, Instant now) {
  const auto hours = (now.microseconds() - since.microseconds()) / microseconds_an_hour;
  const auto days = hours / hours_a_day;
  const auto days_text = days == 0 ? "" : std::to_string(days) + (days == 1 ? " day " : " days ");
  return days_text + std::to_string(hours % hours_a_day) + " h";
}

}  // namespace earlyhelp::io
