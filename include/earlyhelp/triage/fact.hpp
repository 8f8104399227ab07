#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace earlyhelp {

/// One of the facts that a decision turns on, by the name of its column.
///
/// Source: default triage policy, section 1.
enum class Fact : std::uint8_t {
  definition,
  officer_grade,
  judgement,
  instrument,
  yes_count,
  unanswered_count,
  // The findings, in the order of `Finding`.
  injury,
  strangulation,
  weapon,
  threat_to_kill,
  stalking,
  sexual_harm,
  coercive_control,
  separation,
  pregnancy_or_new_baby,
  honour_or_forced_marriage,
  victim_very_frightened,
  victim_suicidal,
  frequency_rising,
  severity_rising,
  order_breached,
  suspect_suicidal,
  child_harmed_or_threatened,
  prosecution_likely,
  unborn_child,
  childrens_case_open,
  party_under_18,
  history_known,
  events_in_window,
  marac_referral_in_window,
  suspect_other_victims,
  children_known,
  children_linked,
  youngest_child_age,
  school_age_children,
  reported_on,
};

template <>
struct Names<Fact> {
  static constexpr std::array<std::string_view, 36> ids = [] {
    constexpr std::array<std::string_view, 6> before = {"definition", "officer_grade", "judgement",
                                                        "instrument", "yes_count",     "unanswered_count"};
    constexpr std::array<std::string_view, 9> behind = {
        "history_known",         "events_in_window",    "marac_referral_in_window",
        "suspect_other_victims", "children_known",      "children_linked",
        "youngest_child_age",    "school_age_children", "reported_on"};
    std::array<std::string_view, 36> all{};
    auto next = std::copy(before.begin(), before.end(), all.begin());
    next = std::copy(Names<Finding>::ids.begin(), Names<Finding>::ids.end(), next);
    std::copy(behind.begin(), behind.end(), next);
    return all;
  }();
};

/// The fact that is the answer to `finding`.
constexpr Fact fact_of(Finding finding) noexcept {
  return static_cast<Fact>(static_cast<unsigned>(Fact::injury) + static_cast<unsigned>(finding));
}

/// In which direction a fact is graver.
enum class Direction : std::uint8_t {
  up_is_graver,    ///< a higher grade or count; of an answer no < unknown < yes
  down_is_graver,  ///< a younger child; no child of known age is above every age
  no_order,
};

template <>
struct Names<Direction> {
  static constexpr std::array<std::string_view, 3> ids = {"up_is_graver", "down_is_graver", "no_order"};
};

/// The direction of `fact`. Among the grades of a person only standard, medium and high have an order: that there is
/// none is an absence, which asks for a review of its own.
///
/// Source: default triage policy, sections 1 and 4: a graver input never lowers grade or route.
constexpr Direction direction_of(Fact fact) noexcept {
  constexpr EnumSet unordered{Fact::definition, Fact::instrument, Fact::history_known, Fact::children_known,
                              Fact::reported_on};
  if (fact == Fact::youngest_child_age) return Direction::down_is_graver;
  return unordered.contains(fact) ? Direction::no_order : Direction::up_is_graver;
}

/// Whether `after` is `before` with at least one fact graver and every other as it was.
bool is_graver(const Facts& after, const Facts& before) noexcept;

/// An incident of which everything is known and nothing gives concern: abuse, graded standard, a finished checklist
/// without a yes, no finding, no earlier event, no child.
Facts quiet_facts(Date reported_on) noexcept;

/// The facts in which `a` and `b` differ.
EnumSet<Fact> differing(const Facts& a, const Facts& b) noexcept;

/// The value of `fact` as its column has it: "high", "u", "3"; "none" for no grade or checklist; empty for no age.
std::string value_of(Fact fact, const Facts& facts);

/// `facts` with `fact` as its column has it in `text`: the opposite of value_of.
///
/// None: when the column cannot have it. Counts are whole numbers from 0, events in the window from 1, the age of a
/// child one from 0 to 17.
boost::optional<Facts> with_value(const Facts& facts, Fact fact, std::string_view text);

/// What the column of `fact` can have, as a person is told: "one of none, standard, medium, high".
std::string values_expected(Fact fact);

}  // namespace earlyhelp
