#include <earlyhelp/io/feed.hpp>

#include "support/make_row.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using test::make_rich_row;
using test::make_short_row;
using test::reject_of;
using test::replaced;

namespace {

std::vector<Reject> rejects_of(Feed& feed) {
  std::vector<Reject> rejects;
  while (const auto row = feed.next()) {
    if (const auto* reject = std::get_if<Reject>(&*row)) rejects.push_back(*reject);
  }
  return rejects;
}

}  // namespace

TEST_CASE("what is no JSON object alone on its line is a reject", "[io]") {
  const auto good = make_short_row();
  for (const auto& bad : std::vector<std::string>{"nonsense",
                                                  "{",
                                                  "}",
                                                  "[]",
                                                  "7",
                                                  "null",
                                                  "\"text\"",
                                                  "{}",
                                                  "{}{}",
                                                  good + "x",
                                                  good + "{}",
                                                  good + ",",
                                                  good + "]",
                                                  good.substr(0, good.size() - 1),
                                                  replaced(good, "}]}", "}]},"),
                                                  replaced(good, "\"id\":", "\"id\" "),
                                                  replaced(good, "\"id\":", "id:"),
                                                  replaced(good, "\"i-1\",", "\"i-1\" "),
                                                  replaced(good, "\"i-1\",", "\"i-1\",,"),
                                                  replaced(good, "{\"id\":\"p1\"}", "{\"id\":\"p1\",}"),
                                                  replaced(good, "{\"id\":\"p1\"}", "{\"id\":\"p1\"},"),
                                                  replaced(good, "{\"id\":\"p1\"}", "{\"id\":\"p1\"]"),
                                                  replaced(good, "{\"id\":\"p1\"}]", "{\"id\":\"p1\"}}"),
                                                  replaced(good, "\"i-1\"", "i-1"),
                                                  replaced(good, "\"i-1\"", "'i-1'"),
                                                  replaced(good, "\"p1\"}", "\"p1\",\"age\":01}"),
                                                  replaced(good, "\"p1\"}", "\"p1\",\"age\":1x}"),
                                                  replaced(good, "\"p1\"}", "\"p1\",\"age\":-}"),
                                                  replaced(good, "\"p1\"}", "\"p1\",\"age\":nul}"),
                                                  replaced(good, "\"p1\"}", "\"p1\",\"age\":nulll}"),
                                                  replaced(good, "\"p1\"}", "\"p1\",\"age\":NaN}"),
                                                  replaced(good, "]}", "],\"history_known\":truee}"),
                                                  replaced(good, "]}", "],\"history_known\":tru}"),
                                                  "// " + good}) {
    CAPTURE(bad);
    CHECK_FALSE(reject_of(bad).empty());
  }
}

TEST_CASE("a row that is not valid UTF-8, or holds half a character, is a reject", "[io]") {
  const auto with_id = [](const std::string& id) { return replaced(make_short_row(), "i-1", id); };

  CHECK(reject_of(with_id("\xC3\xA9t\xC3\xA9")).empty());
  CHECK(reject_of(with_id("\\u00e9")).empty());
  CHECK(reject_of(with_id("\\ud83d\\ude00")).empty());
  for (const std::string bad : {"\xff", "\xC3", "\xC0\xAF", "\xED\xA0\x80", "\xF5\x80\x80\x80"}) {
    CHECK(reject_of(with_id(bad)) == ": expected valid UTF-8");
  }
  for (const std::string bad : {"\\ud83d", "\\ude00", "\\ud83d\\u0041", "\\u12", "\\x", "\\"}) {
    CAPTURE(bad);
    CHECK_FALSE(reject_of(with_id(bad)).empty());
  }
  CHECK_FALSE(reject_of(with_id(std::string{"a\0b", 3})).empty());
  CHECK_FALSE(reject_of(with_id("a\tb")).empty());
  CHECK_FALSE(reject_of(std::string(300, '\0')).empty());
}

TEST_CASE("deep nesting is refused where it begins", "[io]") {
  const auto deep = std::string(100'000, '[') + std::string(100'000, ']');
  const auto open = std::string(100'000, '[');
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"victims\":";

  CHECK(reject_of(replaced(make_short_row(), "\"i-1\"", deep)) == "id: expected a reference");
  CHECK(reject_of(replaced(make_short_row(), "[{\"id\":\"p1\"}]", deep)) == "victims[0]: expected an object");
  CHECK_FALSE(reject_of(open).empty());
  CHECK_FALSE(reject_of(objects).empty());
}

TEST_CASE("every row cut off anywhere is a reject and every byte may change", "[io]") {
  const auto rich = make_rich_row();
  for (std::size_t size = 0; size < rich.size(); ++size) CHECK_FALSE(reject_of(rich.substr(0, size)).empty());
  IncidentReader reader;
  for (std::size_t at = 0; at < rich.size(); ++at) {
    for (unsigned byte = 0; byte <= 0xff; ++byte) {
      auto changed = rich;
      changed[at] = static_cast<char>(byte);
      const test::PaddedLine line{changed};
      const auto row = reader.read(line.line());
      if (!std::holds_alternative<Incident>(row) && std::get<Reject>(row).reason.empty()) FAIL(changed);
    }
  }
}

TEST_CASE("bad rows stand beside good ones, and the counts add up, twice", "[io]") {
  const auto good = make_short_row();
  const test::TemporaryFile file{"\xEF\xBB\xBF" + good + "\r\n\n{}\n" + std::string(10'000'000, 'x') + "\n \t\n" +
                                 good + "\n" + replaced(good, "i-1", "i-2") + "\n" + good.substr(0, 40)};
  Feed feed{file.name()};

  for (int pass = 0; pass < 2; ++pass) {
    const auto rejects = rejects_of(feed);
    REQUIRE(rejects.size() == 4);
    CHECK((rejects[0] == Reject{.line = 3, .field = "id", .reason = "missing"}));
    CHECK((rejects[1] == Reject{.line = 4, .field = "", .reason = "the line is too long"}));
    CHECK((rejects[2] == Reject{.line = 6, .field = "id", .reason = "an earlier row has this id"}));
    CHECK((rejects[3] == Reject{.line = 8, .field = "", .reason = "the file breaks off in this line"}));
    CHECK((feed.counts() == FeedCounts{.accepted = 2, .rejected = 4}));
    CHECK_FALSE(feed.error().has_value());
    feed.rewind();
  }
}

TEST_CASE("a last row without an end of line is a row, and an empty file has none", "[io]") {
  const test::TemporaryFile one{make_short_row()};
  const test::TemporaryFile none{""};
  const test::TemporaryFile newlines{"\n\r\n\n"};

  for (const auto& [file, rows] : {std::pair{&one, 1U}, std::pair{&none, 0U}, std::pair{&newlines, 0U}}) {
    Feed feed{file->name()};
    CHECK(rejects_of(feed).empty());
    CHECK(feed.counts().accepted == rows);
  }
}

TEST_CASE("of several rows with one id the first good one stays", "[io]") {
  const auto good = make_short_row();
  const test::TemporaryFile file{replaced(good, "p1", "p 1") + "\n" + good + "\n" + good};
  Feed feed{file.name()};

  const auto rejects = rejects_of(feed);
  REQUIRE(rejects.size() == 2);
  CHECK(rejects[0].line == 1);
  CHECK(rejects[1].line == 3);
}

TEST_CASE("ids that came before are known among a hundred thousand", "[io]") {
  SeenIds seen;
  for (int i = 0; i < 100'000; ++i) REQUIRE(seen.insert("incident-" + std::to_string(i)));
  for (int i = 0; i < 100'000; ++i) REQUIRE_FALSE(seen.insert("incident-" + std::to_string(i)));
  CHECK(seen.size() == 100'000);
  seen.clear();
  CHECK(seen.insert("incident-7"));
}
