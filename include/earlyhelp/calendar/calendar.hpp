#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/period.hpp>

#include <boost/date_time/posix_time/posix_time_types.hpp>
#include <boost/optional/optional.hpp>

#include <vector>

namespace earlyhelp {

/// The public holidays of a place. Outside `known` nothing is known: a day there is neither a holiday nor not one.
struct Holidays {
  Period known;
  std::vector<Date> days;  ///< in order, each once, all inside `known`

  friend bool operator==(const Holidays&, const Holidays&) = default;
};

/// The school terms of a place. Outside `known` nothing is known; inside it, a day in no term is school holiday.
struct SchoolTerms {
  Period known;
  std::vector<Period> terms;  ///< in order, none overlapping another, all inside `known`

  friend bool operator==(const SchoolTerms&, const SchoolTerms&) = default;
};

/// The wall times at which a working day opens and closes and a school day starts.
///
/// Source: triage policy, section 6 (library default).
struct OfficeHours {
  Duration open = boost::posix_time::hours{9};
  Duration close = boost::posix_time::hours{17};
  Duration school = boost::posix_time::minutes{8 * 60 + 30};

  friend bool operator==(const OfficeHours&, const OfficeHours&) = default;
};

/// What due times are counted on: the civil time of a place and what is known of its days. All of it is given by the
/// caller, because holidays are proclaimed and moved: a computed calendar is wrong in some years.
class Calendar {
 public:
  /// Throws: std::invalid_argument when days or terms are out of order, given twice, overlapping or outside what is
  /// known; and unless 00:00 <= open < close < 24:00 and 00:00 <= school < 24:00.
  Calendar(TimeZone zone, Holidays holidays, boost::optional<SchoolTerms> school_terms = {}, OfficeHours hours = {});

  const TimeZone& zone() const noexcept { return zone_; }
  const Holidays& holidays() const noexcept { return holidays_; }
  const boost::optional<SchoolTerms>& school_terms() const noexcept { return school_terms_; }
  const OfficeHours& hours() const noexcept { return hours_; }

  /// Whether `day` is a listed holiday.
  ///
  /// None: when `day` is outside what is known of holidays, whatever its weekday.
  boost::optional<bool> is_holiday(Date day) const noexcept;

  /// Whether `day` is Monday to Friday and no holiday.
  ///
  /// None: as for is_holiday.
  boost::optional<bool> is_working_day(Date day) const noexcept;

  /// Whether `day` is Monday to Friday, in a term and no holiday.
  ///
  /// None: as for is_holiday; when `day` is outside what is known of terms; and when no terms were given.
  boost::optional<bool> is_school_day(Date day) const noexcept;

  friend bool operator==(const Calendar&, const Calendar&) = default;

 private:
  TimeZone zone_;
  Holidays holidays_;
  boost::optional<SchoolTerms> school_terms_;
  OfficeHours hours_;
  std::vector<bool> is_holiday_;  // one for each day of holidays_.known
  std::vector<bool> is_in_term_;  // one for each day of school_terms_->known
};

}  // namespace earlyhelp
