#include "triage/fact_level.hpp"

#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/incident/risk_grade.hpp>

namespace earlyhelp {
namespace {

using Level = std::int64_t;

template <class Enum>
Level level_or_none(boost::optional<Enum> value) noexcept {
  return value ? static_cast<Level>(*value) : none_level;
}
template <class Enum>
boost::optional<Enum> value_or_none(Level level) noexcept {
  if (level == none_level) return {};
  return static_cast<Enum>(level);
}

Date first_day() { return Date{1400, 1, 1}; }

/// How a fact is read and written as a level.
struct Access {
  Fact fact;
  Level (*read)(const Facts&);
  void (*write)(Facts&, Level);
};

/// Every fact but the findings.
constexpr std::array accesses{
    Access{Fact::definition, [](const Facts& f) { return static_cast<Level>(f.definition); },
           [](Facts& f, Level to) { f.definition = static_cast<Definition>(to); }},
    Access{Fact::officer_grade, [](const Facts& f) { return level_or_none(f.officer_grade); },
           [](Facts& f, Level to) { f.officer_grade = value_or_none<RiskGrade>(to); }},
    Access{Fact::judgement, [](const Facts& f) { return level_or_none(f.judgement); },
           [](Facts& f, Level to) { f.judgement = value_or_none<RiskGrade>(to); }},
    Access{Fact::instrument, [](const Facts& f) { return level_or_none(f.checklist.instrument); },
           [](Facts& f, Level to) { f.checklist.instrument = value_or_none<Instrument>(to); }},
    Access{Fact::yes_count, [](const Facts& f) { return Level{f.checklist.yes_count}; },
           [](Facts& f, Level to) { f.checklist.yes_count = static_cast<int>(to); }},
    Access{Fact::unanswered_count, [](const Facts& f) { return Level{f.checklist.unanswered_count}; },
           [](Facts& f, Level to) { f.checklist.unanswered_count = static_cast<int>(to); }},
    Access{Fact::history_known, [](const Facts& f) { return Level{f.history.known}; },
           [](Facts& f, Level to) { f.history.known = to != 0; }},
    Access{Fact::events_in_window, [](const Facts& f) { return Level{f.history.events_in_window}; },
           [](Facts& f, Level to) { f.history.events_in_window = static_cast<int>(to); }},
    Access{Fact::marac_referral_in_window, [](const Facts& f) { return Level{f.history.marac_referral_in_window}; },
           [](Facts& f, Level to) { f.history.marac_referral_in_window = to != 0; }},
    Access{Fact::suspect_other_victims, [](const Facts& f) { return Level{f.history.suspect_other_victims}; },
           [](Facts& f, Level to) { f.history.suspect_other_victims = static_cast<int>(to); }},
    Access{Fact::children_known, [](const Facts& f) { return Level{f.children.known}; },
           [](Facts& f, Level to) { f.children.known = to != 0; }},
    Access{Fact::children_linked, [](const Facts& f) { return Level{f.children.linked}; },
           [](Facts& f, Level to) { f.children.linked = static_cast<int>(to); }},
    Access{Fact::youngest_child_age,
           [](const Facts& f) { return f.children.youngest_age_years ? *f.children.youngest_age_years : no_age_level; },
           [](Facts& f, Level to) {
             f.children.youngest_age_years = boost::optional<int>{to != no_age_level, static_cast<int>(to)};
           }},
    Access{Fact::school_age_children, [](const Facts& f) { return Level{f.children.of_school_age}; },
           [](Facts& f, Level to) { f.children.of_school_age = static_cast<int>(to); }},
    Access{Fact::reported_on, [](const Facts& f) { return Level{(f.reported_on - first_day()).days()}; },
           [](Facts& f, Level to) { f.reported_on = first_day() + Days{to}; }},
};

/// By the answer: no, yes, unknown; and back. The two swap unknown and yes, so each is the other.
constexpr std::array<Level, count_of<Answer>> swapped{0, 2, 1};

constexpr auto first = static_cast<std::size_t>(Fact::injury);

bool is_finding(Fact fact) noexcept { return static_cast<std::size_t>(fact) - first < count_of<Finding>; }
Finding finding_of(Fact fact) noexcept { return static_cast<Finding>(static_cast<std::size_t>(fact) - first); }

constexpr const Access& access_to(Fact fact) noexcept {
  const auto place = static_cast<std::size_t>(fact);
  return accesses[place < first ? place : place - count_of<Finding>];
}
static_assert([] {
  for (const auto& access : accesses) {
    if (access_to(access.fact).fact != access.fact) return false;
  }
  return accesses.size() + count_of<Finding> == count_of<Fact>;
}());

bool is_same_or_graver(Fact fact, const Facts& after, const Facts& before) noexcept {
  const auto from = level_of(fact, before);
  const auto to = level_of(fact, after);
  if (from == to) return true;
  const bool is_absent = (fact == Fact::officer_grade || fact == Fact::judgement) && from == none_level;
  if (is_absent || direction_of(fact) == Direction::no_order) return false;
  return (direction_of(fact) == Direction::up_is_graver) == (from < to);
}

}  // namespace

std::int64_t level_of(Fact fact, const Facts& facts) noexcept {
  if (is_finding(fact)) return swapped[static_cast<std::size_t>(facts.findings[finding_of(fact)])];
  return access_to(fact).read(facts);
}

void set_level(Fact fact, Facts& facts, std::int64_t level) noexcept {
  if (is_finding(fact)) {
    facts.findings.set(finding_of(fact), static_cast<Answer>(swapped[static_cast<std::size_t>(level)]));
  } else {
    access_to(fact).write(facts, level);
  }
}

Facts with(Facts into, EnumSet<Fact> facts, const Facts& from) noexcept {
  for (const auto fact : facts) set_level(fact, into, level_of(fact, from));
  return into;
}

bool is_graver(const Facts& after, const Facts& before) noexcept {
  const auto differ = differing(after, before);
  return !differ.empty() &&
         std::all_of(differ.begin(), differ.end(), [&](Fact fact) { return is_same_or_graver(fact, after, before); });
}

Facts quiet_facts(Date reported_on) noexcept {
  return {.definition = Definition::domestic_abuse,
          .officer_grade = RiskGrade::standard,
          .judgement = {},
          .checklist = {.instrument = Instrument::dash_2009, .yes_count = 0, .unanswered_count = 0},
          .findings = Findings::all(Answer::no),
          .history = {.known = true, .marac_referral_in_window = false},
          .children = {.known = true, .linked = 0, .of_school_age = 0},
          .reported_on = reported_on};
}

EnumSet<Fact> differing(const Facts& a, const Facts& b) noexcept {
  const auto answers =
      (a.findings.yes().bits() ^ b.findings.yes().bits()) | (a.findings.unknown().bits() ^ b.findings.unknown().bits());
  auto facts = EnumSet<Fact>::of_bits(answers << first);
  for (const auto& access : accesses) {
    if (access.read(a) != access.read(b)) facts.insert(access.fact);
  }
  return facts;
}

std::string value_of(Fact fact, const Facts& facts) {
  if (is_finding(fact)) return std::string{to_string(facts.findings[finding_of(fact)])};
  if (fact == Fact::definition) return std::string{to_string(facts.definition)};
  if (fact == Fact::officer_grade) return std::string{to_string(facts.officer_grade)};
  if (fact == Fact::judgement) return std::string{to_string(facts.judgement)};
  if (fact == Fact::instrument) return std::string{to_string(facts.checklist.instrument)};
  if (fact == Fact::reported_on) return to_string(facts.reported_on);
  const auto level = level_of(fact, facts);
  if (fact == Fact::youngest_child_age) return level == no_age_level ? "" : std::to_string(level);
  constexpr EnumSet answers{Fact::history_known, Fact::marac_referral_in_window, Fact::children_known};
  if (answers.contains(fact)) return std::string{to_string(level != 0 ? Answer::yes : Answer::no)};
  return std::to_string(level);
}

}  // namespace earlyhelp
