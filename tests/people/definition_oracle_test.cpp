#include <earlyhelp/people/definition.hpp>

#include "support/oracle.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>

using namespace earlyhelp;

namespace {

/// "" is an age that is not known.
boost::optional<int> age(const std::string& cell) {
  if (cell.empty()) return {};
  return std::stoi(cell);
}

/// "unknown" is a relationship that is not known.
boost::optional<RelationshipKind> relationship(const std::string& cell) {
  if (cell == "unknown") return {};
  const auto kind = parse<RelationshipKind>(cell);
  if (!kind) throw std::runtime_error{"definition.csv: no relationship is called " + cell};
  return kind;
}

/// "unknown" is behaviour that is not known, "none" is none, and several are parted by semicolons.
boost::optional<EnumSet<Behaviour>> behaviours(const std::string& cell) {
  if (cell == "unknown") return {};
  EnumSet<Behaviour> found;
  if (cell == "none") return found;
  for (std::size_t start = 0; start <= cell.size();) {
    const auto end = std::min(cell.find(';', start), cell.size());
    const auto behaviour = parse<Behaviour>(cell.substr(start, end - start));
    if (!behaviour) throw std::runtime_error{"definition.csv: no behaviour is called " + cell};
    found.insert(*behaviour);
    start = end + 1;
  }
  return found;
}

}  // namespace

TEST_CASE("every reference case of the definition is answered", "[people][oracle]") {
  const auto table = read_oracle("definition.csv");

  for (std::size_t row = 0; row < table.rows(); ++row) {
    CAPTURE(table.at(row, "case"));
    const auto expected = table.at(row, "definition");

    const auto found = define_incident(relationship(table.at(row, "relationship")), age(table.at(row, "victim_age")),
                                       age(table.at(row, "suspect_age")), behaviours(table.at(row, "behaviour")));

    CHECK(to_string(found) == expected);
    count_oracle_case();
  }
}
