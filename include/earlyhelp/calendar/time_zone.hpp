#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// A length of time that has passed, or the time of day as the length since 00:00 on the clock face.
using Duration = boost::posix_time::time_duration;

/// What a clock on the wall shows at one instant.
struct CivilTime {
  Date day;
  Duration since_midnight;  ///< on the clock face: 12:30 is 12.5 hours, on a night of change too
  Duration offset;          ///< to be added to UTC; positive east of Greenwich

  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

/// How often a clock on the wall shows a given time: once, never (it is put forward past it), or twice.
enum class WallKind : std::uint8_t { unique, skipped, ambiguous };

template <>
struct Names<WallKind> {
  static constexpr std::array<std::string_view, 3> ids = {"unique", "skipped", "ambiguous"};
};

/// The instants at which a clock on the wall shows a given time. London, 2025:
///
///   31 March,   01:30   unique      first = second = 00:30Z
///   30 March,   01:30   skipped     first = 01:30Z (02:30 on the wall), second = 00:30Z (00:30 on the wall)
///   26 October, 01:30   ambiguous   first = 00:30Z, second = 01:30Z
///
/// So `first` alone means: a skipped time moves forward by the gap, an ambiguous one is the first of the two.
struct WallTime {
  WallKind kind;
  Instant first;   ///< reading the time with the offset in force before the change
  Instant second;  ///< reading it with the offset in force after the change

  friend bool operator==(const WallTime&, const WallTime&) = default;
};

/// The civil time of a place, made from a POSIX rule: "GMT0BST,M3.5.0/1,M10.5.0/2", "CST6CDT,M3.2.0,M11.1.0", "UTC0".
///
/// As POSIX has it, an offset is positive west of Greenwich; summer time is one hour ahead unless it has an offset of
/// its own; a change without a time of day is at 02:00. Names may be quoted ("<+03>-3"), days may be Mm.w.d, Jn or n,
/// and summer may span the new year. What about years in which the law was another? The rule is applied to them all:
/// London's is right from 1996 on. The dates of a rule repeat every 400 years; one such span is tabulated when the zone
/// is built, and every year is answered from it exactly.
class TimeZone {
 public:
  /// Throws: std::invalid_argument, naming what was expected and where, when `posix_rule` is no such rule; when it
  /// names a summer time and not its two changes; when summer time is a day or more from standard time; and when the
  /// two changes do not come in turn or can be less than a week apart.
  explicit TimeZone(std::string_view posix_rule);

  const std::string& rule() const noexcept { return rule_; }

  /// What a clock on the wall shows at `instant`.
  ///
  /// Throws: std::out_of_range when that is outside the years 1400 to 9999.
  CivilTime civil(Instant instant) const;

  /// When a clock on the wall shows `since_midnight` on `day`.
  ///
  /// Throws: std::invalid_argument unless 0 <= `since_midnight` < 24 hours.
  WallTime resolve(Date day, Duration since_midnight) const;

  /// The first instant of the local day: midnight, or when midnight is skipped the instant of the change.
  Instant day_start(Date day) const noexcept;

  friend bool operator==(const TimeZone& a, const TimeZone& b) noexcept { return a.rule_ == b.rule_; }

 private:
  struct Reading;
  std::size_t last_change_until(std::int64_t microseconds) const noexcept;
  std::int64_t offset_after(std::size_t change) const noexcept { return change % 2 == 0 ? offset_ : other_offset_; }
  std::int64_t offset_at(std::int64_t microseconds) const noexcept;
  Reading read(std::int64_t wall_microseconds) const noexcept;

  std::string rule_;
  std::int64_t offset_ = 0;            // microseconds east, after changes 0, 2, 4 ... and without any
  std::int64_t other_offset_ = 0;      // after changes 1, 3, 5 ...
  std::vector<std::int64_t> changes_;  // microseconds since 1970, in order; empty without a summer time
};

/// Civil time in London, in England and Wales since 1996.
///
/// Source: Summer Time Act 1972, as amended by the Summer Time Order 2002.
TimeZone london();

}  // namespace earlyhelp
