#include <earlyhelp/triage/fact_table.hpp>

#include "triage/column_check.hpp"

#include <limits>

namespace earlyhelp {
namespace {

/// Appends a bit as the bit of row `row`.
void append_bit(std::vector<std::uint8_t>& bytes, std::size_t row, bool bit) {
  if (row % 8 == 0) bytes.push_back(0);
  bytes.back() = static_cast<std::uint8_t>(bytes.back() | unsigned{bit} << row % 8);
}

template <class Enum>
std::uint8_t code_of(boost::optional<Enum> value) noexcept {
  return value ? static_cast<std::uint8_t>(*value) : std::uint8_t{0};
}

}  // namespace

void FactTable::Codes::append(bool is_there, std::uint8_t code) {
  append_bit(valid_, codes_.size(), is_there);
  codes_.push_back(code);
}

void FactTable::Codes::reserve(std::size_t rows) {
  codes_.reserve(rows);
  valid_.reserve((rows + 7) / 8);
}

void FactTable::Counts::append(std::int32_t count) {
  const bool fits = count >= 0 && count <= std::numeric_limits<std::uint8_t>::max();
  if (numbers_.empty() && fits) {
    bytes_.push_back(static_cast<std::uint8_t>(count));
    return;
  }
  if (numbers_.empty()) {
    numbers_.reserve(bytes_.capacity());
    numbers_.assign(bytes_.begin(), bytes_.end());
    bytes_ = {};
  }
  numbers_.push_back(count);
}

CountColumn FactTable::Counts::view() const noexcept {
  if (numbers_.empty()) return std::span<const std::uint8_t>{bytes_};
  return std::span<const std::int32_t>{numbers_};
}

FactTable::FactTable(std::span<const Facts> facts) {
  reserve(facts.size());
  for (const auto& one : facts) append(one);
}

void FactTable::reserve(std::size_t rows) {
  for (auto* codes : {&definition_, &history_known_, &marac_referral_in_window_, &children_known_})
    codes->reserve(rows);
  for (auto* codes : {&officer_grade_, &judgement_, &instrument_}) codes->reserve(rows);
  for (auto& finding : findings_) finding.reserve(rows);
  for (auto* counts : {&yes_count_, &unanswered_count_, &events_in_window_, &suspect_other_victims_, &children_linked_,
                       &youngest_child_age_years_, &school_age_children_}) {
    counts->reserve(rows);
  }
  has_youngest_.reserve((rows + 7) / 8);
  reported_on_.reserve(rows);
}

void FactTable::append(const Facts& facts) {
  append_bit(has_youngest_, size(), facts.children.youngest_age_years.has_value());
  youngest_child_age_years_.append(facts.children.youngest_age_years.value_or(0));
  definition_.push_back(static_cast<std::uint8_t>(facts.definition));
  officer_grade_.append(facts.officer_grade.has_value(), code_of(facts.officer_grade));
  judgement_.append(facts.judgement.has_value(), code_of(facts.judgement));
  instrument_.append(facts.checklist.instrument.has_value(), code_of(facts.checklist.instrument));
  yes_count_.append(facts.checklist.yes_count);
  unanswered_count_.append(facts.checklist.unanswered_count);
  for (const auto finding : values_of<Finding>) {
    const auto answer = facts.findings[finding];
    findings_[static_cast<std::size_t>(finding)].append(answer != Answer::unknown, answer == Answer::yes ? 1 : 0);
  }
  history_known_.push_back(facts.history.known ? 1 : 0);
  events_in_window_.append(facts.history.events_in_window);
  marac_referral_in_window_.push_back(facts.history.marac_referral_in_window ? 1 : 0);
  suspect_other_victims_.append(facts.history.suspect_other_victims);
  children_known_.push_back(facts.children.known ? 1 : 0);
  children_linked_.append(facts.children.linked);
  school_age_children_.append(facts.children.of_school_age);
  reported_on_.push_back(day_number(facts.reported_on));
}

FactColumns FactTable::columns() const noexcept {
  FactColumns columns{
      .definition = definition_,
      .officer_grade = officer_grade_.view(),
      .judgement = judgement_.view(),
      .instrument = instrument_.view(),
      .yes_count = yes_count_.view(),
      .unanswered_count = unanswered_count_.view(),
      .findings = {},
      .history_known = history_known_,
      .events_in_window = events_in_window_.view(),
      .marac_referral_in_window = marac_referral_in_window_,
      .suspect_other_victims = suspect_other_victims_.view(),
      .children_known = children_known_,
      .children_linked = children_linked_.view(),
      .youngest_child_age_years = {.values = youngest_child_age_years_.view(), .valid = {.bytes = has_youngest_}},
      .school_age_children = school_age_children_.view(),
      .reported_on = reported_on_};
  for (std::size_t i = 0; i < findings_.size(); ++i) columns.findings[i] = findings_[i].view();
  return columns;
}

}  // namespace earlyhelp
