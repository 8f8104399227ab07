#include "../../src/io/feed_order.hpp"

#include "support/make_feed.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::io;
using namespace earlyhelp::test;

namespace {

bool is_in_order(const std::string& text, boost::optional<Instant> as_of = {}) {
  const TemporaryFile file{text};
  LineReader lines{file.name()};
  FeedOrder order{as_of};
  while (const auto line = lines.next()) {
    if (!order.goes_on_with(*line)) return false;
  }
  return true;
}

std::string row_at(const std::string& recorded_at) { return make_feed_row("a", recorded_at); }

/// `row` with `from` written as `to`.
std::string rewritten(std::string row, const std::string& from, const std::string& to) {
  const auto at = row.find(from);
  REQUIRE(at != std::string::npos);
  return row.replace(at, from.size(), to);
}

const std::string june_1 = "2025-06-01T22:00:00Z";
const std::string june_2 = "2025-06-02T22:00:00Z";

}  // namespace

TEST_CASE("a feed is in order when no row was recorded before the one ahead of it", "[io][feed_order]") {
  CHECK(is_in_order(""));
  CHECK(is_in_order(row_at(june_1) + row_at(june_1) + "\n" + row_at(june_2)));
  CHECK_FALSE(is_in_order(row_at(june_2) + row_at(june_1)));
  CHECK_FALSE(is_in_order(row_at(june_1) + row_at(june_2) + row_at(june_2) + row_at(june_1)));
}

TEST_CASE("the moment counts, not how it is written", "[io][feed_order]") {
  CHECK(is_in_order(row_at("2025-06-01T22:00:00Z") + row_at("2025-06-01T21:30:00.5-01:00")));
  CHECK_FALSE(is_in_order(row_at("2025-06-01T22:00:00Z") + row_at("2025-06-01T22:30:00+01:00")));
}

TEST_CASE("recorded_at is found however the row is written", "[io][feed_order]") {
  const auto key = std::string{R"("recorded_at":")"};
  const auto spaced = rewritten(row_at(june_1), key, R"("recorded_at"	: ")");
  const auto escaped = rewritten(row_at(june_1), key, R"("recorded\u005fat":")");
  const auto escaped_value = rewritten(row_at(june_1), june_1, "2025-06-01T22\\u003a00:00Z");
  const auto long_id = rewritten(row_at(june_1), "\"a\"", "\"" + std::string(100, 'a') + "\"");

  for (const auto& row : {spaced, escaped, escaped_value, long_id}) {
    CHECK(is_in_order(row + row_at(june_2)));
    CHECK_FALSE(is_in_order(row_at(june_2) + row));
  }
}

TEST_CASE("an id that looks like the key is not taken for it", "[io][feed_order]") {
  const auto row = rewritten(row_at(june_1), "\"a\"", R"("\"recorded_at\":\"2030-01-01T00:00:00Z\"")");
  CHECK(is_in_order(row + row_at(june_2)));
  CHECK_FALSE(is_in_order(row_at(june_2) + row));
}

TEST_CASE("rows that are bad, and rows recorded later than asked for, are in nobody's way", "[io][feed_order]") {
  const auto bad = rewritten(rewritten(row_at(june_1), june_1, "yesterday"), "\"a\"", "\"b\"");
  CHECK(is_in_order(row_at(june_2) + "bad\n" + bad + "{}\n" + row_at(june_2)));

  const auto later = row_at("2025-06-03T00:00:00Z");
  CHECK_FALSE(is_in_order(later + row_at(june_2)));
  CHECK(is_in_order(later + row_at(june_2), make_written(june_2).instant));
}

TEST_CASE("many rows of one moment are not taken for a feed in order", "[io][feed_order]") {
  const auto row = row_at(june_1);
  std::string some;
  while (some.size() + some.size() / 100 < FeedOrder::most_bytes_at_once) some += row;
  CHECK(is_in_order(some + row_at(june_2) + row_at(june_2)));
  CHECK_FALSE(is_in_order(some + some));
}
