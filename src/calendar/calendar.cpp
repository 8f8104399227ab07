#include <earlyhelp/calendar/calendar.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>

namespace earlyhelp {
namespace {

void require(bool condition, const char* expected) {
  if (!condition) throw std::invalid_argument{std::string{"Calendar: needs "} + expected};
}

std::size_t index_of(Date day, const Period& period) noexcept { return day.day_number() - period.first().day_number(); }

std::vector<bool> marks_of(const Holidays& holidays) {
  std::vector<bool> marks(index_of(holidays.known.last(), holidays.known) + 1);
  const Date* before = nullptr;
  for (const auto& day : holidays.days) {
    require(holidays.known.contains(day), "holidays inside the days that are known");
    require(before == nullptr || *before < day, "holidays in order, each once");
    marks[index_of(day, holidays.known)] = true;
    before = &day;
  }
  return marks;
}

std::vector<bool> marks_of(const boost::optional<SchoolTerms>& school) {
  if (!school) return {};
  std::vector<bool> marks(index_of(school->known.last(), school->known) + 1);
  const Period* before = nullptr;
  for (const auto& term : school->terms) {
    require(school->known.contains(term.first()) && school->known.contains(term.last()),
            "school terms inside the days that are known");
    require(before == nullptr || before->last() < term.first(), "school terms in order, none overlapping another");
    for (auto day = term.first(); day <= term.last(); day += Days{1}) marks[index_of(day, school->known)] = true;
    before = &term;
  }
  return marks;
}

/// Boost counts days from a Monday.
bool is_weekday(Date day) noexcept {
  constexpr auto days_of_the_week = 7U;
  constexpr auto saturday = 5U;
  return day.day_number() % days_of_the_week < saturday;
}

}  // namespace

Calendar::Calendar(TimeZone zone, Holidays holidays, boost::optional<SchoolTerms> school_terms, OfficeHours hours)
    : zone_{std::move(zone)},
      holidays_{std::move(holidays)},
      school_terms_{std::move(school_terms)},
      hours_{hours},
      is_holiday_{marks_of(holidays_)},
      is_in_term_{marks_of(school_terms_)} {
  const Duration midnight;
  const Duration length_of_day = boost::posix_time::hours{24};
  require(midnight <= hours.open && hours.open < hours.close && hours.close < length_of_day,
          "a working day that opens before it closes, on the same day");
  require(midnight <= hours.school && hours.school < length_of_day, "a school day that starts from 00:00 to 23:59");
}

boost::optional<bool> Calendar::is_holiday(Date day) const noexcept {
  if (!holidays_.known.contains(day)) return {};
  return is_holiday_[index_of(day, holidays_.known)];
}

boost::optional<bool> Calendar::is_working_day(Date day) const noexcept {
  const auto holiday = is_holiday(day);
  if (!holiday) return {};
  return is_weekday(day) && !*holiday;
}

boost::optional<bool> Calendar::is_school_day(Date day) const noexcept {
  const auto working = is_working_day(day);
  if (!working || !school_terms_ || !school_terms_->known.contains(day)) return {};
  return *working && is_in_term_[index_of(day, school_terms_->known)];
}

}  // namespace earlyhelp
