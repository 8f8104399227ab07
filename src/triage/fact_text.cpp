#include "triage/fact_level.hpp"

#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/incident/risk_grade.hpp>
#include <earlyhelp/people/children_facts.hpp>

#include <charconv>

namespace earlyhelp {
namespace {

bool is_finding(Fact fact) noexcept { return fact >= Fact::injury && fact <= Fact::party_under_18; }
bool is_yes_or_no(Fact fact) noexcept {
  constexpr EnumSet answers{Fact::history_known, Fact::marac_referral_in_window, Fact::children_known};
  return answers.contains(fact);
}

/// Whole numbers from `least` to `most`.
struct Range {
  int least;
  int most;
};

Range range_of(Fact fact) noexcept {
  constexpr int most_of_any_count = 1'000'000;
  if (fact == Fact::events_in_window) return {.least = 1, .most = most_of_any_count};
  if (fact == Fact::youngest_child_age) return {.least = 0, .most = adult_from_years - 1};
  return {.least = 0, .most = most_of_any_count};
}

template <class Enum>
std::string list_of(std::string_view before) {
  std::string list{before};
  for (const auto id : Names<Enum>::ids) list.append(list.empty() ? "" : ", ").append(id);
  return "one of " + list;
}

/// The place in its enum, `none_level` for none.
template <class Enum>
boost::optional<std::int64_t> level_of_id(std::string_view text, bool may_be_none) {
  if (may_be_none && text == "none") return std::int64_t{none_level};
  const auto value = parse<Enum>(text);
  if (!value) return {};
  return static_cast<std::int64_t>(*value);
}

boost::optional<std::int64_t> number_in(Range range, std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  if (!is_whole || number < range.least || number > range.most) return {};
  return number;
}

boost::optional<std::int64_t> parse_level(Fact fact, std::string_view text) {
  if (fact == Fact::definition) return level_of_id<Definition>(text, false);
  if (fact == Fact::officer_grade || fact == Fact::judgement) return level_of_id<RiskGrade>(text, true);
  if (fact == Fact::instrument) return level_of_id<Instrument>(text, true);
  if (fact == Fact::youngest_child_age && text.empty()) return std::int64_t{no_age_level};
  if (is_yes_or_no(fact) && text == to_string(Answer::unknown)) return {};
  if (is_yes_or_no(fact)) return level_of_id<Answer>(text, false);
  return number_in(range_of(fact), text);
}

}  // namespace

boost::optional<Facts> with_value(const Facts& facts, Fact fact, std::string_view text) {
  auto changed = facts;
  if (is_finding(fact)) {
    const auto answer = parse<Answer>(text);
    if (!answer) return {};
    const auto place = static_cast<unsigned>(fact) - static_cast<unsigned>(Fact::injury);
    changed.findings.set(static_cast<Finding>(place), *answer);
  } else if (fact == Fact::reported_on) {
    const auto day = parse_date(text);
    if (!day) return {};
    changed.reported_on = *day;
  } else {
    const auto level = parse_level(fact, text);
    if (!level) return {};
    set_level(fact, changed, *level);
  }
  return changed;
}

std::string values_expected(Fact fact) {
  if (is_finding(fact)) return list_of<Answer>("");
  if (fact == Fact::definition) return list_of<Definition>("");
  if (fact == Fact::officer_grade || fact == Fact::judgement) return list_of<RiskGrade>("none");
  if (fact == Fact::instrument) return list_of<Instrument>("none");
  if (fact == Fact::reported_on) return "a day that exists, written YYYY-MM-DD";
  if (is_yes_or_no(fact)) return "y or n";
  const auto range = range_of(fact);
  const auto numbers = std::to_string(range.least) + " to " + std::to_string(range.most);
  return "a whole number from " + numbers + (fact == Fact::youngest_child_age ? ", or nothing for none" : "");
}

}  // namespace earlyhelp
