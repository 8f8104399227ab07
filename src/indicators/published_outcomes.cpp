#include <earlyhelp/indicators/published_outcomes.hpp>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace earlyhelp {
namespace {

constexpr std::string_view id_begins = "outcome_";

std::size_t column_of(CaseOutcome outcome) noexcept { return static_cast<std::size_t>(outcome); }

bool is_answer(CaseOutcome outcome) noexcept {
  return outcome != CaseOutcome::pending && outcome != CaseOutcome::not_for_the_service;
}

/// The outcome that an indicator of outcome_indicators is about.
CaseOutcome outcome_of(const Indicator& indicator) {
  return parse<CaseOutcome>(indicator.id.view().substr(id_begins.size())).value();
}

Grouping everybody_together() {
  return {.id = "all", .group_of = [](const Subject&) -> boost::optional<std::string> { return {}; }};
}

/// The answers that a group's families came to, and those that none of them did.
struct Answers {
  std::vector<std::size_t> given = {};
  std::vector<std::size_t> not_given = {};
};

Answers answers_of(const CountTable& table, std::size_t row) {
  Answers answers;
  for (const auto outcome : values_of<CaseOutcome>) {
    if (!is_answer(outcome)) continue;
    const auto column = column_of(outcome);
    (table.at({.row = row, .column = column}) > 0 ? answers.given : answers.not_given).push_back(column);
  }
  return answers;
}

/// Of each group whose families all came to one outcome another, of which there are most in all: while it is in doubt,
/// so is whether they all did.
TableCells noughts_of_whole_shares(const CountTable& table) {
  TableCells noughts{table};
  const auto total_of = [&](std::size_t column) { return table.at({.row = table.rows(), .column = column}); };
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const auto answers = answers_of(table, row);
    if (answers.given.size() != 1) continue;
    const auto most = std::max_element(answers.not_given.begin(), answers.not_given.end(),
                                       [&](std::size_t a, std::size_t b) { return total_of(a) < total_of(b); });
    noughts.insert({.row = row, .column = *most});
  }
  return noughts;
}

}  // namespace

std::vector<GroupOutcomes> group_outcomes(const CaseRegister& all, const Period& period, const Grouping& by) {
  std::vector<GroupOutcomes> groups;
  for (const auto& indicator : outcome_indicators) {
    const auto strata = stratify(indicator, all, period, by);
    if (groups.empty()) {
      groups.reserve(strata.size());
      for (const auto& stratum : strata) groups.push_back({.group = stratum.group, .families = {}});
    }
    for (std::size_t i = 0; i < strata.size(); ++i) {
      const auto& measurement = strata[i].measurement;
      auto& families = groups[i].families;
      families[column_of(outcome_of(indicator))] = measurement.count(Standing::numerator);
      families[column_of(CaseOutcome::pending)] = measurement.count(Standing::pending);
      families[column_of(CaseOutcome::not_for_the_service)] = measurement.count(Standing::not_in_denominator);
    }
  }
  return groups;
}

GroupOutcomes all_outcomes(const CaseRegister& all, const Period& period) {
  const auto groups = group_outcomes(all, period, everybody_together());
  return groups.empty() ? GroupOutcomes{.group = {}, .families = {}} : groups.front();
}

PublishedCount PublishedOutcomes::count(std::size_t place, CaseOutcome outcome) const {
  if (!is_declared(outcome)) throw std::invalid_argument{"PublishedOutcomes: no such outcome"};
  return table_.at({.row = place, .column = column_of(outcome)});
}

PublishedCount PublishedOutcomes::families(std::size_t place) const {
  return table_.at({.row = place, .column = table_.columns()});
}

boost::optional<PublishedOutcomes> publish(std::span<const GroupOutcomes> groups, const DisclosurePolicy& policy,
                                           SmallTotals totals) {
  if (groups.empty()) throw std::invalid_argument{"publish: needs at least one group"};
  std::vector<boost::optional<std::string>> labels;
  std::vector<std::vector<std::int64_t>> counts;
  labels.reserve(groups.size());
  counts.reserve(groups.size());
  for (const auto& [group, families] : groups) {
    labels.push_back(group);
    counts.emplace_back(families.begin(), families.end());
  }
  const CountTable exact{counts};
  const TableCells nothing{exact};
  const auto doubted = policy.whole_shares == WholeShares::hidden ? noughts_of_whole_shares(exact) : nothing;
  auto table = publish(exact, policy, totals, nothing, doubted);
  if (!table) return {};
  return PublishedOutcomes{std::move(labels), *std::move(table)};
}

}  // namespace earlyhelp
