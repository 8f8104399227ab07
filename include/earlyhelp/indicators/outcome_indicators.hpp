#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/outcomes/attendance_change.hpp>
#include <earlyhelp/text.hpp>

namespace earlyhelp {

// What became of people, by what was measured of them before and after. Children with low attendance rise, and people
// with bad scores get better ones, by chance alone: a share of those who did is no effect without a like group beside
// it.

/// When attendance is called improved, fixed before anybody looked: by three percentage points of the possible
/// sessions, of children who had missed a tenth or more, with 40 possible sessions in each of the same terms of two
/// school years.
///
/// Source: library default; a tenth: Department for Education, persistent absence.
AttendanceRule shipped_attendance_rule();

/// The term in whose middle a record of attendance lies: September to December, January to March, April to August. A
/// record of more than 140 days is of no one term.
///
/// None:   of no one term.
/// Source: library default: terms are local, but their middles lie there everywhere in England.
boost::optional<SchoolTerm> term_of(const Period& days);

/// By shipped_attendance_rule(), of each child the first terms that began after the case did, ended within 450 days,
/// and of which there is a record of the year before. Pending until 450 days have passed, of all alike; then lost
/// without such a record.
///
/// Source: as shipped_attendance_rule(); the service's annual report 2020-21 (67 % improved).
extern const Indicator attendance_improved;

/// The same children, of those persistently absent before: no longer.
///
/// Source: as attendance_improved.
extern const Indicator persistent_absence_ended;

/// Of the children with 40 possible sessions on record of times that began after their case did and ended within 450
/// days: persistently absent in them.
///
/// Source: Department for Education, Pupil absence in schools in England.
extern const Indicator persistently_absent_after;

/// The same children: severely absent, which is persistently too.
///
/// Source: as persistently_absent_after.
extern const Indicator severely_absent_after;

/// An indicator of the families (or, of children's scores, the children) who are reliably better by a score: from the
/// first on record to the last, when the cases are closed; lost without a second. Scores of cases that began outside
/// the period do not count: a change is told once. Several people of one role in a family: the first of whom there are
/// two scores.
///
/// Throws: as Indicator::require_sound.
/// Source: Jacobson, N. S. and Truax, P. (1991), Clinical significance; the spread is the caller's.
Indicator reliably_better(Text<47> id, Text<119> title, const ScoreRule& rule, const Source& spread_source);

}  // namespace earlyhelp
