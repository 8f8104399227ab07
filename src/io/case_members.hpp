#pragma once

#include "listed_record.hpp"

#include <earlyhelp/casework/case_file.hpp>

#include <tuple>

// What a case log has of a family, and of an event whatever it is.
namespace earlyhelp::io {

template <>
struct Members<StatedAge> {
  static constexpr std::tuple all{
      member("years", &StatedAge::years, {.least = 0, .most = max_stated_age_years}),
      member("on", &StatedAge::on),
  };
};
template <>
struct Members<Person> {
  static constexpr std::tuple all{
      member("id", &Person::id),
      member("born", &Person::born),
      member("stated_age", &Person::stated_age),
  };
};
template <>
struct Members<FamilyMember> {
  static constexpr std::tuple all{
      member("person", &FamilyMember::person),
      member("role", &FamilyMember::role),
      member("recorded_at", &FamilyMember::recorded_at),
  };
};
template <>
struct Members<FamilyTie> {
  static constexpr std::tuple all{
      member("one", &FamilyTie::one),     member("other", &FamilyTie::other),
      member("kind", &FamilyTie::kind),   member("from", &FamilyTie::from),
      member("until", &FamilyTie::until), member("recorded_at", &FamilyTie::recorded_at),
  };
};
template <>
struct Members<Residence> {
  static constexpr std::tuple all{
      member("person", &Residence::person),
      member("household", &Residence::household),
      member("from", &Residence::from),
      member("until", &Residence::until),
      member("recorded_at", &Residence::recorded_at),
  };
};
template <>
struct Members<CaseEvent> {
  static constexpr std::tuple all{
      member("id", &CaseEvent::id),
      member("occurred_at", &CaseEvent::occurred_at),
      member("recorded_at", &CaseEvent::recorded_at),
      member("recorded_by", &CaseEvent::recorded_by),
      member("body", &CaseEvent::body),
  };
};

}  // namespace earlyhelp::io
