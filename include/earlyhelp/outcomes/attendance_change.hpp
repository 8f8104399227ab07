#pragma once

#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/outcomes/school_absence.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>

namespace earlyhelp {

/// A term of the school year.
enum class SchoolTerm : std::uint8_t { autumn, spring, summer };

template <>
struct Names<SchoolTerm> {
  static constexpr std::array<std::string_view, 3> ids = {"autumn", "spring", "summer"};
};

/// What one child attended in some terms of one school year.
struct AttendanceWindow {
  int school_year;            ///< the year it began in
  EnumSet<SchoolTerm> terms;  ///< at least one
  SchoolSessions sessions;
};

/// Better by at least so much of the possible sessions, worse by at least as much.
struct ByPoints {
  int hundredths;  ///< of a percentage point, 1 to 10,000: any increase at all is no improvement
};

/// Better by leaving the persistently absent, worse by coming among them.
struct ByLeavingPersistence {
  int persistent_percent = 10;
};

/// When attendance is called improved. It is chosen before anybody looks, and printed with the result.
///
/// Source: Department for Education, Pupil absence in schools in England (10 %); the rest are this library's choices.
struct AttendanceRule {
  std::variant<ByPoints, ByLeavingPersistence> improvement;
  int least_possible = 40;                         ///< sessions in each of the two windows
  boost::optional<int> least_missed_percent = {};  ///< only children who missed that much before; none: all
};

/// What became of a child's attendance.
enum class AttendanceVerdict : std::uint8_t { improved, same, worse };

template <>
struct Names<AttendanceVerdict> {
  static constexpr std::array<std::string_view, 3> ids = {"improved", "same", "worse"};
};

/// Why two windows of a child say nothing about a change.
enum class NoAttendanceChange : std::uint8_t {
  other_terms,  ///< not the same terms: the season would be taken for a change
  not_a_later_year,
  too_short_before,
  too_short_after,
  missed_too_little,  ///< before: outside of whom the rule is about
};

template <>
struct Names<NoAttendanceChange> {
  static constexpr std::array<std::string_view, 5> ids = {"other_terms", "not_a_later_year", "too_short_before",
                                                          "too_short_after", "missed_too_little"};
};

/// A child's attendance compared. Children with low attendance rise by chance alone: it is no effect by itself.
struct AttendanceChange {
  boost::optional<AttendanceVerdict> verdict;  ///< none: not comparable
  EnumSet<NoAttendanceChange> why_not;         ///< every reason; empty when there is a verdict
  boost::optional<double> points;              ///< percentage points more attended; with a verdict

  friend bool operator==(const AttendanceChange&, const AttendanceChange&) = default;
};

/// Compares one child's attendance in the same terms of two school years; exact, without rounding.
///
/// Throws: std::invalid_argument for windows without a term, as absence() for sessions, and for a rule out of range.
/// Source: Department for Education, Pupil absence in schools in England (sessions); the comparison is this library's.
AttendanceChange attendance_change(const AttendanceWindow& before, const AttendanceWindow& after,
                                   const AttendanceRule& rule);

}  // namespace earlyhelp
