#include <earlyhelp/policy/policy.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <stdexcept>
#include <utility>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Parameter;

namespace {

const Date first_day{2009, 3, 1};
const Date last_day{9999, 12, 31};

/// The shipped book with five events for an escalation from 1 April 2026 on.
PolicyBook book_with_a_new_row() {
  auto book = default_policy_book();
  auto row = row_of(book, escalation_events);
  row.in_force_from = Date{2026, 4, 1};
  row.value = 5;
  book.parameters.push_back(row);
  return book;
}

PolicyBook bad_book() {
  auto book = default_policy_book();
  set(book, escalation_events, 0);
  return book;
}

constexpr auto bad_book_says =
    "Policy: parameters: escalation_events from 2009-03-01: needs a number of at least 1, not 0";

}  // namespace

TEST_CASE("there is no policy before the first row of every required parameter", "[policy]") {
  CHECK_FALSE(policy_on(default_policy_book(), first_day - Days{1}).has_value());
  CHECK(policy_on(default_policy_book(), first_day).has_value());

  auto book = default_policy_book();
  row_of(book, notify_school_by).in_force_from = Date{2025, 11, 7};
  CHECK_FALSE(policy_on(book, Date{2025, 11, 6}).has_value());
  CHECK(policy_on(book, Date{2025, 11, 7}).has_value());
}

TEST_CASE("an optional parameter may start later than the policy", "[policy]") {
  auto book = default_policy_book();
  auto row = row_of(book, visible_high_risk_dash_2009);
  row.parameter = visible_high_risk_dara;
  row.in_force_from = Date{2026, 4, 1};
  book.parameters.push_back(row);
  constexpr auto dara = static_cast<std::size_t>(Instrument::dara);

  CHECK(policy_of(book, Date{2026, 3, 31}).thresholds().visible_high_risk[dara] == boost::none);
  CHECK(policy_of(book, Date{2026, 4, 1}).thresholds().visible_high_risk[dara] == 14);
}

TEST_CASE("a new row takes effect on its day and not before", "[policy]") {
  const auto [day, events] = GENERATE(table<Date, int>({
      {Date{2026, 3, 31}, 3},
      {Date{2026, 4, 1}, 5},
      {Date{2026, 4, 2}, 5},
  }));
  CAPTURE(to_string(day));
  const auto policy = policy_of(book_with_a_new_row(), day);

  CHECK(policy.number(escalation_events) == events);
  CHECK(policy.thresholds().escalation_events == events);
  CHECK(policy.row(escalation_events)->value == ParameterValue{events});
}

TEST_CASE("the order of the rows in the book means nothing", "[policy]") {
  auto book = book_with_a_new_row();
  std::swap(book.parameters.front(), book.parameters.back());

  CHECK(policy_of(book, Date{2026, 3, 31}).number(escalation_events) == 3);
  CHECK(policy_of(book, Date{2026, 4, 1}).number(escalation_events) == 5);
}

TEST_CASE("a policy says from which day to which it holds", "[policy]") {
  const auto book = book_with_a_new_row();

  CHECK(policy_of(default_policy_book()).in_force() == Period{first_day, last_day});
  CHECK(policy_of(book, first_day).in_force() == Period{first_day, Date{2026, 3, 31}});
  CHECK(policy_of(book, Date{2026, 3, 31}).in_force() == Period{first_day, Date{2026, 3, 31}});
  CHECK(policy_of(book, Date{2026, 4, 1}).in_force() == Period{Date{2026, 4, 1}, last_day});
  CHECK(policy_of(book, last_day).in_force() == Period{Date{2026, 4, 1}, last_day});
  CHECK(policy_of(book, first_day) == policy_of(book, Date{2026, 3, 31}));
  CHECK(policy_of(book, Date{2026, 3, 31}) != policy_of(book, Date{2026, 4, 1}));
}

TEST_CASE("a policy holds until the nearest of the later rows", "[policy]") {
  auto book = book_with_a_new_row();
  auto later = row_of(book, serial_victims);
  later.in_force_from = Date{2027, 1, 1};
  const bool is_listed_first = GENERATE(true, false);
  book.parameters.insert(is_listed_first ? book.parameters.begin() : book.parameters.end(), later);

  CHECK(policy_of(book, first_day).in_force() == Period{first_day, Date{2026, 3, 31}});
  CHECK(policy_of(book, Date{2026, 4, 1}).in_force() == Period{Date{2026, 4, 1}, Date{2026, 12, 31}});
}

TEST_CASE("a policy is stamped with its id, its version and the day of its newest row", "[policy]") {
  auto book = book_with_a_new_row();
  book.id = "devon";
  book.version = 7;

  CHECK(policy_of(book, Date{2026, 3, 31}).stamp() == PolicyStamp{"devon", 7, first_day});
  CHECK(policy_of(book, Date{2026, 6, 1}).stamp() == PolicyStamp{"devon", 7, Date{2026, 4, 1}});
}

TEST_CASE("a parameter is read in its own unit and no other", "[policy]") {
  const auto policy = make_policy();

  CHECK(policy.number(serial_victims) == 2);
  CHECK(policy.day(school_notification_from) == Date{2025, 11, 7});
  CHECK(policy.clock(obtain_grade_within) == DutyClock{{ClockKind::clock_hours, 24}, ClockStart::report});
  CHECK_THROWS_AS(policy.number(school_notification_from), std::invalid_argument);
  CHECK_THROWS_AS(policy.number(obtain_grade_within), std::invalid_argument);
  CHECK_THROWS_AS(policy.day(serial_victims), std::invalid_argument);
  CHECK_THROWS_AS(policy.day(obtain_grade_within), std::invalid_argument);
  CHECK_THROWS_AS(policy.clock(serial_victims), std::invalid_argument);
  CHECK_THROWS_AS(policy.clock(school_notification_from), std::invalid_argument);
}

TEST_CASE("an optional parameter without a row has no row and no number", "[policy]") {
  const auto policy = make_policy();

  CHECK_FALSE(policy.row(visible_high_risk_dara).has_value());
  CHECK_THROWS_WITH(policy.number(visible_high_risk_dara), "Policy: visible_high_risk_dara is no such value");
}

TEST_CASE("no policy is made from a book with issues, and the first is named", "[policy]") {
  CHECK_THROWS_WITH(Policy(bad_book(), first_day), bad_book_says);
  CHECK_THROWS_WITH(policy_on(bad_book(), first_day), bad_book_says);
  CHECK_THROWS_WITH(policy_on(bad_book(), first_day - Days{1}), bad_book_says);
  CHECK_THROWS_AS(policy_on(bad_book(), first_day), std::invalid_argument);
}

TEST_CASE("no policy is made for a day before the first row", "[policy]") {
  CHECK_THROWS_WITH(Policy(default_policy_book(), first_day - Days{1}), "Policy: no policy was in force on 2009-02-28");
}

TEST_CASE("a policy has the rules and terms of its book, by their place", "[policy]") {
  const auto book = default_policy_book();
  const auto policy = policy_of(book);

  CHECK(policy.rules() == book.rules);
  CHECK(policy.terms() == book.terms);
  CHECK(policy.rule(RuleIndex{0}) == book.rules.front());
  CHECK(policy.rule(static_cast<RuleIndex>(book.rules.size() - 1)) == book.rules.back());
}
