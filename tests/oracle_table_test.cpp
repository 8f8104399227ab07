#include "support/oracle.hpp"

#include <catch2/catch.hpp>

#include <sstream>
#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

OracleTable table_of(const std::string& text) {
  std::istringstream in{text};
  return OracleTable{"cases.csv", in};
}

}  // namespace

TEST_CASE("an oracle table is read row by row, empty cells included", "[oracle]") {
  const auto table = table_of("case,age,duties\nT1,,a;b\nT2,3,\n");
  REQUIRE(table.rows() == 2);
  CHECK(table.at(0, "age").empty());
  CHECK(table.at(0, "duties") == "a;b");
  CHECK(table.at(1, "case") == "T2");
  CHECK(table.at(1, "duties").empty());
}

TEST_CASE("line ends of either kind and a last line without one are fine", "[oracle]") {
  const auto table = table_of("day\r\n2024-12-25\r\n2024-12-26");
  REQUIRE(table.rows() == 2);
  CHECK(table.at(0, "day") == "2024-12-25");
  CHECK(table.at(1, "day") == "2024-12-26");
}

TEST_CASE("an oracle table that is not one is a failure", "[oracle]") {
  const std::string bad = GENERATE(as<std::string>{}, "", "\n", "case,age\n", "case,age\nT1\n", "case,age\nT1,3,4\n",
                                   "case,age\nT1,3\n\n", "case,\nT1,3\n", "case,case\nT1,T1\n", "day\n\n");
  CAPTURE(bad);
  CHECK_THROWS_AS(table_of(bad), std::runtime_error);
}

TEST_CASE("a column or row that is not there is a failure", "[oracle]") {
  const auto table = table_of("case,age\nT1,3\n");
  CHECK_THROWS_AS(table.at(0, "grade"), std::runtime_error);
  CHECK_THROWS_AS(table.at(1, "age"), std::runtime_error);
  CHECK_THROWS_AS(read_oracle("no_such_file.csv"), std::runtime_error);
}
