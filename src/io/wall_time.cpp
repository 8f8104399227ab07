#include "wall_time.hpp"
#include "row_fault.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>

namespace earlyhelp::io {
namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day_length = 24 * hour;
constexpr std::int64_t max_offset = 14 * hour;
constexpr std::size_t date_width = 10;

void append_two_digits(std::int64_t value, std::string& out) {
  out.push_back(static_cast<char>('0' + value / 10));
  out.push_back(static_cast<char>('0' + value % 10));
}

}  // namespace

std::string instant_from_wall(std::string_view text, const TimeZone& zone) {
  std::string written{text};
  if (written.size() > date_width && written[date_width] == ' ') written[date_width] = 'T';
  // On the wall as in UTC: the form is the same but for the offset.
  const auto as_utc = parse_instant(written + 'Z');
  if (!as_utc) throw RowFault{.field = {}, .reason = "expected a time that exists, written YYYY-MM-DD hh:mm[:ss]"};
  const auto resolved = zone.resolve(as_utc->day, as_utc->instant.utc().time_of_day());
  if (resolved.kind == WallKind::skipped) {
    throw RowFault{.field = {}, .reason = "the clock was put forward past this time"};
  }
  const auto ahead = as_utc->instant.microseconds() - resolved.first.microseconds();
  if (ahead % minute != 0) throw RowFault{.field = {}, .reason = "the place's offset is not in whole minutes"};
  const auto offset = ahead / minute;
  written.push_back(offset < 0 ? '-' : '+');
  append_two_digits(std::abs(offset) / 60, written);
  written.push_back(':');
  append_two_digits(std::abs(offset) % 60, written);
  return written;
}

boost::optional<WrittenInstant> written_on_wall(std::string_view text, const TimeZone& zone) {
  // The longest form has a fraction of six digits.
  std::array<char, 32> as_utc{};
  if (text.size() <= date_width || text.size() >= as_utc.size()) return {};
  text.copy(as_utc.data(), text.size());
  if (as_utc[date_width] == ' ') as_utc[date_width] = 'T';
  as_utc[text.size()] = 'Z';
  const auto wall = parse_instant({as_utc.data(), text.size() + 1});
  if (!wall) return {};
  const auto time = (wall->instant.microseconds() % day_length + day_length) % day_length;
  const auto resolved = zone.resolve(wall->day, boost::posix_time::microseconds{time});
  const auto ahead = wall->instant.microseconds() - resolved.first.microseconds();
  if (resolved.kind == WallKind::skipped || ahead % minute != 0 || std::abs(ahead) > max_offset) return {};
  return WrittenInstant{.instant = resolved.first, .day = wall->day};
}

}  // namespace earlyhelp::io
