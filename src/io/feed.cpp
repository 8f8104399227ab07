#include <earlyhelp/io/feed.hpp>

#include <utility>

namespace earlyhelp::io {

boost::optional<Row<Incident>> Feed::next() {
  auto line = lines_.next();
  while (line && is_blank(*line)) line = lines_.next();
  if (!line) return {};
  line_ = line->number;
  auto row = read(*line);
  ++(std::holds_alternative<Incident>(row) ? counts_.accepted : counts_.rejected);
  return row;
}

Row<Incident> Feed::read(const Line& line) {
  auto row = incidents_.read(line);
  const auto* incident = std::get_if<Incident>(&row);
  if (incident != nullptr && !seen_.insert(incident->id.value())) {
    row = Reject{.line = line.number, .field = "id", .reason = "an earlier row has this id"};
  }
  return row;
}

void Feed::rewind() {
  lines_.rewind();
  seen_.clear();
  counts_ = {};
  line_ = 0;
}

}  // namespace earlyhelp::io
