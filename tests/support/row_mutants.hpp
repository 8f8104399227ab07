#pragma once

#include <nlohmann/json.hpp>

#include <set>
#include <string>
#include <vector>

namespace earlyhelp::test {

/// Rows that differ from `row` in one place: a key gone or added, a value of every other kind or at a boundary.
inline std::vector<nlohmann::json> row_mutants(const nlohmann::json& row) {
  using Json = nlohmann::json;
  const std::vector<Json> values = {nullptr,
                                    true,
                                    0,
                                    -1,
                                    1,
                                    120,
                                    121,
                                    1000,
                                    1001,
                                    1440,
                                    65'535,
                                    65'536,
                                    2'147'483'647,
                                    2'147'483'648,
                                    4'294'967'295,
                                    4'294'967'296,
                                    1.5,
                                    1e300,
                                    "",
                                    "x",
                                    "a b",
                                    "\n",
                                    std::string(128, 'x'),
                                    std::string(129, 'x'),
                                    "y",
                                    "yes",
                                    "high",
                                    "none",
                                    "2024-02-29",
                                    "2024-02-30",
                                    "2024-13-01",
                                    "1399-12-31",
                                    "9999-12-31",
                                    "2024-01-01T00:00:00Z",
                                    "2024-01-01T00:00Z",
                                    "2024-01-01T24:00:00Z",
                                    "2024-01-01T00:00:00",
                                    "2024-01-01T00:00:00.1234567Z",
                                    "2024-01-01T00:00:00+14:00",
                                    "2024-01-01T00:00:00+14:01",
                                    "1401-01-01T00:00:00Z",
                                    "1400-12-31T00:00:00Z",
                                    "9998-12-31T00:00:00Z",
                                    "9999-01-01T00:00:00Z",
                                    "dara",
                                    "relative",
                                    "economic",
                                    "refused",
                                    "incident",
                                    "connected",
                                    "event",
                                    "triaged",
                                    "08:00",
                                    "24:00",
                                    "24:01",
                                    Json::array(),
                                    Json::object(),
                                    Json::array({nullptr}),
                                    Json::array({"x"}),
                                    Json::array({"x", "y"}),
                                    Json::array({"x", "x"}),
                                    Json::array({"x", "y", "z"}),
                                    Json::array({Json::object()}),
                                    {{"id", "x"}},
                                    {{"q", "yes"}},
                                    {{"q", nullptr}},
                                    {{"q r", "yes"}}};
  std::vector<Json> mutants;
  const auto flat = row.flatten();
  std::set<Json::json_pointer> places;
  for (const auto& [path, leaf] : flat.items()) {
    for (Json::json_pointer at{path}; !at.empty(); at = at.parent_pointer()) places.insert(at);
  }
  for (const auto& place : places) {
    for (const auto& value : values) {
      mutants.push_back(row);
      mutants.back()[place] = value;
    }
    auto& parent = mutants.emplace_back(row)[place.parent_pointer()];
    if (parent.is_object()) {
      parent.erase(place.back());
      mutants.push_back(row);
      mutants.back()[place.parent_pointer()]["unknown_key"] = 1;
    } else {
      parent.erase(std::stoul(place.back()));
    }
  }
  return mutants;
}

}  // namespace earlyhelp::test
