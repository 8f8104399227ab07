#include <earlyhelp/indicators/measurement.hpp>

#include "support/coded_indicator.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// The number behind the code and a letter: "yynynn=12" had it happen at 12, "yyntnn+12" had not by 12; without a
/// number nothing is known of the time.
std::optional<FollowUp> coded_time(const Subject& subject) {
  const auto& code = code_of(subject);
  if (code.size() == 6) return {};
  return FollowUp{.time = std::stoll(code.substr(7)), .has_event = code[6] == '='};
}

Indicator timed_indicator() {
  auto indicator = coded_indicator();
  indicator.time = {.measures = "what is written", .unit = "days", .of = coded_time};
  indicator.minimum = 3;
  return indicator;
}

TimeTaken time_of(const std::vector<std::string>& codes) {
  return time_taken(timed_indicator(), coded_register(codes), the_year());
}

}  // namespace

TEST_CASE("time is counted of everybody in the denominator and of those whose answer is open", "[indicators]") {
  const auto all = time_of({"yynynn=1", "yynnnn=2", "yynyyn=3", "yyntnn+4", "yynlnn+5", "yynunn=6", "yynynn"});
  CHECK(all.curve().people() == 6);
  CHECK(all.curve().events() == 4);
  CHECK(all.untimed() == 1);
  CHECK(all.measurement().members().size() == 7);

  const auto nobody = time_of({"yyynnn=1", "ynnnnn=2", "nnnnnn=3", "yynnny=4", "yynnny"});
  CHECK(nobody.curve().people() == 0);
  CHECK(nobody.untimed() == 0);
  CHECK(standings_of(nobody.measurement()) == "not_in_denominator 1, excluded 1, exception 2");
}

TEST_CASE("a median counts those of whom nobody has seen it happen, and may not be reached", "[indicators]") {
  const auto half = time_of({"yynynn=1", "yynynn=2", "yyntnn+9", "yyntnn+9"});
  CHECK(half.quantile(0.5) == 2.0);
  CHECK(half.status(0.5) == FigureStatus::ok);
  CHECK_FALSE(half.quantile(0.75));
  CHECK(half.status(0.75) == FigureStatus::not_reached);
  CHECK_THROWS_AS(half.quantile(1), std::invalid_argument);

  const auto few = time_of({"yynynn=1", "yynynn=2"});
  CHECK(few.status(0.5) == FigureStatus::unstable);
  CHECK(time_of({"yynynn=1", "yynynn=2", "yynynn=2"}).status(0.5) == FigureStatus::ok);
  CHECK(time_of({"yyntnn+1"}).status(0.5) == FigureStatus::not_reached);
  CHECK(time_of({}).status(0.5) == FigureStatus::no_denominator);
  CHECK(time_of({"yynynn"}).status(0.5) == FigureStatus::no_denominator);
}

TEST_CASE("without a stopwatch there is no time, and none is below 0", "[indicators]") {
  CHECK_THROWS_WITH(time_taken(coded_indicator(), coded_register({}), the_year()), "Indicator coded: measures no time");
  CHECK_THROWS_AS(time_of({"yynynn=-1"}), std::invalid_argument);
  auto unsound = timed_indicator();
  unsound.version = 0;
  CHECK_THROWS_WITH(time_taken(unsound, coded_register({}), the_year()), Catch::Contains("version"));
}
