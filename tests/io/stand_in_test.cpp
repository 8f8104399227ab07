#include "../../src/io/stand_in.hpp"

#include <earlyhelp/id.hpp>

#include <catch2/catch.hpp>

#include <set>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

std::string of(const std::vector<std::string_view>& cells) { return stand_in_id("v:", cells); }

}  // namespace

TEST_CASE("a stand-in is readable and a reference", "[io]") {
  CHECK(of({"002XX W 24TH PL", "RESIDENCE - YARD (FRONT / BACK)"}) ==
        "v:002XX_W_24TH_PL|RESIDENCE_-_YARD_(FRONT_/_BACK)");
  CHECK(of({"a\tb", "c%d"}) == "v:a%09b|c%25d");
}

TEST_CASE("different cells never give the same stand-in", "[io]") {
  std::set<std::string> ids;
  const std::vector<std::string> pieces = {"",
                                           " ",
                                           "_",
                                           "|",
                                           "~",
                                           "%",
                                           "%5f",
                                           "a",
                                           "a b",
                                           "a_b",
                                           "a|b",
                                           "a%20b",
                                           "\t",
                                           "\n",
                                           "~row-1",
                                           "\xC3\xA9",
                                           std::string(200, 'x'),
                                           std::string(201, 'x'),
                                           std::string(200, 'x') + " ",
                                           std::string(200, 'x') + "_"};
  std::size_t count = 0;
  for (const auto& one : pieces) {
    ids.insert(of({one}));
    ++count;
    for (const auto& other : pieces) {
      ids.insert(of({one, other}));
      ++count;
    }
  }
  ids.insert(row_id("v:", 1));
  CHECK(ids.size() == count + 1);
  for (const auto& id : ids) CHECK((id == "v:" || is_reference(id)));
}

TEST_CASE("a long stand-in keeps its beginning and has the longest length of a reference or a little less", "[io]") {
  const auto x = [](std::size_t n) { return of({std::string(n, 'x')}); };

  CHECK(x(126) == "v:" + std::string(126, 'x'));
  CHECK(x(127).size() == 128);
  CHECK(x(127).substr(0, 95) == "v:" + std::string(93, 'x'));
  CHECK(x(127) == x(127));
  std::string accents;
  for (int i = 0; i < 100; ++i) accents += "\xC3\xA9";
  for (const auto& id : {of({accents}), of({"a" + accents})}) {
    CHECK(id.size() >= 127);
    CHECK(id[id.find('~') - 1] == '\xA9');
  }
}
