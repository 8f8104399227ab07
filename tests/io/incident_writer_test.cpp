#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/io/incident_writer.hpp>

#include "support/make_incident.hpp"
#include "support/make_row.hpp"
#include "support/random_incident.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

std::string written(const Incident& incident) {
  std::string row;
  write(incident, row);
  return row;
}

}  // namespace

TEST_CASE("what is written reads back as the same incident", "[io]") {
  test::RandomIncidents random{7};
  for (int i = 0; i < 2'000; ++i) {
    const auto incident = random.next();
    REQUIRE(faults(incident).empty());

    const auto row = written(incident);
    CAPTURE(row);
    REQUIRE(row.back() == '\n');
    const auto back = test::read_row(row);
    REQUIRE(std::holds_alternative<Incident>(back));
    REQUIRE((std::get<Incident>(back) == incident));
    REQUIRE(written(std::get<Incident>(back)) == row);
  }
}

TEST_CASE("a row holds what is known and nothing else", "[io]") {
  const auto short_row = test::make_short_row();

  CHECK(written(std::get<Incident>(test::read_row(short_row))) == short_row + "\n");
}

TEST_CASE("a time is written with an offset only when the day in UTC is another", "[io]") {
  auto incident = make_incident();
  incident.occurred_at = make_written("2025-06-01T00:30:00+01:00");
  incident.recorded_at = make_written("2025-06-01T20:00:00-05:00");
  const auto row = written(incident);

  CHECK(row.find(R"("occurred_at":"2025-06-01T00:30:00+01:00")") != std::string::npos);
  CHECK(row.find(R"("recorded_at":"2025-06-01T23:00:00-02:00")") != std::string::npos);
}
