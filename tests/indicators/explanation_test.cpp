#include <earlyhelp/indicators/explanation.hpp>

#include <earlyhelp/indicators/measurement.hpp>
#include <earlyhelp/indicators/shipped_indicators.hpp>

#include "support/coded_indicator.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

#include <set>
#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

bool has_line(const std::vector<std::string>& lines, const std::string& start) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& line) { return line.rfind(start, 0) == 0; });
}

}  // namespace

TEST_CASE("every shipped indicator has an id of its own, a title and a source, and explains itself", "[indicators]") {
  std::set<std::string_view> ids;
  std::set<std::string_view> titles;
  CHECK(shipped_indicators().size() == 36);
  for (const auto& indicator : shipped_indicators()) {
    const std::string id{indicator.id.view()};
    CAPTURE(id);
    CHECK(ids.insert(indicator.id.view()).second);
    CHECK(titles.insert(indicator.title.view()).second);
    CHECK(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string::npos);
    CHECK_NOTHROW(indicator.require_sound());
    CHECK_FALSE(indicator.title.empty());
    CHECK_FALSE(indicator.source.title.empty());
    for (const auto criterion : values_of<Criterion>) {
      const auto& question = indicator.question(criterion);
      CHECK((question.of == nullptr) == question.asks.empty());
      if (question.of != nullptr) CHECK(question.asks.view().find('?') != std::string_view::npos);
    }
    CHECK((indicator.time.of == nullptr) == indicator.time.unit.empty());

    const auto lines = explain(indicator);
    CHECK(lines.front() == id + ": " + std::string{indicator.title.view()});
    CHECK(has_line(lines, "version: " + std::to_string(indicator.version)));
    CHECK(has_line(lines, "counted by: " + std::string{to_string(indicator.unit)}));
    CHECK(has_line(lines, "index date: "));
    CHECK(has_line(lines, "numerator: " + std::string{indicator.numerator.asks.view()}));
    CHECK(has_line(lines, "improvement: " + std::string{to_string(indicator.direction)}));
    CHECK(has_line(lines, "unstable below: " + std::to_string(indicator.minimum)));
    CHECK(has_line(lines, "source: " + std::string{indicator.source.title.view()}));
    CHECK(has_line(lines, "window: ") == indicator.window_days.has_value());
    CHECK(has_line(lines, "time in ") == (indicator.time.of != nullptr));
    CHECK(has_line(lines, "denominator: ") == (indicator.denominator.of != nullptr));
    CHECK(has_line(lines, "denominator exception: ") == (indicator.denominator_exception.of != nullptr));
  }
}

TEST_CASE("a shipped indicator is found by its whole id, and by nothing else", "[indicators]") {
  for (const auto& indicator : shipped_indicators()) {
    CHECK(&shipped_indicator(indicator.id.view()).value() == &indicator);
  }
  for (const auto* none : {"", "contact", "contact_in_time ", "CONTACT_IN_TIME", "no_further_callout_36"}) {
    CHECK_FALSE(shipped_indicator(none).has_value());
  }
}

TEST_CASE("an explanation says all criteria that are asked, in their order", "[indicators]") {
  const auto lines = explain(coded_indicator());
  std::vector<std::string> questions(lines.begin() + 4, lines.begin() + 10);
  CHECK(questions == std::vector<std::string>{"initial population: 1", "denominator: 2", "denominator exclusion: 3",
                                              "numerator: 4", "numerator exclusion: 5", "denominator exception: 6"});
  CHECK(lines.back() == "source: this test");
  auto unsound = coded_indicator();
  unsound.version = 0;
  CHECK_THROWS_AS(explain(unsound), std::invalid_argument);
}

TEST_CASE("a subject is explained as far as it was asked", "[indicators]") {
  const auto all = coded_register({"yynnny", "ynyyyy", "yyltll"});
  const auto asked = [&](std::size_t place) {
    std::string text;
    const auto explanation = explain(coded_indicator(), all, the_year(), place);
    CHECK(explanation.index == moment("2025-01-06"));
    for (const auto& [criterion, reply, is_asked] : explanation.asked) {
      CHECK(is_asked);
      text += std::string{to_string(criterion)} + " " + std::string{to_string(reply)} + ", ";
    }
    return text + std::string{to_string(explanation.standing)};
  };
  CHECK(asked(0) ==
        "initial_population yes, denominator yes, denominator_exclusion no, numerator no, denominator_exception yes, "
        "exception");
  CHECK(asked(1) == "initial_population yes, denominator no, not_in_denominator");
  CHECK(asked(2) == "initial_population yes, denominator yes, denominator_exclusion lost, lost");

  auto plain = coded_indicator();
  plain.denominator = {};
  plain.denominator_exclusion = {};
  const auto explanation = explain(plain, all, the_year(), 1);
  REQUIRE(explanation.asked.size() == 5);
  CHECK((explanation.asked[1] ==
         AskedCriterion{.criterion = Criterion::denominator, .reply = Reply::yes, .is_asked = false}));
  CHECK((explanation.asked[2] ==
         AskedCriterion{.criterion = Criterion::denominator_exclusion, .reply = Reply::no, .is_asked = false}));
}

TEST_CASE("who is not of the period is not asked, and who does not exist is refused", "[indicators]") {
  const auto all = coded_register({"yynynn"});
  const auto explanation = explain(coded_indicator(), all, Period{Date{2025, 2, 1}, Date{2025, 2, 28}}, 0);
  CHECK_FALSE(explanation.index);
  CHECK(explanation.asked.empty());
  CHECK(explanation.standing == Standing::not_in_initial_population);
  CHECK_THROWS_AS(explain(coded_indicator(), all, the_year(), 1), std::out_of_range);
}

TEST_CASE("the explanation of a subject ends where the measurement counts it", "[indicators][property]") {
  RandomRegister random{65};
  std::array<int, count_of<Standing>> seen = {};
  for (int round = 0; round < 25; ++round) {
    const auto cases = random.cases(25);
    const auto callouts = random.callouts(40);
    const CaseRegister all{cases, callouts, make_casework_policy(), make_calendar(), random.instant()};
    for (const auto& indicator : shipped_indicators()) {
      CAPTURE(std::string{indicator.id.view()});
      const auto measurement = measure(indicator, all, the_year());
      std::vector<Standing> expected(all.size(indicator.unit), Standing::not_in_initial_population);
      for (const auto& member : measurement.members()) expected[member.place] = member.standing;
      for (std::size_t place = 0; place < expected.size(); ++place) {
        const auto explanation = explain(indicator, all, the_year(), place);
        if (explanation.standing != expected[place]) CHECK(explanation.standing == expected[place]);
        ++seen.at(static_cast<std::size_t>(explanation.standing));
        if (!explanation.index) continue;
        CHECK(the_year().contains(all.day_of(*explanation.index)));
        CHECK_FALSE(explanation.asked.empty());
      }
    }
  }
  for (const auto standing : values_of<Standing>) {
    CAPTURE(to_string(standing));
    if (standing != Standing::numerator_excluded) CHECK(seen.at(static_cast<std::size_t>(standing)) > 0);
  }
}
