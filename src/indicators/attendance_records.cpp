#include "indicators/attendance_records.hpp"

#include "indicators/subject_cases.hpp"

#include <earlyhelp/indicators/outcome_indicators.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <vector>

namespace earlyhelp {
namespace {

/// A term of a school year, by the year in which that began.
struct TermOfYear {
  int school_year;
  SchoolTerm term;

  friend auto operator<=>(const TermOfYear&, const TermOfYear&) = default;
};

Date middle_of(const Period& days) { return days.first() + Days{(days.last() - days.first()).days() / 2}; }

TermOfYear term_of_year(const Period& days, SchoolTerm term) {
  const auto middle = middle_of(days);
  return {.school_year = middle.year() - (term == SchoolTerm::autumn ? 0 : 1), .term = term};
}

void add(SchoolSessions& sum, const AttendanceRecorded& record) {
  sum.possible += record.possible;
  sum.attended += record.attended;
}

/// A session is half a day.
bool can_be(const AttendanceRecorded& record) noexcept {
  const auto days = (record.days.last() - record.days.first()).days() + 1;
  return 0 <= record.attended && record.attended <= record.possible && record.possible <= 2 * days;
}

/// Whether all of it began after the child's case did, and ended in the window.
bool is_after(const Subject& subject, const Period& days) {
  return days.first() > subject.all.day_of(subject.index) && days.last() <= window_end(subject);
}

/// Each record once, in whichever of the child's cases it stands.
std::vector<AttendanceRecorded> records_of(const Subject& subject) {
  std::vector<AttendanceRecorded> records;
  for_each_record_of_child(subject, [&](const PersonRecord& child) {
    for (const auto& record : child.attendance) {
      if (std::find(records.begin(), records.end(), record) == records.end()) records.push_back(record);
    }
  });
  return records;
}

}  // namespace

boost::optional<SchoolTerm> term_of(const Period& days) {
  constexpr int longest_term_days = 140;
  if ((days.last() - days.first()).days() > longest_term_days) return {};
  const auto month = middle_of(days).month().as_number();
  if (month >= 9) return SchoolTerm::autumn;
  return month <= 3 ? SchoolTerm::spring : SchoolTerm::summer;
}

bool is_attendance_sound(const Subject& subject) {
  auto records = records_of(subject);
  std::sort(records.begin(), records.end(),
            [](const AttendanceRecorded& a, const AttendanceRecorded& b) { return a.days.first() < b.days.first(); });
  const auto overlaps = [](const AttendanceRecorded& a, const AttendanceRecorded& b) {
    return b.days.first() <= a.days.last();
  };
  const auto possible = std::accumulate(
      records.begin(), records.end(), std::int64_t{0},
      [](std::int64_t sum, const AttendanceRecorded& record) { return sum + std::max(0, record.possible); });
  return std::all_of(records.begin(), records.end(), can_be) && possible <= SchoolSessions::most &&
         std::adjacent_find(records.begin(), records.end(), overlaps) == records.end();
}

boost::optional<MatchedTerms> matched_terms(const Subject& subject) {
  const auto index = subject.all.day_of(subject.index);
  std::map<TermOfYear, SchoolSessions> before;
  std::map<TermOfYear, SchoolSessions> after;
  for (const auto& record : records_of(subject)) {
    const auto term = term_of(record.days);
    // What began before the case and went on after it is neither, nor is what ended after the window.
    const bool is_later = is_after(subject, record.days);
    if (!term || (!is_later && record.days.last() >= index)) continue;
    auto& of = is_later ? after : before;
    add(of.try_emplace(term_of_year(record.days, *term), SchoolSessions{.possible = 0, .attended = 0}).first->second,
        record);
  }
  boost::optional<MatchedTerms> matched;
  for (const auto& [at, sessions] : after) {
    const auto earlier = before.find({.school_year = at.school_year - 1, .term = at.term});
    if (earlier == before.end()) continue;
    if (!matched) {
      const SchoolSessions none{.possible = 0, .attended = 0};
      matched = MatchedTerms{{.school_year = at.school_year - 1, .terms = {}, .sessions = none},
                             {.school_year = at.school_year, .terms = {}, .sessions = none}};
    }
    if (matched->second.school_year != at.school_year) break;
    for (auto* const side : {&matched->first, &matched->second}) side->terms.insert(at.term);
    matched->first.sessions.possible += earlier->second.possible;
    matched->first.sessions.attended += earlier->second.attended;
    matched->second.sessions.possible += sessions.possible;
    matched->second.sessions.attended += sessions.attended;
  }
  return matched;
}

SchoolSessions sessions_after(const Subject& subject) {
  SchoolSessions sum{.possible = 0, .attended = 0};
  for (const auto& record : records_of(subject)) {
    if (is_after(subject, record.days)) add(sum, record);
  }
  return sum;
}

}  // namespace earlyhelp
