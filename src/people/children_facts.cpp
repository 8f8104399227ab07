#include <earlyhelp/people/children_facts.hpp>

#include <algorithm>
#include <vector>

namespace earlyhelp {
namespace {

bool names(std::span<const PersonId> people, const PersonId& id) {
  return std::find(people.begin(), people.end(), id) != people.end();
}

/// What the records of one child say together.
struct ChildOnDay {
  boost::optional<int> age_years = {};  ///< the lowest that is recorded
  bool is_dead = false;
  bool is_unborn = false;
  bool is_linked = false;
};

void note(ChildOnDay& on_day, const Child& child, const PersonId& victim, const PersonId& suspect, Date day) {
  const auto age = age_on(child.person, day);
  if (age && (!on_day.age_years || *age < *on_day.age_years)) on_day.age_years = age;
  on_day.is_dead = on_day.is_dead || (child.died && *child.died <= day);
  on_day.is_unborn = on_day.is_unborn || (child.person.born && day < *child.person.born);
  for (const auto* people : {&child.related_to, &child.lives_with}) {
    on_day.is_linked = on_day.is_linked || names(*people, victim) || names(*people, suspect);
  }
}

bool is_linked_child(const ChildOnDay& child) {
  const bool is_adult = child.age_years && *child.age_years >= adult_from_years;
  return child.is_linked && !child.is_dead && !child.is_unborn && !is_adult;
}

bool is_of_school_age(boost::optional<int> age_years) {
  return age_years && *age_years >= school_age_from_years && *age_years <= school_age_to_years;
}

/// The records of children who are no party, those of one child beside each other.
std::vector<const Child*> by_id(const Family& family, std::span<const PersonId> parties) {
  std::vector<const Child*> children;
  for (const auto& child : family.children) {
    if (!names(parties, child.person.id)) children.push_back(&child);
  }
  std::sort(children.begin(), children.end(),
            [](const Child* a, const Child* b) { return a->person.id < b->person.id; });
  return children;
}

}  // namespace

ChildrenFacts children_facts(const Family& family, const Person& victim, const Person& suspect,
                             std::span<const PersonId> parties, Date day) {
  ChildrenFacts facts{.known = family.children_known, .linked = 0, .of_school_age = 0};
  for (const auto* party : {&victim, &suspect}) {
    if (is_of_school_age(age_on(*party, day))) ++facts.of_school_age;
  }
  const auto children = by_id(family, parties);
  for (auto next = children.begin(); next != children.end();) {
    const auto& id = (*next)->person.id;
    ChildOnDay child;
    for (; next != children.end() && (*next)->person.id == id; ++next) {
      note(child, **next, victim.id, suspect.id, day);
    }
    if (!is_linked_child(child)) continue;
    ++facts.linked;
    facts.known = facts.known && child.age_years;
    if (is_of_school_age(child.age_years)) ++facts.of_school_age;
    if (child.age_years && (!facts.youngest_age_years || *child.age_years < *facts.youngest_age_years)) {
      facts.youngest_age_years = child.age_years;
    }
  }
  return facts;
}

}  // namespace earlyhelp
