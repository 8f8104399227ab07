#pragma once

#include <earlyhelp/statistics/proportion.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp {

/// How much of school a child attended, in sessions of half a day. Days on which the school was closed to the child are
/// not possible sessions.
struct SchoolSessions {
  static constexpr std::int64_t most = 1'000'000;

  std::int64_t possible;  ///< at most `most`
  std::int64_t attended;  ///< at most `possible`

  friend bool operator==(const SchoolSessions&, const SchoolSessions&) = default;
};

/// From what on absence is called what. Both shares include their end.
///
/// Source: Department for Education, Pupil absence in schools in England, methodology: 10 %; 50 % as public code of
///         those statistics has it.
struct AbsenceRule {
  int least_possible;  ///< sessions; with fewer, a child was there too short a time for the share to say much
  int persistent_percent = 10;
  int severe_percent = 50;
};

/// How much of school a child missed, with or without leave.
struct Absence {
  Proportion missed;  ///< of the child's own possible sessions
  bool is_persistent;
  bool is_severe;  ///< which is persistent too
  bool is_short;   ///< too short an enrolment: to be told apart, and not to be counted with the others

  friend bool operator==(const Absence&, const Absence&) = default;
};

/// What `sessions` say by `rule`; exact, without rounding.
///
/// None:   no session was possible: there is no such share, and it is not 0.
/// Throws: std::invalid_argument unless 0 <= attended <= possible <= 10^6, and unless 1 <= persistent <= severe <= 100
///         and the least possible is not negative.
/// Source: Department for Education, Pupil absence in schools in England, methodology.
boost::optional<Absence> absence(const SchoolSessions& sessions, const AbsenceRule& rule);

/// The share from which absence was called persistent, in the school year that began in `year`.
///
/// Unit:   percent.
/// None:   before 2005.
/// Source: Department for Education, A guide to absence statistics: 20 % from 2005/06, 15 % from 2010/11, 10 % from
///         2015/16.
boost::optional<int> persistent_percent(int year) noexcept;

}  // namespace earlyhelp
