#include <earlyhelp/policy/policy_timeline.hpp>

#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <cstddef>
#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

void add_row(PolicyBook& book, Parameter parameter, Date in_force_from, ParameterValue value) {
  book.parameters.push_back({.parameter = parameter,
                             .in_force_from = in_force_from,
                             .value = value,
                             .source = {"A local protocol", "changed by a later row"}});
}

/// The shipped book with a parameter that came later than the others, two changes on one day, changes on neighbouring
/// days, and rows that are not in the order of time.
PolicyBook make_book() {
  auto book = default_policy_book();
  row_of(book, Parameter::perpetrator_review_within).in_force_from = Date{2010, 6, 1};
  add_row(book, Parameter::escalation_events, Date{2026, 3, 1}, 4);
  add_row(book, Parameter::serial_victims, Date{2024, 2, 29}, 3);
  add_row(book, Parameter::visible_high_risk_dara, Date{2024, 2, 29}, 10);
  add_row(book, Parameter::escalation_events, Date{2024, 3, 1}, 5);
  return book;
}

}  // namespace

TEST_CASE("a timeline has the policy of every day around every row", "[policy][timeline]") {
  const auto book = make_book();
  const PolicyTimeline timeline{book};
  for (const auto& row : book.parameters) {
    for (int offset = -2; offset <= 2; ++offset) {
      const auto day = row.in_force_from + Days{offset};
      CAPTURE(to_string(day));
      const auto expected = policy_on(book, day);
      const auto found = timeline.on(day);
      REQUIRE(found.has_value() == expected.has_value());
      if (expected) CHECK(*found == *expected);
    }
  }
}

TEST_CASE("all policies of a timeline stand in order of time, each the one of its days, without a gap",
          "[policy][timeline]") {
  const PolicyTimeline timeline{make_book()};
  const auto all = timeline.all();
  REQUIRE(all.size() == 4);
  for (std::size_t i = 0; i < all.size(); ++i) {
    CHECK(&*timeline.on(all[i].in_force().first()) == &all[i]);
    if (i > 0) CHECK(all[i].in_force().first() == all[i - 1].in_force().last() + Days{1});
  }
}

TEST_CASE("before the first row of any required parameter there is no policy", "[policy][timeline]") {
  const PolicyTimeline timeline{make_book()};
  CHECK_FALSE(timeline.on(Date{1400, 1, 1}).has_value());
  CHECK_FALSE(timeline.on(Date{2009, 3, 1}).has_value());
  CHECK_FALSE(timeline.on(Date{2010, 5, 31}).has_value());
  CHECK(timeline.on(Date{2010, 6, 1}).has_value());
  CHECK(timeline.on(Date{2010, 6, 2}).has_value());
}

TEST_CASE("the last policy of a timeline has no end", "[policy][timeline]") {
  const PolicyTimeline timeline{make_book()};
  const auto last = timeline.on(Date{9999, 12, 31});
  REQUIRE(last.has_value());
  CHECK(last->stamp().in_force_from == Date{2026, 3, 1});
  CHECK(last->number(Parameter::escalation_events) == 4);
  CHECK(last->number(Parameter::visible_high_risk_dara) == 10);
}

TEST_CASE("a book that is not sound makes no timeline", "[policy][timeline]") {
  auto book = make_book();
  set(book, Parameter::serial_victims, 0);
  CHECK_THROWS_AS(PolicyTimeline{book}, std::invalid_argument);
}
