#include <earlyhelp/io/feed.hpp>

#include "support/make_feed.hpp"
#include "support/print.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using namespace earlyhelp::test;

namespace {

/// The ids of the good rows and "line: field" of the others, in their order.
std::vector<std::string> rows_of(Feed& feed) {
  std::vector<std::string> rows;
  while (const auto row = feed.next()) {
    if (const auto* incident = std::get_if<Incident>(&*row)) {
      rows.push_back(incident->id.value());
    } else {
      const auto& reject = std::get<Reject>(*row);
      rows.push_back(std::to_string(reject.line) + ": " + reject.field);
      CHECK(reject.line == feed.line());
    }
  }
  return rows;
}

}  // namespace

TEST_CASE("the first good row of an id stays, and rows and lines are counted", "[io][feed]") {
  const TemporaryFile file{"{\"id\":\"a\"}\n" + make_feed_row("a") + "\n  \n" + make_feed_row("b") +
                           make_feed_row("a") + make_feed_row("a")};
  Feed feed{file.name()};

  CHECK(rows_of(feed) == std::vector<std::string>{"1: occurred_at", "a", "b", "6: id", "7: id"});
  CHECK(feed.counts() == FeedCounts{.accepted = 2, .rejected = 3});
  CHECK(feed.counts().rows() == 5);
}

TEST_CASE("a feed that is read again gives the same rows", "[io][feed]") {
  const TemporaryFile file{make_feed_row("a") + "bad\n" + make_feed_row("a") + make_feed_row("b")};
  Feed feed{file.name()};

  const auto first = rows_of(feed);
  const auto counts = feed.counts();
  feed.rewind();

  CHECK(feed.counts() == FeedCounts{});
  CHECK(feed.line() == 0);
  CHECK(rows_of(feed) == first);
  CHECK(feed.counts() == counts);
}

TEST_CASE("a row recorded at the instant that is asked for is there, one recorded later is not", "[io][feed]") {
  const TemporaryFile file{make_feed_row("before", "2025-06-01T21:59:59Z") +
                           make_feed_row("at", "2025-06-01T22:00:00Z") +
                           make_feed_row("after", "2025-06-01T22:00:01Z") + "bad\n"};
  Feed feed{file.name(), make_written("2025-06-01T22:00:00Z").instant};

  CHECK(rows_of(feed) == std::vector<std::string>{"before", "at", "4: "});
  CHECK(feed.counts() == FeedCounts{.accepted = 2, .rejected = 1, .not_yet_recorded = 1});
  CHECK(feed.counts().rows() == 4);
}

TEST_CASE("a row that is not there yet does not take its id from one that is", "[io][feed]") {
  const TemporaryFile file{make_feed_row("a", "2025-07-01T00:00:00Z") + make_feed_row("a", "2025-06-02T00:00:00Z")};

  Feed now{file.name()};
  CHECK(rows_of(now) == std::vector<std::string>{"a", "2: id"});

  Feed then{file.name(), make_written("2025-06-15T00:00:00Z").instant};
  CHECK(rows_of(then) == std::vector<std::string>{"a"});
  CHECK(then.line() == 2);
}

TEST_CASE("an empty feed has no rows and no error", "[io][feed]") {
  const TemporaryFile file{GENERATE("", "\n", " \n\t\n")};
  Feed feed{file.name()};
  CHECK(rows_of(feed).empty());
  CHECK(feed.counts() == FeedCounts{});
  CHECK_FALSE(feed.error().has_value());
}

TEST_CASE("a feed that is not there has no rows and an error", "[io][feed]") {
  Feed feed{"/no/such/feed.ndjson"};
  CHECK(rows_of(feed).empty());
  REQUIRE(feed.error().has_value());
  CHECK(feed.error()->file == "/no/such/feed.ndjson");
}
