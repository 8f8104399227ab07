#include <earlyhelp/io/import.hpp>
#include <earlyhelp/io/seen_ids.hpp>
#include <earlyhelp/io/table_reader.hpp>

#include <utility>
#include <variant>

namespace earlyhelp::io {

struct Import::State {
  State(std::string file, Mapping mapping) : table{std::move(file), std::move(mapping)} {}

  Row<std::string> row_of(Row<Incident> read) {
    if (auto* reject = std::get_if<Reject>(&read)) return std::move(*reject);
    if (!seen.insert(std::get<Incident>(read).id.value())) {
      return Reject{.line = table.line(), .field = table.column_at("id"), .reason = "an earlier row has this id"};
    }
    std::string row;
    table.write_row(row);
    return row;
  }

  TableReader table;
  SeenIds seen;
  FeedCounts counts;
};

Import::Import(std::string csv_file, Mapping mapping)
    : state_{std::make_unique<State>(std::move(csv_file), std::move(mapping))} {}
Import::Import(Import&&) noexcept = default;
Import& Import::operator=(Import&&) noexcept = default;
Import::~Import() = default;

boost::optional<Row<std::string>> Import::next() {
  auto& state = *state_;
  auto read = state.table.next();
  if (!read) return {};
  auto row = state.row_of(*std::move(read));
  ++(std::holds_alternative<std::string>(row) ? state.counts.accepted : state.counts.rejected);
  return row;
}

const boost::optional<FileError>& Import::error() const noexcept { return state_->table.error(); }
const FeedCounts& Import::counts() const noexcept { return state_->counts; }

}  // namespace earlyhelp::io
