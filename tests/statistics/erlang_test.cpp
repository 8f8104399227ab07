#include <earlyhelp/statistics/erlang.hpp>

#include <catch2/catch.hpp>

#include <cmath>
#include <limits>

using namespace earlyhelp;

namespace {

constexpr auto infinite = std::numeric_limits<double>::infinity();
constexpr auto not_a_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

TEST_CASE("with one server Erlang's formulas are one line of algebra", "[statistics]") {
  for (const auto load : {1e-300, 1e-9, 0.1, 0.5, 0.999999}) {
    CAPTURE(load);
    CHECK(erlang_b(load, 1) == Approx(load / (1 + load)).epsilon(1e-15));
    CHECK(erlang_c(load, 1).value() == Approx(load).epsilon(1e-15));
  }
}

TEST_CASE("nothing offered is never refused, and nobody there refuses everything", "[statistics]") {
  CHECK(erlang_b(0, 3) == 0);
  CHECK(erlang_c(0, 3).value() == 0);
  CHECK(erlang_b(0, 0) == 1);
  CHECK(erlang_b(2, 0) == 1);
  CHECK_FALSE(erlang_c(0, 0).has_value());
  CHECK_FALSE(erlang_c(2, 0).has_value());
}

TEST_CASE("the share that waits goes to one as the load goes to the servers, and then there is none", "[statistics]") {
  CHECK(erlang_c(std::nextafter(4.0, 0.0), 4).value() == Approx(1).epsilon(1e-14));
  CHECK(erlang_c(std::nextafter(4.0, 0.0), 4).value() <= 1);
  CHECK_FALSE(erlang_c(4, 4).has_value());
  CHECK_FALSE(erlang_c(std::nextafter(4.0, 5.0), 4).has_value());
}

TEST_CASE("no number of servers and no load overflows", "[statistics]") {
  CHECK(erlang_b(100'000, 100'000) == Approx(1 / (std::sqrt(3.14159265 * 50'000) + 2.0 / 3)).epsilon(1e-6));
  CHECK(erlang_c(99'000, 100'000).value() > 0);
  CHECK(erlang_b(1e308, 1000) == Approx(1));
  CHECK(erlang_b(1e-300, 1000) == 0);
  CHECK(erlang_b(1, std::numeric_limits<int>::max()) == 0);
}

TEST_CASE("more servers refuse fewer, and more load more", "[statistics]") {
  for (auto servers = 1; servers < 60; ++servers) {
    for (const auto load : {0.2, 3.0, 25.0}) {
      CAPTURE(servers, load);
      CHECK(erlang_b(load, servers + 1) < erlang_b(load, servers));
      CHECK(erlang_b(load * 1.01, servers) > erlang_b(load, servers));
    }
  }
}

TEST_CASE("Erlang's formulas name what they cannot take", "[statistics]") {
  for (const auto load : {-1e-9, -1.0, infinite, -infinite, not_a_number}) {
    CAPTURE(load);
    CHECK_THROWS_WITH(erlang_b(load, 1), Catch::StartsWith("offered_load: needs"));
    CHECK_THROWS_AS(erlang_c(load, 1), std::invalid_argument);
  }
  CHECK_THROWS_WITH(erlang_b(1, -1), Catch::StartsWith("servers: needs"));
  CHECK_THROWS_WITH(erlang_c(1, -1), Catch::StartsWith("servers: needs"));
}
