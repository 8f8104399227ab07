#pragma once

#include <earlyhelp/io/mapping.hpp>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp::test {

/// A column of a table, and what may stand in it, first what is usual.
struct TableColumn {
  std::string_view name;
  std::vector<std::string_view> cells;
};
inline const std::vector<TableColumn> table_columns = {
    {"Id", {"c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8"}},
    {"Wall",
     {"2022-07-01 10:00:00", "2022-03-13 02:30", "2022-11-06T01:30:00", "2022-02-30 10:00", "1401-01-01 00:00"}},
    {"Time", {"2023-07-01T10:00:00Z", "2023-07-01T10:00:00.25+01:00", "2023-07-01T10:00", "2023-08-01T00:00-14:00"}},
    {"Person", {"p1", "p2", "p3", "p 4", "p\xC3\xA9", "\xC3", "a\"b", "x\\y"}},
    {"Other", {"q1", "q2", "q3", "q4", "p1", "q|5"}},
    {"Day", {"1990-05-04", "1980-01-31", "2020-02-29", "2030-01-01", "1990-5-4"}},
    {"Count", {"0", "7", "007", "-0", "35", "120", "121", "1000", "1001", "-1", "old", "99999999999999999999"}},
    {"Grade", {"high", "medium", "standard", "1", "2"}},
    {"Kind", {"ex", "relative", "spouse", "dash_2009", "dara"}},
    {"Answer", {"y", "n", "u", "maybe"}},
    {"Block", {"001XX W A ST", "1 A_ST", "a,b", "\xF0\x9F\x98\x80~", "100%\t", "A very long name of a block indeed"}}};
inline const std::vector<std::string_view> table_zones = {
    "CST6CDT,M3.2.0,M11.1.0", "UTC0", "GMT0BST,M3.5.0/1,M10.5.0/2", "<+0530>-5:30", "LMT1:02:03", "<+20>-20"};
inline const std::vector<std::string_view> mapped_values = {
    "null",  "\"high\"", "\"former_spouse\"",        "[]", "[\"economic\"]", "7",     "1001",  "true",
    "false", "\"w1\"",   "\"2022-07-01T10:00:00Z\"", "{}", "\"p 1\"",        "1 , 2", "\"y\"", "\"\\u0041\""};

/// For each field the column and a constant that fit it.
constexpr std::array<std::pair<std::string_view, std::string_view>, count_of<io::FeedField>> usual_source = {{
    {"Id", "\"i\""},
    {"Wall", "\"2022-06-01T00:00Z\""},
    {"Time", "\"2024-06-01T00:00Z\""},
    {"Time", "\"2024-06-01T00:00Z\""},
    {"Wall", "\"2024-06-01T00:00Z\""},
    {"Person", "\"v\""},
    {"Day", "\"1990-01-01\""},
    {"Count", "35"},
    {"Other", "\"s\""},
    {"Day", "\"1990-01-01\""},
    {"Count", "17"},
    {"Kind", "\"relative\""},
    {"Kind", "[\"economic\",\"physical_or_sexual\"]"},
    {"Grade", "\"medium\""},
    {"Grade", "\"high\""},
    {"Other", "\"w1\""},
    {"Other", "\"r1\""},
    {"Kind", "\"dara\""},
    {"Other", "\"1\""},
    {"Count", "14"},
    {"Count", "0"},
    {"Answer", "true"},
    {"Answer", "false"},
}};

}  // namespace earlyhelp::test
