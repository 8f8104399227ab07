#include "case_members.hpp"
#include "case_row.hpp"
#include "event_body_row.hpp"
#include "listed_writer.hpp"

#include <earlyhelp/io/case_log.hpp>

#include <ostream>
#include <stdexcept>

namespace earlyhelp::io {
namespace {

constexpr std::size_t enough_bytes = std::size_t{1} << 20;

}  // namespace

void write_value(const CaseEventBody& body, JsonWriter& json) { write_event_body(body, json); }

namespace {

JsonWriter& begin_row(const CaseId& of, CaseRecordKind record, JsonWriter& json) {
  json.begin_object().key("case").text(of.value());
  return json.key("record").text(earlyhelp::to_string(record));
}

template <class Record>
void write_rows(const CaseId& of, CaseRecordKind kind, const std::vector<Record>& records, JsonWriter& json) {
  for (const auto& record : records) {
    begin_row(of, kind, json);
    write_members(record, json);
    json.end_object().end_line();
  }
}

}  // namespace

void write(const CaseFile& case_file, std::string& out) {
  JsonWriter json{out};
  write_rows(case_file.id, CaseRecordKind::member, case_file.members, json);
  write_rows(case_file.id, CaseRecordKind::tie, case_file.ties, json);
  write_rows(case_file.id, CaseRecordKind::residence, case_file.residences, json);
  for (const auto& event : case_file.events) {
    begin_row(case_file.id, CaseRecordKind::event, json).key("kind").text(earlyhelp::to_string(event.kind()));
    write_members(event, json);
    json.end_object().end_line();
  }
}

void write_case_log(std::ostream& out, std::span<const CaseFile> cases) {
  std::string rows;
  for (const auto& one : cases) {
    write(one, rows);
    if (rows.size() < enough_bytes && &one != &cases.back()) continue;
    out.write(rows.data(), static_cast<std::streamsize>(rows.size()));
    rows.clear();
  }
  if (!out.flush()) throw std::runtime_error{"the case log cannot be written"};
}

}  // namespace earlyhelp::io
