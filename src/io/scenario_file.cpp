#include <earlyhelp/io/csv_reader.hpp>
#include <earlyhelp/io/scenario_file.hpp>
#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/triage.hpp>

#include <boost/optional/optional.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <utility>
#include <variant>

namespace earlyhelp::io {
namespace {

constexpr std::string_view case_column = "case";
constexpr std::string_view anything = "*";
constexpr std::size_t max_case_bytes = 128;

struct CaseId {
  friend bool operator==(const CaseId&, const CaseId&) = default;
};
using Column = std::variant<CaseId, Fact, DecisionPart>;

boost::optional<Column> column_named(std::string_view name) {
  if (name == case_column) return Column{CaseId{}};
  if (const auto fact = parse<Fact>(name)) return Column{*fact};
  if (const auto column = parse<DecisionPart>(name)) return Column{*column};
  return {};
}

bool is_list(DecisionPart column) noexcept {
  constexpr EnumSet lists{DecisionPart::duties, DecisionPart::reasons, DecisionPart::duties_if_unknowns_yes,
                          DecisionPart::ask_next};
  return lists.contains(column);
}

/// Whether a decision by `rules` can say `word` in `column`.
bool is_word(DecisionPart column, std::string_view word, std::span<const Rule> rules) {
  switch (column) {
    case DecisionPart::grade:
    case DecisionPart::grade_if_unknowns_yes:
      return word == to_string(boost::optional<RiskGrade>{}) || parse<RiskGrade>(word);
    case DecisionPart::route:
    case DecisionPart::route_if_unknowns_yes:
      return parse<Route>(word).has_value();
    case DecisionPart::duties:
    case DecisionPart::duties_if_unknowns_yes:
      return parse<Duty>(word).has_value();
    case DecisionPart::reasons:
      return std::any_of(rules.begin(), rules.end(), [word](const Rule& rule) { return rule.id.view() == word; });
    case DecisionPart::provisional:
      return word == to_string(Answer::yes) || word == to_string(Answer::no);
    case DecisionPart::ask_next:
      return parse<Unknown>(word).has_value();
    case DecisionPart::suitability:
      return parse<Suitability>(word).has_value();
  }
  return false;
}

CellWords split(std::string_view cell) {
  CellWords words;
  while (!cell.empty()) {
    const auto end = std::min(cell.find(';'), cell.size());
    words.emplace_back(cell.substr(0, end));
    cell.remove_prefix(std::min(end + 1, cell.size()));
  }
  return words;
}

/// What is the matter with a cell.
struct CellFault {
  std::string_view column;
  std::string reason;
};

std::string words_expected(DecisionPart column) {
  return column == DecisionPart::reasons ? "expected rules that the policy has, or *"
                                         : "expected what a decision can say there, or *";
}

void take_expectation(DecisionPart column, std::string_view cell, std::span<const Rule> rules, Scenario& scenario) {
  if (cell == anything || (cell.empty() && !is_list(column))) return;
  auto words = is_list(column) ? split(cell) : CellWords{std::string{cell}};
  for (const auto& word : words) {
    if (!is_word(column, word, rules)) throw CellFault{to_string(column), words_expected(column)};
  }
  const bool has_repeated = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
    return std::count(words.begin(), words.end(), word) > 1;
  });
  if (has_repeated) throw CellFault{to_string(column), "expected each word once"};
  scenario.expected.push_back({.part = column, .words = std::move(words)});
}

void take(const Column& column, const std::string& cell, std::span<const Rule> rules, Scenario& scenario) {
  if (const auto* expectation = std::get_if<DecisionPart>(&column)) {
    take_expectation(*expectation, cell, rules, scenario);
  } else if (const auto* fact = std::get_if<Fact>(&column)) {
    if (cell.empty()) return;
    const auto facts = with_value(scenario.facts, *fact, cell);
    if (!facts) throw CellFault{to_string(*fact), "expected " + values_expected(*fact)};
    scenario.facts = *facts;
  } else {
    if (cell.size() > max_case_bytes) throw CellFault{case_column, "expected at most 128 bytes"};
    scenario.id = cell;
  }
}

/// A case that would pass whatever is decided, or that no incident can be, is none.
void require_case(const Scenario& scenario) {
  for (const auto& constraint : constraints()) {
    if (!constraint.holds(scenario.facts)) {
      throw CellFault{"", "no incident has these facts: " + std::string{constraint.title}};
    }
  }
  if (scenario.expected.empty()) throw CellFault{"", "expects nothing of the decision"};
}

class Reader {
 public:
  Reader(const std::string& file, std::span<const Rule> rules, Date reported_on)
      : name_{file}, csv_{file}, rules_{rules}, quiet_{quiet_facts(reported_on)} {}

  OrFileError<ScenarioFile> read() {
    if (const auto fault = read_header()) return *fault;
    ScenarioFile file;
    while (const auto row = csv_.next()) {
      if (const auto* reject = std::get_if<Reject>(&*row)) {
        file.rejects.push_back(*reject);
      } else {
        read_row(std::get<CsvRecord>(*row), file);
      }
    }
    if (csv_.error()) return *csv_.error();
    if (file.scenarios.empty() && file.rejects.empty()) {
      return FileError{.file = name_, .reason = "expected a case under the row of names"};
    }
    return file;
  }

 private:
  boost::optional<FileError> read_header() {
    const auto row = csv_.next();
    if (csv_.error()) return csv_.error();
    if (!row) return FileError{.file = name_, .line = 1, .reason = "expected a first row that names the columns"};
    if (const auto* reject = std::get_if<Reject>(&*row)) {
      return FileError{.file = name_, .line = reject->line, .reason = reject->reason};
    }
    const auto& [line, names] = std::get<CsvRecord>(*row);
    for (const auto& name : names) {
      const auto fault = [&, at = line](std::string reason) {
        return FileError{.file = name_,
                         .line = at,
                         .key = "column " + std::to_string(columns_.size() + 1),
                         .reason = std::move(reason)};
      };
      const auto column = column_named(name);
      if (!column) return fault("\"" + name.substr(0, max_case_bytes) + "\" is no column of facts or of decisions");
      if (std::find(columns_.begin(), columns_.end(), *column) != columns_.end()) {
        return fault("the column " + name + " stands twice");
      }
      columns_.push_back(*column);
    }
    const auto is_expected = [](const Column& column) { return std::holds_alternative<DecisionPart>(column); };
    if (std::any_of(columns_.begin(), columns_.end(), is_expected)) return {};
    return FileError{.file = name_, .line = line, .reason = "no column says what is expected, as route or duties do"};
  }

  void read_row(const CsvRecord& record, ScenarioFile& file) const {
    const auto is_empty = [](const std::string& cell) { return cell.empty(); };
    if (std::all_of(record.fields.begin(), record.fields.end(), is_empty)) return;
    if (record.fields.size() != columns_.size()) {
      file.rejects.push_back({.line = record.line,
                              .field = "",
                              .reason = "expected " + std::to_string(columns_.size()) + " cells, found " +
                                        std::to_string(record.fields.size())});
      return;
    }
    Scenario scenario{.id = {}, .line = record.line, .facts = quiet_};
    try {
      for (std::size_t i = 0; i < columns_.size(); ++i) take(columns_[i], record.fields[i], rules_, scenario);
      require_case(scenario);
    } catch (const CellFault& fault) {
      file.rejects.push_back({.line = record.line, .field = std::string{fault.column}, .reason = fault.reason});
      return;
    }
    file.scenarios.push_back(std::move(scenario));
  }

  const std::string& name_;
  CsvReader csv_;
  std::span<const Rule> rules_;
  Facts quiet_;
  std::vector<Column> columns_;
};

}  // namespace

OrFileError<ScenarioFile> read_scenarios(const std::string& file, const PolicyBook& book, Date reported_on) {
  return Reader{file, book.rules, reported_on}.read();
}

void write_scenario_header(std::string& out, EnumSet<DecisionPart> expected) {
  out += case_column;
  for (const auto id : Names<Fact>::ids) (out += ',') += id;
  for (const auto part : expected) (out += ',') += to_string(part);
  out += '\n';
}

void write_scenario(std::string_view id, const Facts& facts, const Policy& policy, std::string& out,
                    EnumSet<DecisionPart> expected) {
  out += id;
  for (const auto fact : values_of<Fact>) (out += ',') += value_of(fact, facts);
  const auto decision = triage(facts, policy);
  for (const auto column : expected) {
    char before = ',';
    for (const auto& word : words_in(column, decision, policy)) {
      (out += before) += word;
      before = ';';
    }
    if (before == ',') out += before;
  }
  out += '\n';
}

}  // namespace earlyhelp::io
