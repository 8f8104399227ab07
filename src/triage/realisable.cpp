#include <earlyhelp/triage/realisable.hpp>

#include <algorithm>
#include <array>
#include <cstdint>

namespace earlyhelp {
namespace {

using enum Fact;

/// Linked children who may be of school age: those of unknown age are not counted, nor is a youngest who is younger.
std::int64_t may_be_of_school_age(const ChildrenFacts& children) {
  if (!children.youngest_age_years) return 0;
  const bool is_too_young = *children.youngest_age_years < school_age_from_years;
  return std::max(std::int64_t{0}, std::int64_t{children.linked} - (is_too_young ? 1 : 0));
}

/// A party under 16 makes the definition, one of 16 or 17 the finding.
int may_be_young_parties(const Facts& facts) {
  const bool is_any =
      facts.definition == Definition::party_under_16 || facts.findings[Finding::party_under_18] == Answer::yes;
  return is_any ? 2 : 0;
}

constexpr std::array list{
    Constraint{.id = "counts_count",
               .title = "No count is negative, and this incident is one of the events",
               .facts = {yes_count, unanswered_count, events_in_window, suspect_other_victims, children_linked,
                         school_age_children},
               .holds =
                   [](const Facts& f) {
                     return f.checklist.yes_count >= 0 && f.checklist.unanswered_count >= 0 &&
                            f.history.events_in_window >= 1 && f.history.suspect_other_victims >= 0 &&
                            f.children.linked >= 0 && f.children.of_school_age >= 0;
                   }},
    Constraint{.id = "answers_have_a_checklist",
               .title = "Without a checklist nothing is answered or left open",
               .facts = {instrument, yes_count, unanswered_count},
               .holds =
                   [](const Facts& f) {
                     return f.checklist.instrument || (f.checklist.yes_count == 0 && f.checklist.unanswered_count == 0);
                   }},
    Constraint{.id = "youngest_is_linked",
               .title = "The youngest child is a linked child, and a child",
               .facts = {children_linked, youngest_child_age},
               .holds =
                   [](const Facts& f) {
                     const auto age = f.children.youngest_age_years;
                     return !age || (f.children.linked > 0 && *age >= 0 && *age < adult_from_years);
                   }},
    Constraint{.id = "known_children_have_ages",
               .title = "Where the linked children are known, so is the age of the youngest",
               .facts = {children_known, children_linked, youngest_child_age},
               .holds =
                   [](const Facts& f) {
                     return !f.children.known || f.children.linked <= 0 || f.children.youngest_age_years;
                   }},
    Constraint{.id = "youngest_counts_at_school",
               .title = "A youngest child of school age is one of the children of school age",
               .facts = {youngest_child_age, school_age_children},
               .holds =
                   [](const Facts& f) {
                     const auto age = f.children.youngest_age_years;
                     return !age || *age < school_age_from_years || *age > school_age_to_years ||
                            f.children.of_school_age > 0;
                   }},
    Constraint{.id = "pupils_are_children_or_parties",
               .title = "Who is of school age is a linked child, or a party under 18",
               .facts = {definition, party_under_18, children_linked, youngest_child_age, school_age_children},
               .holds =
                   [](const Facts& f) {
                     return f.children.of_school_age <= may_be_of_school_age(f.children) + may_be_young_parties(f);
                   }},
};

}  // namespace

std::span<const Constraint> constraints() noexcept { return list; }

bool is_realisable(const Facts& facts) noexcept {
  return std::all_of(list.begin(), list.end(), [&](const Constraint& constraint) { return constraint.holds(facts); });
}

}  // namespace earlyhelp
