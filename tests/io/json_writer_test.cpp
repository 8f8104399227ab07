#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/io/reject.hpp>

#include <catch2/catch.hpp>

#include <limits>
#include <string>

using namespace earlyhelp::io;

TEST_CASE("the writer puts commas between members and elements, and nowhere else", "[io]") {
  std::string out;
  JsonWriter json{out};

  json.begin_object().key("a").begin_array().end_array();
  json.key("b").begin_array().number(1).begin_object().end_object().null().end_array();
  json.key("c").boolean(true).end_object().end_line();
  json.begin_array().boolean(false).end_array();

  CHECK(out == "{\"a\":[],\"b\":[1,{},null],\"c\":true}\n[false]");
}

TEST_CASE("the writer escapes what JSON must escape and leaves the rest", "[io]") {
  std::string out;
  JsonWriter{out}.text(std::string{"a\"b\\c\n\x1f\0d\xC3\xA9", 11});

  CHECK(out == "\"a\\\"b\\\\c\\u000a\\u001f\\u0000d\xC3\xA9\"");
}

TEST_CASE("numbers are written so that they read back equal", "[io]") {
  std::string out;
  JsonWriter{out}.begin_array().number(std::numeric_limits<std::int64_t>::min()).number(0.1).number(1e300).end_array();

  CHECK(out == "[-9223372036854775808,0.1,1e+300]");
}

TEST_CASE("a reject is one line with line, field and reason", "[io]") {
  std::string out;
  write(Reject{.line = 7, .field = "victims[0].age", .reason = "needs 0 to 120"}, out);

  CHECK(out == "{\"line\":7,\"field\":\"victims[0].age\",\"reason\":\"needs 0 to 120\"}\n");
}
