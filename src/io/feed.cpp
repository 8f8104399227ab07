#include <earlyhelp/io/feed.hpp>

#include <utility>
#include <variant>

namespace earlyhelp::io {

boost::optional<Row<Incident>> Feed::next() {
  auto* row = next_in_place();
  if (row == nullptr) return {};
  return std::move(*row);
}

Row<Incident>* Feed::next_in_place() {
  if (!has_begun_) {
    has_begun_ = true;
    read_ahead();
  }
  for (;;) {
    auto& [row, line] = rows_[ahead_];
    if (!row) return nullptr;
    line_ = line;
    ahead_ = 1 - ahead_;
    read_ahead();
    if (is_there(*row)) return &*row;
  }
}

void Feed::read(Lines& source, Ahead& into) {
  into.row.reset();
  auto line = source.lines.next();
  while (line && is_blank(*line)) line = source.lines.next();
  if (!line) return;
  into.row.emplace(source.incidents.read(*line));
  into.line = line->number;
}

void Feed::read(TableReader& table, Ahead& into) {
  table.next(into.row);
  into.line = table.line();
}

void Feed::read_ahead() {
  auto& ahead = rows_[ahead_];
  std::visit([&ahead](auto& source) { read(source, ahead); }, source_);
  const auto* incident = ahead.row ? std::get_if<Incident>(&*ahead.row) : nullptr;
  if (incident != nullptr) seen_.prepare(incident->id.value());
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
  rows_ = {};
  has_begun_ = false;
  seen_.clear();
  counts_ = {};
  line_ = 0;
}

}  // namespace earlyhelp::io
