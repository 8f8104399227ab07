#include <earlyhelp/io/feed.hpp>

#include <utility>
#include <variant>

namespace earlyhelp::io {

boost::optional<Row<Incident>> Feed::next() {
  if (!has_begun_) {
    has_begun_ = true;
    read_ahead();
  }
  while (ahead_) {
    line_ = ahead_->line;
    boost::optional<Row<Incident>> row{std::move(ahead_->row)};
    read_ahead();
    if (is_there(*row)) return row;
  }
  return {};
}

boost::optional<Feed::Ahead> Feed::read(Lines& source) {
  auto line = source.lines.next();
  while (line && is_blank(*line)) line = source.lines.next();
  if (!line) return {};
  return Ahead{.row = source.incidents.read(*line), .line = line->number};
}

boost::optional<Feed::Ahead> Feed::read(TableReader& table) {
  auto row = table.next();
  if (!row) return {};
  return Ahead{.row = *std::move(row), .line = table.line()};
}

void Feed::read_ahead() {
  ahead_ = std::visit([](auto& source) { return read(source); }, source_);
  if (!ahead_) return;
  if (const auto* incident = std::get_if<Incident>(&ahead_->row)) seen_.prepare(incident->id.value());
}

bool Feed::is_there(Row<Incident>& row) {
  if (const auto* incident = std::get_if<Incident>(&row)) {
    if (as_of_ && incident->recorded_at.instant > *as_of_) {
      ++counts_.not_yet_recorded;
      return false;
    }
    if (!seen_.insert(incident->id.value())) {
      row = Reject{.line = line_, .field = name_of("id"), .reason = "an earlier row has this id"};
    }
  }
  ++(std::holds_alternative<Incident>(row) ? counts_.accepted : counts_.rejected);
  return true;
}

const boost::optional<FileError>& Feed::error() const noexcept {
  const auto* lines = std::get_if<Lines>(&source_);
  return lines != nullptr ? lines->lines.error() : std::get_if<TableReader>(&source_)->error();
}

std::string Feed::name_of(std::string_view path) const {
  const auto* table = std::get_if<TableReader>(&source_);
  return table != nullptr ? table->column_at(path) : std::string{path};
}

void Feed::rewind() {
  if (auto* lines = std::get_if<Lines>(&source_)) lines->lines.rewind();
  if (auto* table = std::get_if<TableReader>(&source_)) table->rewind();
  ahead_.reset();
  has_begun_ = false;
  seen_.clear();
  counts_ = {};
  line_ = 0;
}

}  // namespace earlyhelp::io
