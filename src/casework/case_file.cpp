#include <earlyhelp/casework/case_file.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

namespace earlyhelp {
namespace {

/// What is impossible in what happened, whatever else did. Empty: nothing.
std::string fault_of(const AttendanceRecorded& attendance) {
  if (attendance.possible >= 0 && attendance.attended >= 0 && attendance.attended <= attendance.possible) return {};
  return std::to_string(attendance.attended) + " of " + std::to_string(attendance.possible) +
         " sessions attended; has to be 0 <= attended <= possible";
}
std::string fault_of(const OutcomeMetric& metric) {
  if (metric.instrument.empty()) return "a score without its instrument";
  return std::isfinite(metric.score) ? "" : "a score that is not a number";
}
std::string fault_of(const ChannelConfirmed& confirmed) {
  constexpr auto day = 24 * 60;
  if (confirmed.safe_from < day && confirmed.safe_until <= day && confirmed.safe_from != confirmed.safe_until)
    return {};
  return "safe from " + std::to_string(confirmed.safe_from) + " until " + std::to_string(confirmed.safe_until) +
         " minutes after midnight; these have to differ and be in the day";
}
template <class Body>
std::string fault_of(const Body&) {
  return {};
}

}  // namespace

boost::optional<Issue> event_fault(const CaseFile& case_file, const CaseEvent& event) {
  const auto where = "event " + event.id.value();
  if (event.recorded_at < event.occurred_at) {
    return Issue{where, "recorded at " + to_string(event.recorded_at) + ", before it occurred at " +
                            to_string(event.occurred_at)};
  }
  const auto same = std::find_if(case_file.events.begin(), case_file.events.end(),
                                 [&](const CaseEvent& other) { return other.id == event.id; });
  if (same != case_file.events.end() && !(*same == event)) return Issue{where, "is the id of another event"};
  auto what = std::visit([](const auto& body) { return fault_of(body); }, event.body);
  if (what.empty()) return {};
  return Issue{where, std::move(what)};
}

void append(CaseFile& case_file, CaseEvent event) {
  if (const auto issue = event_fault(case_file, event)) {
    throw std::invalid_argument{"CaseEvent: " + issue->where + ": " + issue->what};
  }
  const auto same = std::find(case_file.events.begin(), case_file.events.end(), event);
  if (same == case_file.events.end()) case_file.events.push_back(std::move(event));
}

CaseFile as_of(const CaseFile& case_file, Instant at) {
  auto known = case_file;
  const auto is_later = [at](const auto& record) { return record.recorded_at > at; };
  std::erase_if(known.members, is_later);
  std::erase_if(known.ties, is_later);
  std::erase_if(known.residences, is_later);
  std::erase_if(known.events, is_later);
  return known;
}

}  // namespace earlyhelp
