#include <earlyhelp/io/calendar_reader.hpp>
#include <earlyhelp/io/shipped_file.hpp>

#include "support/print.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

const std::string holidays =
    "\"holidays\": {\"source\": {\"title\": \"t\", \"section\": \"s\"}, \"first\": \"2024-01-01\",\n"
    "\"last\": \"2024-12-31\", \"days\": [\"2024-01-01\", \"2024-12-25\"]}";
const std::string terms =
    "\"school_terms\": {\"first\": \"2024-01-01\", \"last\": \"2024-07-31\", \"terms\":\n"
    "[{\"first\": \"2024-01-08\", \"last\": \"2024-03-28\"}, {\"first\": \"2024-04-15\", \"last\": \"2024-07-23\"}]}";

std::string calendar_of(const std::string& rest) { return "{\"time_zone\": \"UTC0\",\n" + rest + "}"; }

std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const auto at = text.find(old);
  REQUIRE(at != std::string::npos);
  return text.replace(at, old.size(), by);
}

std::string error_of(const std::string& text) {
  const auto read = parse_calendar("c.json", text);
  const auto* error = std::get_if<FileError>(&read);
  return error != nullptr ? to_string(*error) : "";
}

}  // namespace

TEST_CASE("a calendar is read with its zone, its holidays and its terms", "[io]") {
  const auto read = parse_calendar("c.json", calendar_of(holidays + ",\n" + terms));

  REQUIRE(std::holds_alternative<Calendar>(read));
  const auto& calendar = std::get<Calendar>(read);
  CHECK(calendar.zone().rule() == "UTC0");
  CHECK(calendar.is_holiday(Date{2024, 12, 25}) == true);
  CHECK(calendar.is_holiday(Date{2024, 12, 24}) == false);
  CHECK(calendar.is_holiday(Date{2025, 1, 1}) == boost::none);
  CHECK(calendar.is_school_day(Date{2024, 3, 28}) == true);
  CHECK(calendar.is_school_day(Date{2024, 3, 29}) == false);
  CHECK(calendar.is_school_day(Date{2024, 8, 1}) == boost::none);
}

TEST_CASE("without terms a school day is not covered", "[io]") {
  const auto read = parse_calendar("c.json", calendar_of(holidays));

  REQUIRE(std::holds_alternative<Calendar>(read));
  CHECK(std::get<Calendar>(read).is_school_day(Date{2024, 3, 28}) == boost::none);
}

TEST_CASE("a fault in a calendar names file, line, key and what was expected", "[io]") {
  const auto good = calendar_of(holidays + ",\n" + terms);

  CHECK(error_of(replaced(good, "\"2024-12-25\"", "\"2024-02-30\"")) ==
        "c.json:3: holidays.days[1]: expected a day that exists, written YYYY-MM-DD");
  CHECK(error_of(replaced(good, "\"2024-12-25\"", "20241225")) ==
        "c.json:3: holidays.days[1]: expected a text, found a whole number");
  CHECK(error_of(replaced(good, "\"2024-12-25\"", "\"2025-01-01\"")) ==
        "c.json:3: holidays.days[1]: expected a day from `first` to `last`");
  CHECK(error_of(replaced(good, "\"2024-12-25\"", "\"2024-01-01\"")) ==
        "c.json:3: holidays.days[1]: expected days in order, each once");
  CHECK(error_of(replaced(good, "\"last\": \"2024-12-31\"", "\"last\": \"2023-12-31\"")) ==
        "c.json:2: holidays: Period: needs first <= last");
  CHECK(error_of(replaced(good, "\"2024-04-15\"", "\"2024-03-28\"")) ==
        "c.json:5: school_terms.terms[1]: expected terms in order, none overlapping another");
  CHECK(error_of(replaced(good, "\"2024-07-23\"", "\"2024-08-01\"")) ==
        "c.json:5: school_terms.terms[1]: expected a term inside the days from `first` to `last` of all terms");
  CHECK(error_of(replaced(good, "\"title\": \"t\", ", "")) ==
        "c.json:2: holidays.source: expected the key \"title\", which is missing");
  CHECK(error_of(replaced(good, "\"t\"", "\"\"")) ==
        "c.json:2: holidays.source.title: expected the document that this comes from");
  CHECK(error_of(replaced(good, "\"days\"", "\"dates\"")) ==
        "c.json:3: holidays.dates: unknown key; expected one of source, first, last, days");
  CHECK(error_of(replaced(good, "UTC0", "London")).find("c.json:1: time_zone: ") == 0);
  CHECK(error_of("[]") == "c.json:1: expected an object, found an array");
}

TEST_CASE("the calendar that ships covers England and Wales, and its file reads the same", "[io]") {
  const auto content = shipped_file("england_and_wales.json");
  REQUIRE(content.has_value());
  const auto read = parse_calendar("england_and_wales.json", *content);

  REQUIRE(std::holds_alternative<Calendar>(read));
  const auto& calendar = std::get<Calendar>(read);
  CHECK(calendar.zone() == london());
  CHECK(calendar.is_working_day(Date{2022, 9, 19}) == false);
  const test::TemporaryFile file{*content};
  CHECK(std::get<Calendar>(read_calendar(file.name())) == calendar);
}

TEST_CASE("a file that does not ship is none", "[io]") {
  CHECK_FALSE(shipped_file("scotland.json").has_value());
  CHECK_FALSE(shipped_files().empty());
}
