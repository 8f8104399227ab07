#include <earlyhelp/triage/fact_columns.hpp>

#include "triage/column_check.hpp"

#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

namespace earlyhelp {
namespace {

constexpr std::int32_t no_limit = std::numeric_limits<std::int32_t>::max();
constexpr std::int32_t yes = 1;

template <class Enum>
constexpr auto last_code = static_cast<std::int32_t>(count_of<Enum>) - 1;

/// Calls `visit(name, size, value_at, valid, least, most)` for each column, in the order of the facts, with the bounds
/// of its values, until one says that it has seen enough.
template <class Visit>
void for_each_column(const FactColumns& columns, Visit visit) {
  bool is_enough = false;
  const auto see = [&](std::string_view name, std::size_t size, auto value_at, const ValidityBits& valid,
                       std::int32_t least, std::int32_t most) {
    if (!is_enough) is_enough = visit(name, size, value_at, valid, least, most);
  };
  const auto codes = [&](std::string_view name, std::span<const std::uint8_t> values, std::int32_t most,
                         const ValidityBits& valid = {}) {
    see(
        name, values.size(), [values](std::size_t i) { return std::int32_t{values[i]}; }, valid, 0, most);
  };
  const auto counts = [&](std::string_view name, const CountColumn& column, std::int32_t least = 0,
                          const ValidityBits& valid = {}) {
    see(
        name, size_of(column), [&column](std::size_t i) { return count_at(column, i); }, valid, least, no_limit);
  };

  codes("definition", columns.definition, last_code<Definition>);
  codes("officer_grade", columns.officer_grade.values, last_code<RiskGrade>, columns.officer_grade.valid);
  codes("judgement", columns.judgement.values, last_code<RiskGrade>, columns.judgement.valid);
  codes("instrument", columns.instrument.values, last_code<Instrument>, columns.instrument.valid);
  counts("yes_count", columns.yes_count);
  counts("unanswered_count", columns.unanswered_count);
  for (const auto finding : values_of<Finding>) {
    const auto& column = columns.findings[static_cast<std::size_t>(finding)];
    codes(to_string(finding), column.values, yes, column.valid);
  }
  codes("history_known", columns.history_known, yes);
  counts("events_in_window", columns.events_in_window, 1);
  codes("marac_referral_in_window", columns.marac_referral_in_window, yes);
  counts("suspect_other_victims", columns.suspect_other_victims);
  codes("children_known", columns.children_known, yes);
  counts("children_linked", columns.children_linked);
  counts("youngest_child_age_years", columns.youngest_child_age_years.values, 0,
         columns.youngest_child_age_years.valid);
  counts("school_age_children", columns.school_age_children);
  const auto days = columns.reported_on;
  see(
      "reported_on", days.size(), [days](std::size_t i) { return days[i]; }, {}, first_day_number, last_day_number);
}

std::string at_row(std::string_view column, std::size_t row) {
  return std::string{column} + ", row " + std::to_string(row);
}

std::string out_of_bounds(std::int32_t value, std::int32_t least, std::int32_t most) {
  const auto bounds = most == no_limit ? std::to_string(least) + " or more"
                                       : "from " + std::to_string(least) + " to " + std::to_string(most);
  return std::to_string(value) + "; has to be " + bounds;
}

/// The first bad value of rows `first` to `end`. None: they are all good.
boost::optional<Issue> check_values(const FactColumns& columns, std::size_t first, std::size_t end) {
  boost::optional<Issue> issue;
  for_each_column(columns, [&](std::string_view name, std::size_t, auto value_at, const ValidityBits& valid,
                               std::int32_t least, std::int32_t most) {
    for (auto i = first; i < end; ++i) {
      const auto value = value_at(i);
      if ((value >= least && value <= most) || !valid[i]) continue;
      issue = Issue{.where = at_row(name, i), .what = out_of_bounds(value, least, most)};
      return true;
    }
    return false;
  });
  return issue;
}

Date day_of_number(std::int32_t number) { return Date{1970, 1, 1} + Days{number}; }

template <class Enum>
boost::optional<Enum> code_at(const OptionalCodes& column, std::size_t i) {
  return {column.valid[i], static_cast<Enum>(column.values[i])};
}

CountColumn slice_of(const CountColumn& column, std::size_t first, std::size_t count) {
  return std::visit([&](auto values) { return CountColumn{values.subspan(first, count)}; }, column);
}

OptionalCodes slice_of(const OptionalCodes& column, std::size_t first, std::size_t count) {
  return {.values = column.values.subspan(first, count), .valid = column.valid.from(first)};
}

}  // namespace

std::int32_t day_number(Date day) noexcept { return static_cast<std::int32_t>((day - Date{1970, 1, 1}).days()); }

FactColumns FactColumns::slice(std::size_t first, std::size_t count) const {
  FactColumns slice{.definition = definition.subspan(first, count),
                    .officer_grade = slice_of(officer_grade, first, count),
                    .judgement = slice_of(judgement, first, count),
                    .instrument = slice_of(instrument, first, count),
                    .yes_count = slice_of(yes_count, first, count),
                    .unanswered_count = slice_of(unanswered_count, first, count),
                    .findings = findings,
                    .history_known = history_known.subspan(first, count),
                    .events_in_window = slice_of(events_in_window, first, count),
                    .marac_referral_in_window = marac_referral_in_window.subspan(first, count),
                    .suspect_other_victims = slice_of(suspect_other_victims, first, count),
                    .children_known = children_known.subspan(first, count),
                    .children_linked = slice_of(children_linked, first, count),
                    .youngest_child_age_years = {.values = slice_of(youngest_child_age_years.values, first, count),
                                                 .valid = youngest_child_age_years.valid.from(first)},
                    .school_age_children = slice_of(school_age_children, first, count),
                    .reported_on = reported_on.subspan(first, count)};
  for (auto& column : slice.findings) column = slice_of(column, first, count);
  return slice;
}

boost::optional<Issue> check_lengths(const FactColumns& columns) {
  boost::optional<Issue> issue;
  const auto rows = columns.size();
  for_each_column(columns, [&](std::string_view name, std::size_t size, auto, const ValidityBits& valid, std::int32_t,
                               std::int32_t) {
    if (size != rows) {
      issue = Issue{.where = std::string{name},
                    .what = std::to_string(size) + " values; definition has " + std::to_string(rows)};
    } else if (!valid.is_all() && valid.size() < rows) {
      issue = Issue{.where = std::string{name},
                    .what = std::to_string(valid.size()) + " validity bits for " + std::to_string(rows) + " values"};
    }
    return issue.has_value();
  });
  return issue;
}

boost::optional<Issue> check(const FactColumns& columns) {
  const auto issue = check_lengths(columns);
  return issue ? issue : check_values(columns, 0, columns.size());
}

Facts facts_at(const FactColumns& columns, std::size_t i) {
  if (const auto issue = check_values(columns, i, i + 1)) {
    throw std::invalid_argument{"FactColumns: " + issue->where + ": " + issue->what};
  }
  auto findings = Findings::all(Answer::unknown);
  for (const auto finding : values_of<Finding>) {
    const auto& column = columns.findings[static_cast<std::size_t>(finding)];
    if (column.valid[i]) findings.set(finding, static_cast<Answer>(column.values[i]));
  }
  const auto& youngest = columns.youngest_child_age_years;
  return {.definition = static_cast<Definition>(columns.definition[i]),
          .officer_grade = code_at<RiskGrade>(columns.officer_grade, i),
          .judgement = code_at<RiskGrade>(columns.judgement, i),
          .checklist = {.instrument = code_at<Instrument>(columns.instrument, i),
                        .yes_count = count_at(columns.yes_count, i),
                        .unanswered_count = count_at(columns.unanswered_count, i)},
          .findings = findings,
          .history = {.known = columns.history_known[i] != 0,
                      .events_in_window = count_at(columns.events_in_window, i),
                      .marac_referral_in_window = columns.marac_referral_in_window[i] != 0,
                      .suspect_other_victims = count_at(columns.suspect_other_victims, i)},
          .children = {.known = columns.children_known[i] != 0,
                       .linked = count_at(columns.children_linked, i),
                       .youngest_age_years = {youngest.valid[i], count_at(youngest.values, i)},
                       .of_school_age = count_at(columns.school_age_children, i)},
          .reported_on = day_of_number(columns.reported_on[i])};
}

}  // namespace earlyhelp
