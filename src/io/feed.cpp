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

void Feed::read_ahead() {
  auto line = lines_.next();
  while (line && is_blank(*line)) line = lines_.next();
  if (!line) {
    ahead_.reset();
    return;
  }
  ahead_.emplace(Ahead{.row = incidents_.read(*line), .line = line->number});
  if (const auto* incident = std::get_if<Incident>(&ahead_->row)) seen_.prepare(incident->id.value());
}

bool Feed::is_there(Row<Incident>& row) {
  if (const auto* incident = std::get_if<Incident>(&row)) {
    if (as_of_ && incident->recorded_at.instant > *as_of_) {
      ++counts_.not_yet_recorded;
      return false;
    }
    if (!seen_.insert(incident->id.value())) {
      row = Reject{.line = line_, .field = "id", .reason = "an earlier row has this id"};
    }
  }
  ++(std::holds_alternative<Incident>(row) ? counts_.accepted : counts_.rejected);
  return true;
}

void Feed::rewind() {
  lines_.rewind();
  ahead_.reset();
  has_begun_ = false;
  seen_.clear();
  counts_ = {};
  line_ = 0;
}

}  // namespace earlyhelp::io
