#include <earlyhelp/policy/policy.hpp>

#include <algorithm>
#include <cassert>
#include <stdexcept>
#include <string>
#include <variant>

namespace earlyhelp {
namespace {

/// Long enough that no policy outlives it.
Date last_day() { return Date{9999, 12, 31}; }

/// The newest row of `parameter` in force on `day`; null when there is none.
const ParameterRow* newest(const PolicyBook& book, Parameter parameter, Date day) {
  const ParameterRow* found = nullptr;
  for (const auto& row : book.parameters) {
    if (row.parameter != parameter || row.in_force_from > day) continue;
    if (found == nullptr || found->in_force_from < row.in_force_from) found = &row;
  }
  return found;
}

bool is_before_first_row(const PolicyBook& book, Date day) {
  return std::any_of(values_of<Parameter>.begin(), values_of<Parameter>.end(), [&](Parameter parameter) {
    return !is_optional(parameter) && newest(book, parameter, day) == nullptr;
  });
}

std::vector<ParameterRow> rows_on(const PolicyBook& book, Date day) {
  std::vector<ParameterRow> rows;
  for (const auto parameter : values_of<Parameter>) {
    if (const auto* row = newest(book, parameter, day)) rows.push_back(*row);
  }
  return rows;
}

std::array<std::uint8_t, count_of<Parameter>> places_of(const std::vector<ParameterRow>& rows) {
  static_assert(count_of<Parameter> < 255);
  std::array<std::uint8_t, count_of<Parameter>> places{};
  places.fill(255);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    places[static_cast<std::size_t>(rows[i].parameter)] = static_cast<std::uint8_t>(i);
  }
  return places;
}

Period in_force_around(const PolicyBook& book, const std::vector<ParameterRow>& rows, Date day) {
  const auto first = std::max_element(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
                       return a.in_force_from < b.in_force_from;
                     })->in_force_from;
  auto last = last_day();
  for (const auto& row : book.parameters) {
    if (row.in_force_from > day) last = std::min(last, row.in_force_from - Days{1});
  }
  return {first, last};
}

const PolicyBook& checked(const PolicyBook& book, Date day) {
  require_sound(book);
  if (is_before_first_row(book, day))
    throw std::invalid_argument{"Policy: no policy was in force on " + to_string(day)};
  return book;
}

}  // namespace

Policy::Policy(const PolicyBook& book, Date day)
    : stamp_{.id = checked(book, day).id, .version = book.version, .in_force_from = day},
      in_force_{day, day},
      rows_{rows_on(book, day)},
      places_{places_of(rows_)},
      thresholds_{.visible_high_risk = {},
                  .escalation_events = number(Parameter::escalation_events),
                  .serial_victims = number(Parameter::serial_victims),
                  .cumulative_child_events = number(Parameter::cumulative_child_events),
                  .young_child_under_years = number(Parameter::young_child_under_years),
                  .school_notification_from = this->day(Parameter::school_notification_from)},
      terms_{book.terms},
      rules_{book.rules},
      program_{compile(terms_, rules_)},
      plane_program_{fold(program_)} {
  for (const auto definition : values_of<Definition>) {
    programs_[static_cast<std::size_t>(definition)] = compile_for(definition, terms_, rules_);
  }
  in_force_ = in_force_around(book, rows_, day);
  stamp_.in_force_from = in_force_.first();
  for (const auto instrument : values_of<Instrument>) {
    const auto threshold = row(visible_high_risk_of(instrument));
    if (threshold)
      thresholds_.visible_high_risk[static_cast<std::size_t>(instrument)] = std::get<int>(threshold->value);
  }
}

const Condition& Policy::term(Signal signal) const noexcept {
  assert(is_term(signal));
  if (signal == Signal::graded) return terms_.graded;
  if (signal == Signal::act) return terms_.act;
  return signal == Signal::abuse ? terms_.abuse : terms_.child;
}

boost::optional<const ParameterRow&> Policy::row(Parameter parameter) const noexcept {
  const auto place = places_[static_cast<std::size_t>(parameter)];
  if (place >= rows_.size()) return {};
  return rows_[place];
}

int Policy::number(Parameter parameter) const { return value<int>(parameter); }
Date Policy::day(Parameter parameter) const { return value<Date>(parameter); }
DutyClock Policy::clock(Parameter parameter) const { return value<DutyClock>(parameter); }

template <class Value>
Value Policy::value(Parameter parameter) const {
  const auto found = row(parameter);
  const auto* value = found ? std::get_if<Value>(&found->value) : nullptr;
  if (value == nullptr)
    throw std::invalid_argument{"Policy: " + std::string{to_string(parameter)} + " is no such value"};
  return *value;
}

boost::optional<Policy> policy_on(const PolicyBook& book, Date day_of_report) {
  require_sound(book);
  if (is_before_first_row(book, day_of_report)) return {};
  return Policy{book, day_of_report};
}

}  // namespace earlyhelp
