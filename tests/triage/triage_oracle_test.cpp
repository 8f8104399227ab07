#include <earlyhelp/policy/default_policy.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/oracle.hpp"
#include "support/policy.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>
#include <string>
#include <string_view>

using namespace earlyhelp;

namespace {

class Row {
 public:
  Row(const OracleTable& table, std::size_t row) : table_{table}, row_{row} {}

  const std::string& at(std::string_view column) const { return table_.at(row_, column); }
  int number(std::string_view column) const { return std::stoi(at(column)); }
  bool is_yes(std::string_view column) const { return value<Answer>(column) == Answer::yes; }

  template <class Enum>
  Enum value(std::string_view column) const {
    const auto value = parse<Enum>(at(column));
    if (!value) throw std::runtime_error{std::string{column} + ": " + at(column) + " is not known"};
    return *value;
  }
  template <class Enum>
  boost::optional<Enum> value_or_none(std::string_view column) const {
    if (at(column) == "none") return {};
    return value<Enum>(column);
  }
  Date day(std::string_view column) const { return parse_date(at(column)).value(); }

 private:
  const OracleTable& table_;
  std::size_t row_;
};

Findings read_findings(const Row& row) {
  auto findings = Findings::all(Answer::unknown);
  for (const auto finding : values_of<Finding>) findings.set(finding, row.value<Answer>(to_string(finding)));
  return findings;
}

Facts read_facts(const Row& row) {
  const auto& youngest = row.at("youngest_child_age");
  return {.definition = row.value<Definition>("definition"),
          .officer_grade = row.value_or_none<RiskGrade>("officer_grade"),
          .judgement = row.value_or_none<RiskGrade>("judgement"),
          .checklist = {.instrument = row.value_or_none<Instrument>("instrument"),
                        .yes_count = row.number("yes_count"),
                        .unanswered_count = row.number("unanswered_count")},
          .findings = read_findings(row),
          .history = {.known = row.is_yes("history_known"),
                      .events_in_window = row.number("events_in_window"),
                      .marac_referral_in_window = row.is_yes("marac_referral_in_window"),
                      .suspect_other_victims = row.number("suspect_other_victims")},
          .children = {.known = row.is_yes("children_known"),
                       .linked = row.number("children_linked"),
                       .youngest_age_years = youngest.empty() ? boost::none : boost::make_optional(std::stoi(youngest)),
                       .of_school_age = row.number("school_age_children")},
          .reported_on = row.day("reported_on")};
}

template <class Enum>
std::string list(EnumSet<Enum> values) {
  std::string text;
  for (const auto value : values) text += (text.empty() ? "" : ";") + std::string{to_string(value)};
  return text;
}

std::string list(Reasons reasons, const Policy& policy) {
  std::string text;
  for (const auto index : reasons) text += (text.empty() ? "" : ";") + std::string{policy.rule(index).id.view()};
  return text;
}

void check_row(const Row& row, const Policy& policy) {
  INFO(row.at("case"));
  const auto decision = triage(read_facts(row), policy);

  CHECK(to_string(decision.known.grade) == row.at("grade"));
  CHECK(to_string(decision.known.route) == row.at("route"));
  CHECK(list(decision.known.duties) == row.at("duties"));
  CHECK(list(decision.known.reasons, policy) == row.at("reasons"));
  CHECK(to_string(decision.if_unknowns_yes.grade) == row.at("grade_if_unknowns_yes"));
  CHECK(to_string(decision.if_unknowns_yes.route) == row.at("route_if_unknowns_yes"));
  CHECK(list(decision.if_unknowns_yes.duties) == row.at("duties_if_unknowns_yes"));
  CHECK(decision.provisional == row.is_yes("provisional"));
  CHECK(list(decision.ask_next) == row.at("ask_next"));
  CHECK(to_string(decision.suitability) == row.at("suitability"));
  count_oracle_case();
}

/// The default policy with the numbers that the first columns of a row name.
Policy variant(const Row& row) {
  auto book = default_policy_book();
  for (const auto parameter :
       {Parameter::visible_high_risk_dash_2009, Parameter::visible_high_risk_dash_ric, Parameter::escalation_events,
        Parameter::serial_victims, Parameter::cumulative_child_events, Parameter::young_child_under_years}) {
    test::set(book, parameter, row.number(to_string(parameter)));
  }
  test::set(book, Parameter::school_notification_from, row.day("school_notification_from"));
  return test::policy_of(book, row.day("reported_on"));
}

}  // namespace

TEST_CASE("triage decides every reference case as published", "[triage][oracle]") {
  const auto table = read_oracle("triage.csv");
  const auto policy = test::policy_of(default_policy_book());
  for (std::size_t row = 0; row < table.rows(); ++row) check_row(Row{table, row}, policy);
}

TEST_CASE("triage decides every reference case under other parameters", "[triage][oracle]") {
  const auto table = read_oracle("triage_variants.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) check_row(Row{table, row}, variant(Row{table, row}));
}
