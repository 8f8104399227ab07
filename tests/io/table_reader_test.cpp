#include <earlyhelp/io/import.hpp>
#include <earlyhelp/io/table_reader.hpp>

#include "../../src/io/record_mapper.hpp"
#include "../../src/io/row_fault.hpp"
#include "support/make_line.hpp"
#include "support/random_table.hpp"
#include "support/temporary_file.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <utility>
#include <variant>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;
using namespace earlyhelp::test;

namespace {

/// The incident that a record becomes by way of the row that is written for it.
Row<Incident> by_its_row(const RecordMapper& mapper, const CsvCells& record, std::uint64_t number,
                         IncidentReader& reader) {
  std::string row;
  try {
    mapper.write(record, number, row);
  } catch (const RowFault& fault) {
    return Reject{.line = record.line, .field = fault.field, .reason = fault.reason};
  }
  row.pop_back();
  const PaddedLine line{row, record.line};
  auto read = reader.read(line.line());
  if (auto* reject = std::get_if<Reject>(&read)) reject->field = mapper.column_at(reject->field);
  return read;
}

std::string told(const Row<Incident>& row) {
  const auto* reject = std::get_if<Reject>(&row);
  return reject != nullptr ? reject->field + ": " + reject->reason : "an incident";
}

struct Compared {
  std::size_t good = 0;
  std::size_t bad = 0;
};

/// Reads a table both ways, glances at it, and fails at the first record at which they differ.
void compare(const Mapping& mapping, const std::string& csv, Compared& compared) {
  const TemporaryFile file{csv};
  RecordMapper mapper{mapping};
  CsvReader records{file.name()};
  const auto header = std::get<CsvRecord>(*records.next());
  REQUIRE_FALSE(mapper.place(header).has_value());
  TableReader table{file.name(), mapping};
  TableReader glanced{file.name(), mapping};
  IncidentReader reader;
  for (std::uint64_t number = 1;; ++number) {
    const auto record = records.next_cells();
    const auto read = table.next();
    const auto glance = glanced.glance();
    REQUIRE(record.has_value() == read.has_value());
    REQUIRE(record.has_value() == glance.has_value());
    if (!record) break;
    if (const auto* reject = std::get_if<Reject>(&*record)) {
      CHECK(std::get<Reject>(*read) == *reject);
      CHECK_FALSE(glance->recorded_at.has_value());
      continue;
    }
    const auto& cells = std::get<CsvCells>(*record);
    CHECK(table.line() == cells.line);
    if (cells.cells.size() != header.fields.size()) {
      CHECK(std::get<Reject>(*read).reason == "expected " + std::to_string(header.fields.size()) + " cells");
      continue;
    }
    const auto expected = by_its_row(mapper, cells, number, reader);
    if (!(*read == expected))
      FAIL(told(*read) << ", not " << told(expected) << ", line " << cells.line << " of\n" << csv);
    const auto* incident = std::get_if<Incident>(&expected);
    if (incident != nullptr) CHECK((glance->recorded_at == incident->recorded_at.instant));
    ++(incident != nullptr ? compared.good : compared.bad);
  }
}

}  // namespace

TEST_CASE("a record is the incident, or the reject, of the row that is written for it", "[io][table][properties]") {
  RandomTable random{5};
  Compared compared;
  for (int i = 0; i < 500; ++i) {
    CAPTURE(i);
    compare(random.mapping(), random.csv(30), compared);
  }
  CHECK(compared.good > 1'000);
  CHECK(compared.bad > 1'000);
}

TEST_CASE("a cell with any byte anywhere is read as in a row", "[io][table]") {
  const std::string mapping_text = R"({"time_zone": "CST6CDT,M3.2.0,M11.1.0",
"fields": {"id": {"column": "Id"}, "occurred_at": {"column": "Date", "format": "wall_time"},
"recorded_at": {"same_as": "occurred_at"}, "reported_at": {"column": "Reported", "format": "instant"},
"victim.id": {"stand_in": ["Block", "Id"], "prefix": "v:"}, "victim.born": {"column": "Born"},
"suspect.id": {"column": "Suspect"}, "suspect.age": {"column": "Age"}, "officer_grade": {"column": "Grade"}},
"findings": {"injury": {"column": "Hurt"}}})";
  const auto mapping = std::get<Mapping>(parse_mapping("m.json", mapping_text));
  const std::string head = "Id,Date,Reported,Block,Born,Suspect,Age,Grade,Hurt\n";
  const std::string record = "c1,2022-01-01 00:10:00,2022-01-02T10:00Z,1 A ST,1990-02-28,p2,35,high,y";
  Compared compared;
  for (std::size_t at = 0; at < record.size(); ++at) {
    std::string csv = head;
    for (unsigned byte = 0; byte <= 0xff; ++byte) {
      auto changed = record;
      changed[at] = static_cast<char>(byte);
      csv += changed + '\n';
    }
    compare(mapping, csv, compared);
  }
  CHECK(compared.good > 1'000);
  CHECK(compared.bad > 1'000);
}

TEST_CASE("a table read again gives the same incidents, and its rows are those that are imported", "[io][table]") {
  RandomTable random{6};
  for (int i = 0; i < 100; ++i) {
    const auto mapping = random.mapping();
    const TemporaryFile file{random.csv(20)};
    TableReader table{file.name(), mapping};
    std::vector<Row<Incident>> first;
    std::string written;
    while (auto row = table.next()) {
      if (std::holds_alternative<Incident>(*row)) table.write_row(written);
      first.push_back(*std::move(row));
    }
    table.rewind();
    for (const auto& row : first) CHECK((table.next() == row));
    CHECK_FALSE(table.next().has_value());

    Import import{file.name(), mapping};
    std::string imported;
    bool has_same_ids = false;
    while (const auto row = import.next()) {
      if (const auto* text = std::get_if<std::string>(&*row)) imported += *text;
      const auto* reject = std::get_if<Reject>(&*row);
      has_same_ids = has_same_ids || (reject != nullptr && reject->reason == "an earlier row has this id");
    }
    if (!has_same_ids) CHECK(imported == written);
  }
}
