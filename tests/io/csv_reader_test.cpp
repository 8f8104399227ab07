#include <earlyhelp/io/csv_reader.hpp>

#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp::io;
using earlyhelp::test::TemporaryFile;

namespace {

using Fields = std::vector<std::string>;

std::vector<Row<CsvRecord>> rows_of(const std::string& content) {
  const TemporaryFile file{content};
  CsvReader reader{file.name()};
  std::vector<Row<CsvRecord>> rows;
  while (auto row = reader.next()) rows.push_back(*std::move(row));
  CHECK_FALSE(reader.error().has_value());
  return rows;
}

std::vector<Row<CsvRecord>> records(std::initializer_list<CsvRecord> expected) {
  return {expected.begin(), expected.end()};
}

}  // namespace

TEST_CASE("records are read with quotes, commas and white space as they are", "[io]") {
  CHECK((rows_of("a,b\n\"x, y\",\"say \"\"no\"\"\"\n c ,\n") == records({{.line = 1, .fields = {"a", "b"}},
                                                                         {.line = 2, .fields = {"x, y", "say \"no\""}},
                                                                         {.line = 3, .fields = {" c ", ""}}})));
}

TEST_CASE("CRLF, a byte order mark, quoted newlines, empty lines and a last line without an end are fine", "[io]") {
  CHECK((rows_of("\xEF\xBB\xBF"
                 "a,b\r\n\r\n\"1\r\n2\",c\r\n\nd,e") == records({{.line = 1, .fields = {"a", "b"}},
                                                                 {.line = 3, .fields = {"1\n2", "c"}},
                                                                 {.line = 6, .fields = {"d", "e"}}})));
  CHECK(rows_of("").empty());
  CHECK((rows_of("\"\"\n") == records({{.line = 1, .fields = {""}}})));
  CHECK((rows_of("a\rb,c\n") == records({{.line = 1, .fields = {"a\rb", "c"}}})));
}

TEST_CASE("a bad quote rejects its record and nothing else", "[io]") {
  const auto rows = rows_of("a,b\nx\"y,z\nc,d\n\"x\"y,z\ne,f\n");

  REQUIRE(rows.size() == 5);
  CHECK((rows[1] == Row<CsvRecord>{Reject{.line = 2, .field = "", .reason = "a quote stands where none may"}}));
  CHECK((rows[2] == Row<CsvRecord>{CsvRecord{.line = 3, .fields = {"c", "d"}}}));
  CHECK((rows[3] == Row<CsvRecord>{Reject{.line = 4, .field = "", .reason = "a quote stands where none may"}}));
  CHECK((rows[4] == Row<CsvRecord>{CsvRecord{.line = 5, .fields = {"e", "f"}}}));
}

TEST_CASE("after a quote that is not closed, reading goes on with the next line", "[io]") {
  const auto rows = rows_of("a,b\n\"x,y\nc,d\n\"e\",f\n");

  REQUIRE(rows.size() == 4);
  CHECK((rows[1] == Row<CsvRecord>{Reject{.line = 2, .field = "", .reason = "a quote stands where none may"}}));
  CHECK((rows[2] == Row<CsvRecord>{CsvRecord{.line = 3, .fields = {"c", "d"}}}));
  CHECK((rows[3] == Row<CsvRecord>{CsvRecord{.line = 4, .fields = {"e", "f"}}}));
  const auto last = rows_of("a,b\n\"x,y\nc,d\n");
  REQUIRE(last.size() == 3);
  CHECK((last[1] == Row<CsvRecord>{Reject{.line = 2, .field = "", .reason = "a quote is not closed"}}));
  CHECK((last[2] == Row<CsvRecord>{CsvRecord{.line = 3, .fields = {"c", "d"}}}));
}

TEST_CASE("a record without bounds is a reject, and costs no more than its bound", "[io]") {
  std::string content = "\"" + std::string(2'000'000, 'x') + "\nb\n\"";
  for (int i = 0; i < 3'000; ++i) content += "c\n";
  const auto rows = rows_of(content);

  REQUIRE(rows.size() == 3'002);
  CHECK(std::get<Reject>(rows[0]).line == 1);
  CHECK((std::get<CsvRecord>(rows[1]) == CsvRecord{.line = 2, .fields = {"b"}}));
  CHECK((std::get<Reject>(rows[2]) ==
         Reject{.line = 3, .field = "", .reason = "the record is too long, or a quote in it is not closed"}));
  CHECK((std::get<CsvRecord>(rows[3]) == CsvRecord{.line = 4, .fields = {"c"}}));
}

TEST_CASE("a file that cannot be read is an error", "[io]") {
  CsvReader reader{"/nonexistent.csv"};

  CHECK_FALSE(reader.next().has_value());
  CHECK(reader.error().has_value());
}
