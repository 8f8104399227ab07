#include "record_mapper.hpp"
#include "row_fault.hpp"

#include <earlyhelp/io/csv_reader.hpp>
#include <earlyhelp/io/import.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/seen_ids.hpp>

#include <utility>

namespace earlyhelp::io {

struct Import::State {
  State(std::string file, Mapping mapping) : name{file}, mapper{std::move(mapping)}, csv{std::move(file)} {
    read_header();
  }

  void read_header() {
    const auto header = csv.next();
    if (!header) {
      error = csv.error() ? *csv.error() : FileError{.file = name, .reason = "has no line that names the columns"};
    } else if (const auto* reject = std::get_if<Reject>(&*header)) {
      error = FileError{.file = name, .line = reject->line, .reason = reject->reason};
    } else {
      width = std::get<CsvRecord>(*header).fields.size();
      error = mapper.place(std::get<CsvRecord>(*header));
      if (error) error->file = name;
    }
  }

  Row<std::string> convert(const CsvRecord& record) {
    if (record.fields.size() != width) {
      return Reject{.line = record.line, .field = {}, .reason = "expected " + std::to_string(width) + " cells"};
    }
    std::string row;
    try {
      mapper.write(record, counts.rows() + 1, row);
    } catch (const RowFault& fault) {
      return Reject{.line = record.line, .field = fault.field, .reason = fault.reason};
    }
    return checked(std::move(row), record.line);
  }

  /// Every row is read as a feed's would be: what is imported can be triaged.
  Row<std::string> checked(std::string row, std::uint64_t line) {
    const auto size = row.size();
    row.append(LineReader::padding, '\0');
    // Without its end, as a line of a feed.
    const auto read = reader.read({.text = {row.data(), size - 1}, .number = line});
    row.resize(size);
    if (const auto* reject = std::get_if<Reject>(&read)) {
      return Reject{.line = line, .field = mapper.column_at(reject->field), .reason = reject->reason};
    }
    if (!seen.insert(std::get<Incident>(read).id.value())) {
      return Reject{.line = line, .field = mapper.column_at("id"), .reason = "an earlier row has this id"};
    }
    return row;
  }

  std::string name;
  RecordMapper mapper;
  CsvReader csv;
  std::size_t width = 0;
  IncidentReader reader;
  SeenIds seen;
  FeedCounts counts;
  boost::optional<FileError> error = {};
};

Import::Import(std::string csv_file, Mapping mapping)
    : state_{std::make_unique<State>(std::move(csv_file), std::move(mapping))} {}
Import::Import(Import&&) noexcept = default;
Import& Import::operator=(Import&&) noexcept = default;
Import::~Import() = default;

boost::optional<Row<std::string>> Import::next() {
  auto& state = *state_;
  if (state.error) return {};
  const auto record = state.csv.next();
  if (!record) {
    state.error = state.csv.error();
    return {};
  }
  const auto* reject = std::get_if<Reject>(&*record);
  auto row = reject != nullptr ? Row<std::string>{*reject} : state.convert(std::get<CsvRecord>(*record));
  ++(std::holds_alternative<std::string>(row) ? state.counts.accepted : state.counts.rejected);
  return row;
}

const boost::optional<FileError>& Import::error() const noexcept { return state_->error; }
const FeedCounts& Import::counts() const noexcept { return state_->counts; }

}  // namespace earlyhelp::io
