#include <earlyhelp/policy/policy_book.hpp>

#include "support/policy.hpp"

#include <catch2/catch.hpp>

#include <boost/date_time/gregorian/gregorian_types.hpp>

#include <limits>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Parameter;
using enum Signal;

namespace {

/// A book that is wrong in one way, and all that `check` says about it.
struct Broken {
  std::string place;
  std::string what;
  void (*spoil)(PolicyBook&);
};

void check_says(const Broken& broken) {
  CAPTURE(broken.place, broken.what);
  auto book = default_policy_book();
  broken.spoil(book);

  const auto issues = check(book);

  REQUIRE(issues.size() == 1);
  CHECK(issues.front().where == broken.place);
  CHECK(issues.front().what == broken.what);
}

template <class Enum>
constexpr Enum undeclared = static_cast<Enum>(count_of<Enum>);

const Date no_day{boost::gregorian::not_a_date_time};
const Date forever{boost::gregorian::pos_infin};

void set_clock(PolicyBook& book, Parameter parameter, ClockKind kind, int amount) {
  set(book, parameter, DutyClock{.clock = {.kind = kind, .amount = amount}});
}

/// A table of so many rules, each of them sound.
PolicyBook book_of(std::size_t rules) {
  auto book = default_policy_book();
  const auto injured = rule_of(book, "weapon");
  for (auto left = rules - book.rules.size(); left > 0; --left) {
    book.rules.insert(book.rules.begin(), injured);
    book.rules.front().id = RuleId{"local-" + std::to_string(left)};
  }
  return book;
}

}  // namespace

TEST_CASE("the shipped book has no issues", "[policy]") { CHECK(check(default_policy_book()).empty()); }

TEST_CASE("a book needs an id, a version, and rules, at most as many as a table holds", "[policy]") {
  check_says({"id", "a policy needs an id", [](auto& book) { book.id = {}; }});
  check_says({"version", "needs a number of at least 1", [](auto& book) { book.version = 0; }});
  check_says({"rules", "a policy needs rules", [](auto& book) { book.rules.clear(); }});
  check_says({"rules", "has 65 rules, and a table holds 64", [](auto& book) { book = book_of(max_rules + 1); }});
  CHECK(check(book_of(max_rules)).empty());
}

TEST_CASE("a number is at least 1", "[policy]") {
  check_says({"parameters: escalation_events from 2009-03-01", "needs a number of at least 1, not 0",
              [](auto& book) { set(book, escalation_events, 0); }});
  check_says({"parameters: serial_victims from 2009-03-01", "needs a number of at least 1, not -1",
              [](auto& book) { set(book, serial_victims, -1); }});
  check_says({"parameters: visible_high_risk_dash_2009 from 2009-03-01",
              "needs a number of at least 1, not -2147483648",
              [](auto& book) { set(book, visible_high_risk_dash_2009, std::numeric_limits<int>::min()); }});

  auto book = default_policy_book();
  set(book, escalation_events, 1);
  CHECK(check(book).empty());
}

TEST_CASE("a window is at most a hundred years long", "[policy]") {
  check_says({"parameters: escalation_window from 2009-03-01", "needs at most 1200 months, not 1201",
              [](auto& book) { set(book, escalation_window, 1201); }});

  auto book = default_policy_book();
  set(book, escalation_window, 1200);
  CHECK(check(book).empty());
}

TEST_CASE("a value is of the unit of its parameter", "[policy]") {
  check_says({"parameters: contact_within from 2009-03-01", "the value is not one of unit clock",
              [](auto& book) { set(book, contact_within, 48); }});
  check_says({"parameters: school_notification_from from 2009-03-01", "the value is not one of unit date",
              [](auto& book) { set(book, school_notification_from, 2025); }});
  check_says(
      {"parameters: young_child_under_years from 2009-03-01", "the value is not one of unit years", [](auto& book) {
         set(book, young_child_under_years, Date{2025, 1, 1});
       }});
  check_says({"parameters: escalation_window from 2009-03-01", "the value is not one of unit calendar_months",
              [](auto& book) { set_clock(book, escalation_window, ClockKind::calendar_months, 12); }});
}

TEST_CASE("a clock can run, and starts at something known", "[policy]") {
  check_says({"parameters: idva_offer_within from 2009-03-01", "the clock cannot run 0 clock_hours",
              [](auto& book) { set_clock(book, idva_offer_within, ClockKind::clock_hours, 0); }});
  check_says({"parameters: idva_offer_within from 2009-03-01", "the clock cannot run -1 working_days",
              [](auto& book) { set_clock(book, idva_offer_within, ClockKind::working_days, -1); }});
  check_says({"parameters: daily_review_at from 2009-03-01", "the clock cannot run 1440 daily_at",
              [](auto& book) { set_clock(book, daily_review_at, ClockKind::daily_at, 1440); }});
  check_says({"parameters: notify_school_by from 2009-03-01", "the clock cannot run 1 next_school_day",
              [](auto& book) { set_clock(book, notify_school_by, ClockKind::next_school_day, 1); }});
  check_says({"parameters: idva_offer_within from 2009-03-01", "the clock cannot run 1 ?",
              [](auto& book) { set_clock(book, idva_offer_within, undeclared<ClockKind>, 1); }});
  check_says(
      {"parameters: contact_within from 2009-03-01", "the clock starts at nothing known", [](auto& book) {
         set(book, contact_within, DutyClock{.clock = {ClockKind::clock_hours, 48}, .start = undeclared<ClockStart>});
       }});
  check_says(
      {"parameters: daily_review_at from 2009-03-01", "the daily review cannot be due after itself", [](auto& book) {
         set(book, daily_review_at,
             DutyClock{.clock = {ClockKind::clock_hours, 24}, .start = ClockStart::daily_review});
       }});
}

TEST_CASE("a row has a parameter, a day, a source, and its day to itself", "[policy]") {
  check_says({"parameters: row 24", "no such parameter", [](auto& book) {
                book.parameters.push_back(row_of(book, serial_victims));
                book.parameters.back().parameter = undeclared<Parameter>;
              }});
  check_says({"parameters: serial_victims", "needs the day from which it is in force",
              [](auto& book) { row_of(book, serial_victims).in_force_from = no_day; }});
  check_says({"parameters: serial_victims", "needs the day from which it is in force",
              [](auto& book) { row_of(book, serial_victims).in_force_from = forever; }});
  check_says({"parameters: school_notification_from from 2009-03-01", "needs a day",
              [](auto& book) { set(book, school_notification_from, no_day); }});
  check_says({"parameters: serial_victims from 2009-03-01", "needs a source",
              [](auto& book) { row_of(book, serial_victims).source.title = {}; }});
  check_says({"parameters: serial_victims from 2009-03-01", "stands twice for one day",
              [](auto& book) { book.parameters.push_back(row_of(book, serial_victims)); }});

  auto book = default_policy_book();
  book.parameters.push_back(row_of(book, serial_victims));
  book.parameters.back().in_force_from += Days{1};
  CHECK(check(book).empty());
}

TEST_CASE("every parameter has a row, but for the threshold of an instrument", "[policy]") {
  const auto without = [](Parameter parameter) {
    auto book = default_policy_book();
    std::erase_if(book.parameters, [&](const auto& row) { return row.parameter == parameter; });
    return check(book);
  };

  for (const auto parameter : values_of<Parameter>) {
    CAPTURE(to_string(parameter));
    const bool may_be_missing = parameter == visible_high_risk_dash_2009 || parameter == visible_high_risk_dash_ric ||
                                parameter == visible_high_risk_dara;
    CHECK(is_optional(parameter) == may_be_missing);
    CHECK(without(parameter) ==
          (may_be_missing ? std::vector<Issue>{}
                          : std::vector<Issue>{{"parameters: " + std::string{to_string(parameter)}, "has no row"}}));
  }
}

TEST_CASE("a term uses signals that are known before it", "[policy]") {
  check_says({"terms: graded", "needs at least one signal", [](auto& book) { book.terms.graded = {}; }});
  check_says({"terms: child", "names an unknown signal, number 54",
              [](auto& book) { book.terms.child = child_linked || undeclared<Signal>; }});
  check_says({"terms: act", "uses act, which is not known yet", [](auto& book) { book.terms.act = act || injury; }});
  check_says(
      {"terms: act", "uses child, which is not known yet", [](auto& book) { book.terms.act = injury && child; }});
  check_says({"terms: abuse", "uses grade_high, which is not known yet",
              [](auto& book) { book.terms.abuse = domestic && grade_high; }});
  check_says({"terms: abuse", "uses route_high_risk_panel, which is not known yet",
              [](auto& book) { book.terms.abuse = domestic && !route_high_risk_panel; }});
  check_says({"terms: graded", "has an any-of that does not end", [](auto& book) {
                book.terms.graded.append({.signal = injury, .is_negated = false, .ends_clause = false});
              }});
}
