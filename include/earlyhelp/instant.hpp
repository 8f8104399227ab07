#pragma once

#include <earlyhelp/date.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <boost/optional/optional.hpp>

#include <compare>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace earlyhelp {

/// A moment in UTC, to the microsecond. Never a special value: `ptime{} > x` would be true for not-a-date-time.
class Instant {
 public:
  /// Throws: std::invalid_argument for not-a-date-time and the infinities.
  explicit Instant(boost::posix_time::ptime utc);
  Instant(Date day, boost::posix_time::time_duration since_midnight)
      : Instant{boost::posix_time::ptime{day, since_midnight}} {}
  static constexpr Instant of_microseconds(std::int64_t since_1970) noexcept { return Instant{since_1970}; }

  boost::posix_time::ptime utc() const;
  constexpr std::int64_t microseconds() const noexcept { return microseconds_; }  ///< since 1970-01-01T00:00Z

  friend constexpr auto operator<=>(Instant, Instant) = default;

 private:
  explicit constexpr Instant(std::int64_t microseconds) noexcept : microseconds_{microseconds} {}
  std::int64_t microseconds_;
};

/// `start` and `hours` elapsed hours.
Instant add_hours(Instant start, int hours) noexcept;

/// An instant as a record writes it: with the local day that stands there.
struct WrittenInstant {
  Instant instant;
  Date day;

  friend bool operator==(const WrittenInstant&, const WrittenInstant&) = default;
};

/// The instant that `text` writes as YYYY-MM-DDThh:mm[:ss[.ffffff]] and an offset, Z or +hh:mm or -hh:mm.
///
/// "2025-03-30T00:30:00+01:00" is 2025-03-29T23:30Z, on the day 2025-03-30.
///
/// None: for any other form, a missing offset, a day or time that does not exist (25:00, 23:59:60), or an offset
/// past 14 hours; and outside the years 1401 to 9998.
boost::optional<WrittenInstant> parse_instant(std::string_view text) noexcept;

/// YYYY-MM-DDThh:mm:ssZ; a fraction only when there is one.
std::string to_string(Instant instant);

}  // namespace earlyhelp

template <>
struct std::hash<earlyhelp::Instant> {
  std::size_t operator()(earlyhelp::Instant instant) const noexcept {
    return std::hash<std::int64_t>{}(instant.microseconds());
  }
};
