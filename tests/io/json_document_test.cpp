#include "../../src/io/json_document.hpp"

#include <earlyhelp/incident/risk_grade.hpp>

#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

/// The error that reading `text` by `build` ends in, as one line; "" when it reads.
template <class Build>
std::string error_of(const std::string& text, Build build) {
  const auto read = read_json_text("f.json", text, [&](const JsonValue& root) {
    build(root);
    return 0;
  });
  const auto* error = std::get_if<FileError>(&read);
  return error != nullptr ? to_string(*error) : "";
}

std::string syntax_error_of(const std::string& text) {
  return error_of(text, [](const JsonValue&) {});
}

}  // namespace

TEST_CASE("a configuration value knows its line and its key from the root", "[io]") {
  const auto root = parse_json("{\n \"a\": [\n  1,\n  {\"b\":\n   true}\n ],\n \"c\": \"x\"}");

  CHECK(root.line() == 1);
  CHECK(root.at("a").line() == 2);
  const auto& b = root.at("a").items()[1].at("b");
  CHECK(b.line() == 5);
  CHECK(b.key() == "a[1].b");
  CHECK(b.boolean());
  CHECK(root.at("c").line() == 7);
}

TEST_CASE("a value is what it is asked for, or an error says what was expected there", "[io]") {
  const auto text = "{\"n\": 7,\n\"t\": \"high\",\n\"f\": 0.5,\n\"z\": null}";

  CHECK(error_of(text, [](const JsonValue& root) {
          CHECK(root.at("n").integer(7, 7) == 7);
          CHECK(root.at("t").choice<RiskGrade>() == RiskGrade::high);
          CHECK(root.at("f").number() == 0.5);
          CHECK(root.at("n").number() == 7.0);
          CHECK_FALSE(root.find("z").has_value());
          CHECK_FALSE(root.find("y").has_value());
          CHECK(root.find("n").has_value());
        }).empty());
  const auto error = [&](auto build) { return error_of(text, build); };
  CHECK(error([](const auto& root) { root.at("t").integer(0, 1); }) ==
        "f.json:2: t: expected a whole number, found a text");
  CHECK(error([](const auto& root) { root.at("n").integer(0, 6); }) ==
        "f.json:1: n: expected a whole number from 0 to 6");
  CHECK(error([](const auto& root) { root.at("n").integer(8, 9); }) ==
        "f.json:1: n: expected a whole number from 8 to 9");
  CHECK(error([](const auto& root) { root.at("f").integer(0, 1); }) ==
        "f.json:3: f: expected a whole number, found a number");
  CHECK(error([](const auto& root) { root.at("z").text(); }) == "f.json:4: z: expected a text, found null");
  CHECK(error([](const auto& root) { root.at("t").boolean(); }) == "f.json:2: t: expected true or false, found a text");
  CHECK(error([](const auto& root) { root.at("t").number(); }) == "f.json:2: t: expected a number, found a text");
  CHECK(error([](const auto& root) { root.at("t").items(); }) == "f.json:2: t: expected an array, found a text");
  CHECK(error([](const auto& root) { root.at("t").members(); }) == "f.json:2: t: expected an object, found a text");
  CHECK(error([](const auto& root) { root.at("u"); }) == "f.json:1: expected the key \"u\", which is missing");
  CHECK(error([](const auto& root) {
          root.only({"n", "t", "z"});
        }) == "f.json:3: f: unknown key; expected one of n, t, z");
  const auto text_of_grade = [](const auto& root) { root.at("g").template choice<RiskGrade>(); };
  CHECK(error_of("{\"g\":\"High\"}", text_of_grade) == "f.json:1: g: expected one of standard, medium, high");
}

TEST_CASE("only one strict JSON value is a configuration file", "[io]") {
  CHECK(syntax_error_of("{\"a\": [1, -2.5e3, true, false, null, \"\\u00e9\"]}").empty());
  CHECK(syntax_error_of("\xEF\xBB\xBF[]").empty());
  for (const std::string bad : {"",
                                " ",
                                "{",
                                "[1,]",
                                "{\"a\":1,}",
                                "{\"a\" 1}",
                                "{a:1}",
                                "{\"a\":1}}",
                                "{} {}",
                                "[1 2]",
                                "[01]",
                                "[1.]",
                                "[+1]",
                                "[.5]",
                                "[1e999]",
                                "[tru]",
                                "[nul]",
                                "[truefalse]",
                                "[\"\t\"]",
                                "[\"a]",
                                "7",
                                "\"a\"",
                                "[\"\\ud800\"]",
                                "[\"\\x\"]",
                                "[99999999999999999999999]",
                                "{\"a\":1 \"b\":2}",
                                "[1}",
                                "{\"a\"}",
                                "[NaN]",
                                "// x\n[]"}) {
    CAPTURE(bad);
    CHECK_FALSE(syntax_error_of(bad).empty());
  }
}

TEST_CASE("a fault of syntax names its line", "[io]") {
  CHECK(syntax_error_of("[1,\n2,\n3 4]").find("f.json:3: not JSON") == 0);
  CHECK(syntax_error_of("[\"a\",\n\"\xff\"]").find("f.json:2: not JSON") == 0);
  CHECK(syntax_error_of("{\"a\": 1,\n \"b\": {\"c\": 1,\n \"c\": 2}}") == "f.json:3: b.c: the key occurs twice");
}

TEST_CASE("nesting has a bound", "[io]") {
  const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
  CHECK(syntax_error_of(nested(32)).empty());
  CHECK(syntax_error_of(nested(33)).find("nested deeper than 32") != std::string::npos);
  CHECK_FALSE(syntax_error_of(nested(100'000)).empty());
  CHECK_FALSE(syntax_error_of(std::string(100'000, '[')).empty());
}

TEST_CASE("a configuration file that is not there, or is too long, is an error", "[io]") {
  const auto read = [](const std::string& file) {
    const auto result = read_json_file(file, [](const JsonValue&) { return 0; });
    return std::holds_alternative<FileError>(result) ? to_string(std::get<FileError>(result)) : "";
  };
  const test::TemporaryFile good{"[]"};
  const test::TemporaryFile long_one{"[\"" + std::string(std::size_t{16} << 20, 'x') + "\"]"};
  CHECK(read(good.name()).empty());
  CHECK(read(long_one.name()) == long_one.name() + ": longer than 16 MiB");
  CHECK(read("/nonexistent").find("/nonexistent: cannot be opened") == 0);
}
