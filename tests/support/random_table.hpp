#pragma once

#include <earlyhelp/io/mapping.hpp>

#include "support/table_cells.hpp"

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp::test {

/// Tables and mappings of every kind, good ones and bad ones; the same for the same seed.
class RandomTable {
 public:
  explicit RandomTable(unsigned seed) : random_{seed} {}

  /// Of a table as csv() makes it. What is mapped is mostly what fits.
  io::Mapping mapping() {
    using enum io::FeedField;
    io::Mapping made{.time_zone = TimeZone{one_of(table_zones)}};
    for (const auto field : {id, occurred_at, recorded_at, victim_id, suspect_id}) set(made, field);
    for (const auto field : values_of<io::FeedField>) {
      if (chance(20)) set(made, field);
    }
    for (const auto finding : values_of<Finding>) {
      if (chance(8)) made.findings[static_cast<std::size_t>(finding)] = rule("Answer", "\"y\"");
    }
    return made;
  }

  /// A line that names the columns, and `records` records.
  std::string csv(int records) {
    std::string text;
    for (const auto& column : table_columns) text.append(text.empty() ? "" : ",").append(column.name);
    text += '\n';
    for (int i = 0; i < records; ++i) {
      if (chance(3)) text += one_of(std::vector<std::string_view>{"\n", "x\"y\n", "a,b\n", "\"\n\""});
      for (const auto& column : table_columns)
        text += (&column == table_columns.data() ? "" : ",") + cell(column.cells);
      text += chance(20) ? "\r\n" : "\n";
    }
    return text;
  }

 private:
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  template <class Thing>
  const Thing& one_of(const std::vector<Thing>& things) {
    return things[random_() % things.size()];
  }

  std::string cell(const std::vector<std::string_view>& cells) {
    std::string text;
    if (chance(70)) {
      text = cells.front();
    } else if (chance(90)) {
      text = one_of(chance(80) ? cells : one_of(table_columns).cells);
    }
    if (text.find_first_of(",\"\n") == std::string::npos && !chance(10)) return text;
    std::string quoted = "\"";
    for (const char c : text) quoted.append(c == '"' ? "\"\"" : std::string{c});
    return quoted + '"';
  }

  /// A rule for `column`, or the constant `json`; now and then anything else.
  io::ValueRule rule(std::string_view column, std::string_view json) {
    if (chance(4)) return any_rule();
    if (chance(15)) return io::Constant{.json = std::string{json}};
    io::FromColumn made{.column = std::string{column}, .is_wall_time = column == "Wall"};
    if (chance(25)) translate(made, json);
    return made;
  }

  void translate(io::FromColumn& made, std::string_view json) {
    for (const auto& column : table_columns) {
      if (column.name != made.column) continue;
      for (const auto cell : column.cells) {
        if (chance(70)) made.values.emplace(cell, chance(80) ? json : one_of(mapped_values));
      }
    }
    if (chance(20)) made.values.emplace("", one_of(mapped_values));
    if (chance(40)) made.otherwise = std::string{chance(60) ? json : one_of(mapped_values)};
  }

  io::ValueRule any_rule() {
    const auto column = std::string{one_of(table_columns).name};
    switch (random_() % 5) {
      case 0:
        return io::FromColumn{.column = column, .is_wall_time = chance(20)};
      case 1:
        return io::Constant{.json = std::string{one_of(mapped_values)}};
      case 2:
        return io::StandIn{.prefix = "s:", .columns = {column, "Block"}};
      case 3:
        return io::RowNumber{.prefix = "n-"};
      default:
        return io::SameAs{.field = values_of<io::FeedField>[random_() % count_of<io::FeedField>]};
    }
  }

  void set(io::Mapping& made, io::FeedField field) {
    using enum io::FeedField;
    auto& chosen = made.fields[static_cast<std::size_t>(field)];
    const bool is_person = field == victim_id || field == suspect_id;
    if (field == id && chance(50)) {
      chosen = io::RowNumber{.prefix = "row-"};
    } else if (is_person && chance(50)) {
      chosen =
          io::StandIn{.prefix = field == victim_id ? "victim:" : "suspect:", .columns = {"Block", "Kind", "Block"}};
    } else if ((field == recorded_at || field == reported_at || field == attended_at) && chance(50)) {
      chosen = io::SameAs{.field = occurred_at};
    } else {
      const auto& [column, json] = usual_source[static_cast<std::size_t>(field)];
      chosen = rule(column, json);
    }
  }

  std::mt19937 random_;
};

}  // namespace earlyhelp::test
