#include <earlyhelp/triage/signal_planes.hpp>
#include <earlyhelp/triage/sweep.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>

namespace earlyhelp {
namespace {

// Few enough that planes and outcomes of a part stay near the core, for every variant.
constexpr std::size_t rows_at_once = 4 * block_rows;

/// The signals that are compared with a number that the two do not have in common.
EnumSet<Signal> differing(const Thresholds& a, const Thresholds& b) {
  EnumSet<Signal> signals;
  const auto note = [&](Parameter parameter, bool is_same) {
    if (!is_same) signals |= signals_on(parameter);
  };
  for (const auto instrument : values_of<Instrument>) {
    const auto i = static_cast<std::size_t>(instrument);
    note(visible_high_risk_of(instrument), a.visible_high_risk[i] == b.visible_high_risk[i]);
  }
  note(Parameter::escalation_events, a.escalation_events == b.escalation_events);
  note(Parameter::serial_victims, a.serial_victims == b.serial_victims);
  note(Parameter::cumulative_child_events, a.cumulative_child_events == b.cumulative_child_events);
  note(Parameter::young_child_under_years, a.young_child_under_years == b.young_child_under_years);
  note(Parameter::school_notification_from, a.school_notification_from == b.school_notification_from);
  return signals;
}

std::uint64_t count(const PlaneBits& plane, const PlaneBits& rows) noexcept {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < rows.words.size(); ++i) {
    total += static_cast<std::uint64_t>(std::popcount(plane.words[i] & rows.words[i]));
  }
  return total;
}

/// Levels hold whatever is above them: what stands on a level is on it and not on the next.
void add(const OutcomeBlock& outcome, const PlaneBits& rows, Workload& workload) noexcept {
  std::uint64_t above = 0;
  for (auto level = count_of<RiskGrade>; level-- > 0;) {
    const auto here = count(outcome.grade_at_least(static_cast<RiskGrade>(level)).known, rows);
    workload.by_grade[level] += here - above;
    above = here;
  }
  above = 0;
  for (auto level = count_of<Route>; level-- > 0;) {
    const bool is_lowest = level == 0;
    const auto here =
        is_lowest ? count(rows, rows) : count(outcome.route_at_least(static_cast<Route>(level)).known, rows);
    workload.by_route[level] += here - above;
    above = here;
  }
  for (const auto duty : values_of<Duty>) {
    workload.by_duty[static_cast<std::size_t>(duty)] += count(outcome.duty(duty).known, rows);
  }
  workload.provisional += count(outcome.provisional, rows);
}

}  // namespace

std::vector<Workload> sweep(const Policy& policy, std::span<const Thresholds> thresholds, const FactColumns& facts,
                            VectorLevel level) {
  std::vector<Workload> workloads(thresholds.size());
  if (thresholds.empty()) return workloads;
  std::vector<OutcomeBlock> outcomes(rows_at_once / block_rows);
  for (std::size_t first = 0; first < facts.size(); first += rows_at_once) {
    const auto rows = facts.slice(first, std::min(rows_at_once, facts.size() - first));
    SignalPlanes planes{rows, thresholds.front(), level};
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
      if (i > 0) planes.read_again(rows, thresholds[i], differing(thresholds[i - 1], thresholds[i]), level);
      triage(planes.blocks(), policy, outcomes, level);
      for (std::size_t block = 0; block < planes.blocks().size(); ++block) {
        add(outcomes[block], planes.rows(block), workloads[i]);
      }
    }
  }
  return workloads;
}

}  // namespace earlyhelp
