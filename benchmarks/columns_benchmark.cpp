#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/columns.hpp>
#include <earlyhelp/triage/fact_table.hpp>
#include <earlyhelp/triage/signal_planes.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "feed_facts.hpp"
#include "repeats.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iomanip>
#include <iostream>
#include <limits>
#include <numeric>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::size_t rows_in_memory = std::size_t{1} << 22;
constexpr std::size_t rows_in_cache = std::size_t{1} << 13;
constexpr int rounds = 7;

template <class Work>
double best_seconds(std::size_t repeats, Work work) {
  auto best = std::numeric_limits<double>::max();
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (std::size_t i = 0; i < repeats; ++i) work();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best / static_cast<double>(repeats);
}

/// What memory gives to one core in this run, in bytes a second.
struct Bandwidth {
  double read;
  double copied;  ///< read and written, both counted

  static Bandwidth measure() {
    constexpr std::size_t bytes = std::size_t{1} << 28;
    std::vector<std::uint64_t> from(bytes / sizeof(std::uint64_t), 1);
    std::vector<std::uint64_t> to(from.size());
    std::uint64_t sum = 0;
    const auto reading = best_seconds(1, [&] { sum += std::accumulate(from.begin(), from.end(), std::uint64_t{0}); });
    const auto copying = best_seconds(1, [&] {
      std::memcpy(to.data(), from.data(), bytes);
      from[sum % from.size()] = to[sum % to.size()];
    });
    CHECK(sum == rounds * from.size());
    return {.read = bytes / reading, .copied = 2 * bytes / copying};
  }
};

std::size_t bytes_of(const CountColumn& column) {
  return std::visit([](const auto& values) { return values.size_bytes(); }, column);
}
std::size_t bytes_of(const OptionalCodes& column) { return column.values.size() + column.valid.bytes.size(); }

std::size_t bytes_of(const FactColumns& facts) {
  auto bytes = facts.definition.size() + facts.history_known.size() + facts.marac_referral_in_window.size() +
               facts.children_known.size() + facts.reported_on.size_bytes() +
               bytes_of(facts.youngest_child_age_years.values) + facts.youngest_child_age_years.valid.bytes.size();
  for (const auto& column : {facts.officer_grade, facts.judgement, facts.instrument}) bytes += bytes_of(column);
  for (const auto& column : facts.findings) bytes += bytes_of(column);
  for (const auto& column : {facts.yes_count, facts.unanswered_count, facts.events_in_window,
                             facts.suspect_other_victims, facts.children_linked, facts.school_age_children}) {
    bytes += bytes_of(column);
  }
  return bytes;
}

/// Room for the outcomes of one reading.
struct Outcomes {
  explicit Outcomes(std::size_t rows) : grade(rows), route(rows), duties(rows), reasons(rows) {}
  OutcomeColumns columns() { return {.grade = grade, .route = route, .duties = duties, .reasons = reasons}; }
  static constexpr std::size_t bytes_a_row = 2 * sizeof(std::uint8_t) + sizeof(std::uint16_t) + sizeof(std::uint64_t);

  std::vector<std::uint8_t> grade;
  std::vector<std::uint8_t> route;
  std::vector<std::uint16_t> duties;
  std::vector<std::uint64_t> reasons;
};

FactTable make_table(std::size_t rows) {
  benchmarks::FeedFacts feed;
  FactTable table;
  for (std::size_t i = 0; i < rows; ++i) table.append(feed.next());
  return table;
}

void print(std::string_view what, std::size_t rows, std::size_t bytes, double seconds) {
  const auto count = static_cast<double>(rows);
  std::cout << std::left << std::setw(52) << what << std::right << std::fixed << std::setprecision(0) << std::setw(6)
            << count / seconds / 1e6 << " million decisions/s, " << std::setprecision(1) << std::setw(5)
            << static_cast<double>(bytes) / count << " bytes each, " << std::setw(5)
            << static_cast<double>(bytes) / seconds / 1e9 << " GB/s\n";
}

void decide(std::string_view where, const FactTable& table, const Policy& policy) {
  const auto facts = table.columns();
  const auto rows = facts.size();
  const auto repeats = rows_in_memory / rows;
  const auto name = [&](std::string_view what) { return std::string{what} + ", " + std::string{where}; };
  Outcomes known{rows};
  Outcomes if_unknowns_yes{rows};
  std::vector<std::uint8_t> provisional(rows);
  const auto bytes = bytes_of(facts);
  print(name("columns to columns, known"), rows, bytes + Outcomes::bytes_a_row * rows,
        best_seconds(repeats, [&] { triage(facts, policy, {.known = known.columns()}); }));
  print(name("columns to columns, both readings"), rows, bytes + (2 * Outcomes::bytes_a_row + 1) * rows,
        best_seconds(repeats, [&] {
          triage(facts, policy,
                 {.known = known.columns(), .if_unknowns_yes = if_unknowns_yes.columns(), .provisional = provisional});
        }));
  SignalPlanes planes{facts, policy.thresholds()};
  std::vector<OutcomeBlock> outcomes(planes.blocks().size());
  const auto outcome_bytes = sizeof(PlaneBits) + (asked_count + policy.rules().size()) * sizeof(AnswerPlanes);
  print(name("columns to planes, both readings"), rows, bytes + outcomes.size() * outcome_bytes,
        best_seconds(repeats, [&] { triage(facts, policy, outcomes); }));
  print(name("planes to planes, both readings"), rows, outcomes.size() * (sizeof(SignalBlock) + outcome_bytes),
        best_seconds(repeats, [&] { triage(planes.blocks(), policy, outcomes); }));
}

}  // namespace

TEST_CASE("decisions from columns and planes, beside what memory gives", "[columns]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const auto bandwidth = Bandwidth::measure();
  std::cout << std::fixed << std::setprecision(1) << "memory: read " << bandwidth.read / 1e9 << " GB/s, copied "
            << bandwidth.copied / 1e9 << " GB/s, both ways counted\n";
  decide("in cache", make_table(rows_in_cache), policy);
  decide("in memory", make_table(rows_in_memory), policy);
}

TEST_CASE("instructions: 8192 incidents from columns", "[.instructions]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const auto table = make_table(rows_in_cache);
  Outcomes known{rows_in_cache};
  Outcomes if_unknowns_yes{rows_in_cache};
  std::vector<std::uint8_t> provisional(rows_in_cache);
  for (std::size_t i = 0; i < benchmarks::repeats(); ++i) {
    triage(table.columns(), policy,
           {.known = known.columns(), .if_unknowns_yes = if_unknowns_yes.columns(), .provisional = provisional});
  }
  CHECK(known.route.front() == static_cast<std::uint8_t>(triage(facts_at(table.columns(), 0), policy).known.route));
}

TEST_CASE("instructions: 8192 incidents from planes", "[.instructions]") {
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const auto table = make_table(rows_in_cache);
  const SignalPlanes planes{table.columns(), policy.thresholds()};
  std::vector<OutcomeBlock> outcomes(planes.blocks().size());
  for (std::size_t i = 0; i < benchmarks::repeats(); ++i) triage(planes.blocks(), policy, outcomes);
  const auto decision = triage(facts_at(table.columns(), 0), policy);
  CHECK(outcomes.front().provisional[0] == decision.provisional);
}
