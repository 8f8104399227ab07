#include "peer_facts.hpp"

#include <ostream>
#include <random>
#include <stdexcept>

namespace earlyhelp::peers {
namespace {

Date epoch() { return {1970, 1, 1}; }

class Chance {
 public:
  explicit Chance(std::uint64_t seed) : random_{seed} {}

  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint64_t>(end)); }
  bool per_thousand(int share) { return below(1000) < share; }

 private:
  std::mt19937_64 random_;
};

Definition make_definition(Chance& chance) {
  const auto drawn = chance.below(1000);
  if (drawn < 760) return Definition::domestic_abuse;
  if (drawn < 900) return Definition::family_conflict;
  if (drawn < 910) return Definition::party_under_16;
  return drawn < 960 ? Definition::undetermined : Definition::not_domestic;
}

boost::optional<RiskGrade> make_officer_grade(Chance& chance) {
  const auto drawn = chance.below(1000);
  if (drawn < 50) return {};
  if (drawn < 670) return RiskGrade::standard;
  return drawn < 905 ? RiskGrade::medium : RiskGrade::high;
}

ChecklistFacts make_checklist(Chance& chance, bool is_high) {
  if (chance.per_thousand(100)) return {.instrument = boost::none, .yes_count = 0, .unanswered_count = 0};
  return {.instrument = static_cast<Instrument>(chance.below(count_of<Instrument>)),
          .yes_count = chance.below(is_high ? 20 : 9),
          .unanswered_count = chance.per_thousand(200) ? 1 + chance.below(8) : 0};
}

Findings make_findings(Chance& chance, bool is_high) {
  auto findings = Findings::all(Answer::no);
  const auto yes = is_high ? 100 : 10;
  for (const auto finding : values_of<Finding>) {
    const auto drawn = chance.below(1000);
    if (drawn < yes)
      findings.set(finding, Answer::yes);
    else if (drawn < yes + 20)
      findings.set(finding, Answer::unknown);
  }
  return findings;
}

int make_events(Chance& chance) {
  if (chance.per_thousand(750)) return 1;
  return chance.per_thousand(700) ? 2 : 3 + chance.below(5);
}

ChildrenFacts make_children(Chance& chance) {
  const auto linked = chance.per_thousand(370) ? 1 + chance.below(3) : 0;
  const auto youngest = linked > 0 ? boost::make_optional(chance.below(18)) : boost::none;
  return {.known = chance.per_thousand(850),
          .linked = linked,
          .youngest_age_years = youngest,
          .of_school_age = youngest.value_or(0) >= school_age_from_years ? linked : linked / 2};
}

template <class Enum>
int level_of(boost::optional<Enum> value) {
  return value ? 1 + static_cast<int>(*value) : 0;
}

template <class Enum>
boost::optional<Enum> at_level(int level) {
  if (level == 0) return {};
  return static_cast<Enum>(level - 1);
}

}  // namespace

std::vector<Facts> make_facts(std::size_t rows, std::uint64_t seed) {
  Chance chance{seed};
  std::vector<Facts> all;
  all.reserve(rows);
  while (all.size() < rows) {
    const auto definition = make_definition(chance);
    const auto officer_grade = make_officer_grade(chance);
    const bool is_high = officer_grade == RiskGrade::high;
    const auto judgement =
        chance.per_thousand(40) ? boost::make_optional(static_cast<RiskGrade>(chance.below(3))) : boost::none;
    const auto checklist = make_checklist(chance, is_high);
    const auto findings = make_findings(chance, is_high);
    const HistoryFacts history{.known = chance.per_thousand(900),
                               .events_in_window = make_events(chance),
                               .marac_referral_in_window = chance.per_thousand(20),
                               .suspect_other_victims = chance.per_thousand(30) ? 1 + chance.below(2) : 0};
    const auto children = make_children(chance);
    all.push_back({.definition = definition,
                   .officer_grade = officer_grade,
                   .judgement = judgement,
                   .checklist = checklist,
                   .findings = findings,
                   .history = history,
                   .children = children,
                   .reported_on = Date{2025, 7, 1} + Days{chance.below(184)}});
  }
  return all;
}

void write_csv(const std::vector<Facts>& facts, std::ostream& out) {
  out << "definition,officer_grade,judgement,instrument,yes_count,unanswered_count";
  for (const auto finding : values_of<Finding>) out << ',' << to_string(finding);
  out << ",history_known,events_in_window,marac_referral_in_window,suspect_other_victims,children_known,"
         "children_linked,youngest_child_age,school_age_children,reported_on\n";
  for (const auto& row : facts) {
    out << static_cast<int>(row.definition) << ',' << level_of(row.officer_grade) << ',' << level_of(row.judgement)
        << ',' << level_of(row.checklist.instrument) << ',' << row.checklist.yes_count << ','
        << row.checklist.unanswered_count;
    for (const auto finding : values_of<Finding>) out << ',' << static_cast<int>(row.findings[finding]);
    out << ',' << row.history.known << ',' << row.history.events_in_window << ','
        << row.history.marac_referral_in_window << ',' << row.history.suspect_other_victims << ',' << row.children.known
        << ',' << row.children.linked << ',' << row.children.youngest_age_years.value_or(-1) << ','
        << row.children.of_school_age << ',' << (row.reported_on - epoch()).days() << '\n';
  }
}

FactsReader::FactsReader(const std::string& file) : in_{file} {
  if (!std::getline(in_, line_)) throw std::runtime_error{file + ": cannot be read"};
}

int FactsReader::number() {
  std::size_t length = 0;
  const auto number = std::stoi(line_.substr(at_, 12), &length);
  at_ += length + 1;
  return number;
}

boost::optional<Facts> FactsReader::next() {
  if (!std::getline(in_, line_)) return {};
  at_ = 0;
  // What stands in braces is read from left to right, as the columns stand.
  Facts facts{
      .definition = static_cast<Definition>(number()),
      .officer_grade = at_level<RiskGrade>(number()),
      .judgement = at_level<RiskGrade>(number()),
      .checklist = {.instrument = at_level<Instrument>(number()), .yes_count = number(), .unanswered_count = number()},
      .findings = Findings::all(Answer::no),
      .history = {.known = false, .marac_referral_in_window = false},
      .children = {.known = false, .linked = 0, .of_school_age = 0},
      .reported_on = epoch()};
  for (const auto finding : values_of<Finding>) facts.findings.set(finding, static_cast<Answer>(number()));
  facts.history = {.known = is_yes(),
                   .events_in_window = number(),
                   .marac_referral_in_window = is_yes(),
                   .suspect_other_victims = number()};
  facts.children.known = is_yes();
  facts.children.linked = number();
  if (const auto youngest = number(); youngest >= 0) facts.children.youngest_age_years = youngest;
  facts.children.of_school_age = number();
  facts.reported_on = epoch() + Days{number()};
  return facts;
}

}  // namespace earlyhelp::peers
