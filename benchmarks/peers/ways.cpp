#include "ways.hpp"

#include "peer_facts.hpp"

#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/signal_planes.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <algorithm>
#include <bit>
#include <ctime>
#include <limits>
#include <optional>
#include <stdexcept>

namespace earlyhelp::peers {
namespace {

constexpr int runs = 3;

/// Of this processor's time: what others take of the machine meanwhile does not count.
template <class Action>
double seconds(Action action) {
  const auto start = std::clock();
  action();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

template <class Action>
double best_seconds(Action action) {
  auto best = std::numeric_limits<double>::max();
  for (int run = 0; run < runs; ++run) best = std::min(best, seconds(action));
  return best;
}

template <class Rows, class Append>
Rows read(const std::string& file, Append append) {
  Rows rows;
  FactsReader reader{file};
  while (const auto facts = reader.next()) append(rows, *facts);
  if (rows.size() == 0) throw std::runtime_error{file + ": has no rows"};
  return rows;
}

Measured measure_facts(Way way, const std::string& file, const Policy& policy) {
  Measured measured{};
  std::vector<Facts> facts;
  measured.load_seconds = seconds(
      [&] { facts = read<std::vector<Facts>>(file, [](auto& rows, const Facts& row) { rows.push_back(row); }); });
  std::vector<Decision> decisions(facts.size(), triage(facts.front(), policy));
  measured.decide_seconds = best_seconds([&] {
    if (way == Way::bulk) return triage(facts, policy, decisions);
    for (std::size_t i = 0; i < facts.size(); ++i) decisions[i] = triage(facts[i], policy);
  });
  measured.answers.reserve(decisions.size());
  for (const auto& [policy_stamp, known, if_unknowns_yes, provisional, ask_next, suitability] : decisions) {
    const auto grade = known.grade ? 1 + static_cast<int>(*known.grade) : 0;
    measured.answers.push_back({.grade = static_cast<std::uint8_t>(grade),
                                .route = static_cast<std::uint8_t>(known.route),
                                .duties = static_cast<std::uint16_t>(known.duties.bits()),
                                .reasons = known.reasons.bits()});
  }
  return measured;
}

FactTable read_table(const std::string& file) {
  return read<FactTable>(file, [](FactTable& rows, const Facts& row) { rows.append(row); });
}

/// Columns for the outcomes of one reading.
struct Outcomes {
  explicit Outcomes(std::size_t rows) : grade(rows), route(rows), duties(rows), reasons(rows) {}
  OutcomeColumns columns() { return {.grade = grade, .route = route, .duties = duties, .reasons = reasons}; }

  std::vector<std::uint8_t> grade;
  std::vector<std::uint8_t> route;
  std::vector<std::uint16_t> duties;
  std::vector<std::uint64_t> reasons;
};

Measured measure_columns(Way way, const std::string& file, const Policy& policy) {
  Measured measured{};
  FactTable table;
  measured.load_seconds = seconds([&] { table = read_table(file); });
  const bool is_known_only = way == Way::columns;
  Outcomes known{table.size()};
  Outcomes if_unknowns_yes{is_known_only ? 0 : table.size()};
  std::vector<std::uint8_t> provisional(is_known_only ? 0 : table.size());
  measured.decide_seconds = best_seconds([&] {
    triage(table.columns(), policy,
           {.known = known.columns(), .if_unknowns_yes = if_unknowns_yes.columns(), .provisional = provisional});
  });
  measured.answers.reserve(table.size());
  for (std::size_t i = 0; i < table.size(); ++i) {
    measured.answers.push_back(
        {.grade = known.grade[i], .route = known.route[i], .duties = known.duties[i], .reasons = known.reasons[i]});
  }
  return measured;
}

/// What `count` planes from `first` on say of one row as known.
std::uint64_t bits_of(const OutcomeBlock& block, std::size_t first, std::size_t count, std::size_t row) {
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < count; ++i) bits |= std::uint64_t{block.planes[first + i].known[row]} << i;
  return bits;
}

Measured measure_planes(const std::string& file, const Policy& policy) {
  Measured measured{};
  std::optional<SignalPlanes> planes;
  measured.load_seconds = seconds([&] { planes.emplace(read_table(file).columns(), policy.thresholds()); });
  std::vector<OutcomeBlock> outcomes(planes->blocks().size());
  measured.decide_seconds = best_seconds([&] { triage(planes->blocks(), policy, outcomes); });
  measured.answers.reserve(planes->size());
  for (std::size_t i = 0; i < planes->size(); ++i) {
    const auto& block = outcomes[i / block_rows];
    const auto row = i % block_rows;
    const auto grade = std::popcount(bits_of(block, 0, grade_levels, row));
    const auto route = std::popcount(bits_of(block, grade_levels, route_levels, row));
    const auto duties = bits_of(block, grade_levels + route_levels, count_of<Duty>, row);
    measured.answers.push_back({.grade = static_cast<std::uint8_t>(grade),
                                .route = static_cast<std::uint8_t>(route),
                                .duties = static_cast<std::uint16_t>(duties),
                                .reasons = bits_of(block, asked_count, policy.rules().size(), row)});
  }
  return measured;
}

}  // namespace

Measured measure(Way way, const std::string& file, const Policy& policy) {
  switch (way) {
    case Way::one_at_a_time:
    case Way::bulk:
      return measure_facts(way, file, policy);
    case Way::columns:
    case Way::columns_in_both_readings:
      return measure_columns(way, file, policy);
    case Way::planes:
      return measure_planes(file, policy);
  }
  throw std::runtime_error{"no such way"};
}

}  // namespace earlyhelp::peers
