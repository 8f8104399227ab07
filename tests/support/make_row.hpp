#pragma once

#include <earlyhelp/io/incident_reader.hpp>

#include "support/make_line.hpp"

#include <stdexcept>
#include <string>

namespace earlyhelp::test {

/// A row that says everything a feed can say.
inline std::string make_rich_row() {
  return R"({"id":"i-1","occurred_at":"2025-06-01T20:00:00+01:00","recorded_at":"2025-06-01T23:00:00+01:00",)"
         R"("reported_at":"2025-06-01T20:10:00+01:00","attended_at":"2025-06-01T20:30:00+01:00",)"
         R"("victims":[{"id":"p1","born":"1990-05-04","age":35},{"id":"p3"}],"suspects":[{"id":"p2","age":17}],)"
         R"("relationships":[{"between":["p1","p2"],"kind":"former_spouse"}],)"
         R"("behaviours":["economic","physical_or_sexual"],"officer_grade":"medium",)"
         R"("judgement":{"grade":"high","by":"w1","reason":"r1"},)"
         R"("checklist":{"instrument":"dash_2009","version":"v1","answers":{"q1":"yes","q2":"not_asked"}},)"
         R"("findings":{"injury":"y","weapon":"n","stalking":"u"},"history_known":true,"children_known":true,)"
         R"("children":[{"id":"c1","born":"2020-01-01","age":5,"died":"2025-07-01","related_to":["p1"],)"
         R"("lives_with":["p1","p2"]}],"unborn":[{"mother":"p1"}]})";
}

/// The shortest row that is one.
inline std::string make_short_row() {
  return R"({"id":"i-1","occurred_at":"2025-06-01T20:00:00Z","recorded_at":"2025-06-01T21:00:00Z",)"
         R"("victims":[{"id":"p1"}],"suspects":[{"id":"p2"}]})";
}

/// `text` with the first `old` replaced by `by`.
inline std::string replaced(std::string text, const std::string& old, const std::string& by) {
  const auto at = text.find(old);
  if (at == std::string::npos) throw std::invalid_argument{"replaced: no " + old};
  return text.replace(at, old.size(), by);
}

inline io::Row<Incident> read_row(const std::string& text) {
  const PaddedLine line{text};
  io::IncidentReader reader;
  return reader.read(line.line());
}

/// Why `text` is rejected, as "field: reason"; empty when it is an incident.
inline std::string reject_of(const std::string& text) {
  const auto row = read_row(text);
  const auto* reject = std::get_if<io::Reject>(&row);
  return reject != nullptr ? reject->field + ": " + reject->reason : "";
}

}  // namespace earlyhelp::test
