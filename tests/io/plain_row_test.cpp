#include <earlyhelp/io/incident_reader.hpp>

#include "support/make_feed.hpp"
#include "support/make_row.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using namespace earlyhelp::test;

namespace {

/// Reads a row both ways: as it stands, and behind an end of line, which means nothing in JSON but is not plain.
class BothWays {
 public:
  Row<Incident> as_it_stands(const std::string& row) {
    read(good_);  // where many rows in turn were not plain, the next is not tried
    return read(row);
  }
  Row<Incident> by_the_general_parser(const std::string& row) { return read('\n' + row); }

 private:
  Row<Incident> read(const std::string& row) {
    padded_ = row;
    padded_.append(LineReader::padding, '"');
    return reader_.read({.text = std::string_view{padded_}.substr(0, row.size()), .number = 1});
  }

  const std::string good_ = make_short_row();
  std::string padded_;
  IncidentReader reader_;
};

/// Rows of every shape: with everything, with little, with counts and with answers, as generated.
std::vector<std::string> seed_rows() {
  std::vector<std::string> rows = {make_rich_row(), make_short_row()};
  for (const auto& incident : make_tangled_incidents(3, 1)) {
    write(incident, rows.emplace_back());
    rows.back().pop_back();
  }
  return rows;
}

}  // namespace

TEST_CASE("a row with any byte changed is read the same both ways", "[io][plain_row]") {
  BothWays both;
  for (const auto& row : {make_rich_row(), make_short_row()}) {
    for (std::size_t at = 0; at < row.size(); ++at) {
      for (unsigned byte = 0; byte <= 0xff; ++byte) {
        auto changed = row;
        changed[at] = static_cast<char>(byte);
        if (both.as_it_stands(changed) == both.by_the_general_parser(changed)) continue;
        FAIL(changed);
      }
    }
  }
}

TEST_CASE("a row cut off anywhere is read the same both ways", "[io][plain_row]") {
  BothWays both;
  for (const auto& row : seed_rows()) {
    for (std::size_t size = 0; size <= row.size(); ++size) {
      const auto cut = row.substr(0, size);
      CAPTURE(cut);
      CHECK(both.as_it_stands(cut) == both.by_the_general_parser(cut));
    }
  }
}

TEST_CASE("rows torn and put together otherwise are read the same both ways", "[io][plain_row][properties]") {
  BothWays both;
  const auto rows = seed_rows();
  const std::vector<std::string> pieces = {" ",          "\t",         "null",    "true", "false",    "\"\"",
                                           "{}",         "[]",         "\\u0041", "\\/",  "\xC3\xA9", "\xC3",
                                           "00",         "7",          "-0",      "1e1",  "1.0",      "\"age\":121",
                                           ",\"age\":3", "1000000000", "\"n\"",   "nul",  "}",        ",,"};
  std::mt19937 random{11};
  const auto below = [&](std::size_t end) { return random() % end; };
  std::size_t good = 0;
  for (int i = 0; i < 20'000; ++i) {
    auto row = rows[below(rows.size())];
    for (auto edits = 1 + below(3); edits > 0; --edits) {
      const auto at = below(row.size() + 1);
      const auto size = below(12);
      switch (below(4)) {
        case 0:
          row.erase(at, size);
          break;
        case 1:
          row.insert(at, row.substr(below(row.size() + 1), size));
          break;
        case 2:
          row.insert(at, pieces[below(pieces.size())]);
          break;
        default:
          row.replace(at, std::min(size, row.size() - at), pieces[below(pieces.size())]);
      }
    }
    const auto read = both.as_it_stands(row);
    if (!(read == both.by_the_general_parser(row))) FAIL(row);
    if (std::holds_alternative<Incident>(read)) ++good;
  }
  CHECK(good > 100);
}

TEST_CASE("keys in any order, and twice, are read the same both ways", "[io][plain_row]") {
  BothWays both;
  const auto row = make_rich_row();
  const std::string early = R"("id":"p1","age":35,"born":"1990-05-04")";
  const auto reordered = replaced(row, R"("id":"p1","born":"1990-05-04","age":35)", early);
  REQUIRE(std::holds_alternative<Incident>(both.as_it_stands(reordered)));
  CHECK(both.as_it_stands(reordered) == both.by_the_general_parser(row));
  for (const std::string member : {R"("injury":"y",)", R"("id":"i-1",)", R"("weapon":"n",)", R"("grade":"high",)",
                                   R"("history_known":true,)", R"("stalking":null,)"}) {
    const auto at = row.find(member.substr(0, member.find(':')));
    REQUIRE(at != std::string::npos);
    auto twice = row;
    twice.insert(at, member);
    CAPTURE(twice);
    CHECK(std::holds_alternative<Reject>(both.as_it_stands(twice)));
    CHECK(both.as_it_stands(twice) == both.by_the_general_parser(twice));
  }
}

TEST_CASE("white space between the parts of a row means nothing", "[io][plain_row]") {
  BothWays both;
  const auto row = make_rich_row();
  const auto plain = both.as_it_stands(row);
  REQUIRE(std::holds_alternative<Incident>(plain));
  for (const std::string space : {" ", "\t", "\r", "  \t"}) {
    std::string spaced;
    bool is_text = false;
    for (const char c : row) {
      is_text = is_text != (c == '"');
      const bool is_mark = !is_text && std::string_view{"{}[],:"}.find(c) != std::string_view::npos;
      spaced += is_mark ? space + c + space : std::string{c};
    }
    CHECK(both.as_it_stands(spaced) == plain);
    CHECK(both.by_the_general_parser(spaced) == plain);
  }
}

TEST_CASE("after many rows that are not plain every row is read as before", "[io][plain_row]") {
  IncidentReader reader;
  const auto read = [&](const std::string& row) {
    const auto padded = row + std::string(LineReader::padding, ' ');
    return reader.read({.text = std::string_view{padded}.substr(0, row.size()), .number = 1});
  };
  const auto plain = make_rich_row();
  const auto expected = read(plain);
  for (int i = 0; i < 100; ++i) {
    CHECK(read('\n' + plain) == expected);
    CHECK(std::holds_alternative<Reject>(read(plain + 'x')));
  }
  for (int i = 0; i < 100; ++i) CHECK(read(plain) == expected);
}
