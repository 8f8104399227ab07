#include "incident_maker.hpp"
#include "record_mapper.hpp"
#include "row_fault.hpp"

#include <earlyhelp/io/csv_reader.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/table_reader.hpp>

#include <utility>
#include <variant>

namespace earlyhelp::io {

struct TableReader::State {
  State(std::string file, Mapping mapping) : name{file}, mapper{std::move(mapping)}, csv{std::move(file)} {
    read_header();
    if (!error) maker = IncidentMaker{mapper};
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

  /// False at the end of the file, and when it cannot be read further.
  bool go_on() {
    if (error) return false;
    record = csv.next_cells();
    if (!record) {
      error = csv.error();
      return false;
    }
    ++number;
    const auto* reject = std::get_if<Reject>(&*record);
    line = reject != nullptr ? reject->line : cells().line;
    return true;
  }

  const CsvCells& cells() const { return *std::get_if<CsvCells>(&*record); }
  bool is_whole() const { return std::holds_alternative<CsvCells>(*record) && cells().cells.size() == width; }

  void read(boost::optional<Row<Incident>>& into) {
    if (const auto* reject = std::get_if<Reject>(&*record)) {
      into.emplace(*reject);
    } else if (!is_whole()) {
      into.emplace(Reject{.line = line, .field = {}, .reason = "expected " + std::to_string(width) + " cells"});
    } else if (!maker.make(cells(), number, into)) {
      into.emplace(read_as_row());
    }
  }

  /// By way of the row that the record becomes: whatever is wrong with it is said as a feed's reader says it.
  Row<Incident> read_as_row() {
    row.clear();
    try {
      mapper.write(cells(), number, row);
    } catch (const RowFault& fault) {
      return Reject{.line = line, .field = fault.field, .reason = fault.reason};
    }
    const auto size = row.size();
    row.append(LineReader::padding, '\0');
    // Without its end, as a line of a feed.
    auto read = reader.read({.text = {row.data(), size - 1}, .number = line});
    if (auto* reject = std::get_if<Reject>(&read)) reject->field = mapper.column_at(reject->field);
    return read;
  }

  boost::optional<Instant> recorded_at() {
    if (!is_whole()) return {};
    if (const auto recorded = maker.when_recorded(cells())) return recorded->instant;
    const auto read = read_as_row();
    if (const auto* incident = std::get_if<Incident>(&read)) return incident->recorded_at.instant;
    return {};
  }

  std::size_t bytes() const {
    if (!std::holds_alternative<CsvCells>(*record)) return 0;
    std::size_t sum = 0;
    for (const auto cell : cells().cells) sum += cell.size();
    return sum;
  }

  std::string name;
  RecordMapper mapper;
  CsvReader csv;
  std::size_t width = 0;
  IncidentMaker maker;
  IncidentReader reader;
  boost::optional<Row<CsvCells>> record = {};
  std::uint64_t number = 0;  ///< of the record, from 1
  std::uint64_t line = 0;
  std::string row = {};
  boost::optional<FileError> error = {};
};

TableReader::TableReader(std::string csv_file, Mapping mapping)
    : state_{std::make_unique<State>(std::move(csv_file), std::move(mapping))} {}
TableReader::TableReader(TableReader&&) noexcept = default;
TableReader& TableReader::operator=(TableReader&&) noexcept = default;
TableReader::~TableReader() = default;

boost::optional<Row<Incident>> TableReader::next() {
  boost::optional<Row<Incident>> row;
  next(row);
  return row;
}

void TableReader::next(boost::optional<Row<Incident>>& row) {
  row.reset();
  if (state_->go_on()) state_->read(row);
}

std::uint64_t TableReader::line() const noexcept { return state_->line; }

void TableReader::write_row(std::string& out) const { state_->mapper.write(state_->cells(), state_->number, out); }

boost::optional<TableReader::Glance> TableReader::glance() {
  if (!state_->go_on()) return {};
  return Glance{.recorded_at = state_->recorded_at(), .bytes = state_->bytes()};
}

const boost::optional<FileError>& TableReader::error() const noexcept { return state_->error; }

std::string TableReader::column_at(std::string_view path) const { return state_->mapper.column_at(path); }

void TableReader::rewind() {
  auto& state = *state_;
  state.csv.rewind();
  state.error.reset();
  state.record.reset();
  state.number = state.line = 0;
  state.read_header();
}

}  // namespace earlyhelp::io
