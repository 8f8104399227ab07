#include <earlyhelp/io/feed.hpp>

#include <variant>

namespace earlyhelp::io {

boost::optional<Row<Incident>> Feed::next() {
  while (const auto line = lines_.next()) {
    if (is_blank(*line)) continue;
    line_ = line->number;
    if (auto row = read(*line)) return row;
  }
  return {};
}

/// None: when the row is not there yet.
boost::optional<Row<Incident>> Feed::read(const Line& line) {
  auto row = incidents_.read(line);
  if (const auto* incident = std::get_if<Incident>(&row)) {
    if (as_of_ && incident->recorded_at.instant > *as_of_) {
      ++counts_.not_yet_recorded;
      return {};
    }
    if (!seen_.insert(incident->id.value())) {
      row = Reject{.line = line.number, .field = "id", .reason = "an earlier row has this id"};
    }
  }
  ++(std::holds_alternative<Incident>(row) ? counts_.accepted : counts_.rejected);
  return row;
}

void Feed::rewind() {
  lines_.rewind();
  seen_.clear();
  counts_ = {};
  line_ = 0;
}

}  // namespace earlyhelp::io
