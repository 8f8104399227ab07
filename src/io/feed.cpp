#include <earlyhelp/io/feed.hpp>

#include <variant>

namespace earlyhelp::io {

boost::optional<Row<Incident>> Feed::next() {
  boost::optional<Row<Incident>> row;
  while (const auto line = lines_.next()) {
    if (is_blank(*line)) continue;
    line_ = line->number;
    row = incidents_.read(*line);
    if (is_there(*row)) return row;
  }
  return {};
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
  seen_.clear();
  counts_ = {};
  line_ = 0;
}

}  // namespace earlyhelp::io
