#include "triage/truth.hpp"

#include "triage/fact_level.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

using enum Fact;

constexpr EnumSet history_facts{events_in_window, marac_referral_in_window, suspect_other_victims};
constexpr EnumSet checklist_facts{instrument, yes_count, unanswered_count};
constexpr EnumSet children_facts{children_known, children_linked, youngest_child_age, school_age_children};
constexpr EnumSet even_if_not_domestic{order_breached, child_harmed_or_threatened};

bool is_same(EnumSet<Fact> facts, const Facts& a, const Facts& b) { return (differing(a, b) & facts).empty(); }

bool is_domestic(const Facts& facts) { return facts.definition != Definition::not_domestic; }

bool may_finish(const ChecklistFacts& known, const ChecklistFacts& truth) {
  if (truth.unanswered_count > 0) return false;
  if (!known.instrument) return true;
  const std::int64_t most = std::int64_t{known.yes_count} + known.unanswered_count;
  return truth.instrument == known.instrument && known.yes_count <= truth.yes_count && truth.yes_count <= most;
}

bool is_unknown_finding(Fact fact, const Facts& facts) {
  constexpr auto first = static_cast<int>(Fact::injury);
  const auto finding = static_cast<int>(fact) - first;
  return finding >= 0 && finding < static_cast<int>(count_of<Finding>) &&
         facts.findings[static_cast<Finding>(finding)] == Answer::unknown;
}

/// Whether `fact`, with those it goes together with, may turn out to be as in `truth`.
bool may_become(Fact fact, const Facts& known, const Facts& truth) {
  const bool is_same_fact = is_same({fact}, known, truth);
  if (history_facts.contains(fact)) return !known.history.known || is_same_fact;
  if (fact == history_known) return truth.history.known;
  if (even_if_not_domestic.contains(fact) && is_unknown_finding(fact, known)) return !is_unknown_finding(fact, truth);
  if (!is_domestic(known)) return is_same_fact;
  if (is_unknown_finding(fact, known)) return !is_unknown_finding(fact, truth);
  if (fact == definition) return known.definition == Definition::undetermined || is_same_fact;
  if (fact == officer_grade) return !(known.officer_grade || known.judgement) || is_same_fact;
  if (checklist_facts.contains(fact)) return may_finish(known.checklist, truth.checklist);
  if (fact == children_known) return truth.children.known;
  if (children_facts.contains(fact)) return !known.children.known || is_same_fact;
  return is_same_fact;
}

bool may_become(EnumSet<Fact> facts, const Facts& known, const Facts& truth) {
  return std::all_of(facts.begin(), facts.end(), [&](Fact fact) { return may_become(fact, known, truth); });
}

/// A member of `value` whose `facts` those of `known` may become. Null: there is none.
const Facts* member_of(const AspectValue& value, EnumSet<Fact> facts, const Facts& known) {
  const auto found = std::find_if(value.members.begin(), value.members.end(), [&](const Facts& member) {
    return may_become(facts, known, with(known, facts, member));
  });
  return found == value.members.end() ? nullptr : &*found;
}

class Truths {
 public:
  explicit Truths(Cells& cells) : cells_{cells} {}

  /// The incidents in `cells` of one definition or another, when the unknowns of domestic ones count, or only the three
  /// that always do.
  CellSet before(CellSet truths, bool is_domestic) {
    auto example = cells_.quiet();
    if (!is_domestic) example.definition = Definition::not_domestic;
    for (std::size_t i = 0; i < cells_.aspects().size(); ++i) {
      const auto& facts = cells_.aspects()[i].facts;
      const bool is_apart =
          facts.contains(definition) || facts.contains(officer_grade) || facts.contains(history_known);
      if (!is_apart && (facts & history_facts).empty()) truths = before_aspect(truths, i, example);
    }
    truths = before_history(truths);
    return is_domestic ? before_definition(before_grade(truths)) : truths;
  }

 private:
  CellSet somewhere(CellSet set, Fact fact) {
    const auto aspect = cells_.aspect_of(fact);
    auto any = cells_.sets().none();
    for (std::size_t i = 0; i < cells_.aspects()[aspect].values.size(); ++i) any |= set.given(aspect, i);
    return any;
  }

  /// Whoever has a value of the aspect that may turn out to be one that is in `truths`.
  CellSet before_aspect(CellSet truths, std::size_t aspect, const Facts& example) {
    const auto& [name, facts, values] = cells_.aspects()[aspect];
    auto before = cells_.sets().none();
    for (std::size_t from = 0; from < values.size(); ++from) {
      auto any = cells_.sets().none();
      for (std::size_t to = 0; to < values.size(); ++to) {
        if (may_become(values[from], values[to], facts, example)) any |= truths.given(aspect, to);
      }
      before |= cells_.where(aspect, from) & any;
    }
    return before;
  }

  static bool may_become(const AspectValue& from, const AspectValue& to, EnumSet<Fact> facts, const Facts& example) {
    return std::any_of(from.members.begin(), from.members.end(), [&](const Facts& known) {
      return member_of(to, facts, with(example, facts, known)) != nullptr;
    });
  }

  CellSet before_history(CellSet truths) {
    const auto aspect = cells_.aspect_of(history_known);
    const auto known = cells_.where({history_known}, [](const Facts& facts) { return facts.history.known; });
    if ((~known).empty()) return truths;
    auto any = truths.given(aspect, 0);
    for (const auto fact : history_facts) any = somewhere(any, fact);
    return (known & truths) | (any - known);
  }

  CellSet before_grade(CellSet truths) {
    const auto is_missing = cells_.where({officer_grade, judgement},
                                         [](const Facts& facts) { return !facts.officer_grade && !facts.judgement; });
    return (truths - is_missing) | (somewhere(truths, officer_grade) & is_missing);
  }

  CellSet before_definition(CellSet truths) {
    const auto is_missing =
        cells_.where({definition}, [](const Facts& facts) { return facts.definition == Definition::undetermined; });
    return (truths - is_missing) | (somewhere(truths, definition) & is_missing);
  }

  Cells& cells_;
};

}  // namespace

bool may_turn_out(const Facts& known, const Facts& truth) noexcept {
  return may_become(EnumSet<Fact>::of_bits((std::uint64_t{1} << count_of<Fact>)-1), known, truth);
}

CellSet may_turn_out_in(CellSet truths, Cells& cells) {
  Truths all{cells};
  const auto domestic = cells.where({definition}, is_domestic);
  return (all.before(truths, true) & domestic) | (all.before(truths, false) - domestic);
}

Facts smallest_truth(const Facts& known, CellSet truths, Cells& cells) {
  const auto& aspects = cells.aspects();
  for (std::size_t i = 0; i < aspects.size(); ++i) {
    auto possible = cells.sets().none();
    for (std::size_t value = 0; value < aspects[i].values.size(); ++value) {
      if (member_of(aspects[i].values[value], aspects[i].facts, known) != nullptr) possible |= cells.where(i, value);
    }
    truths &= possible;
  }
  auto truth = cells.smallest(truths);
  for (const auto& [name, facts, values] : aspects) {
    for (const auto& value : values) {
      if (is_same(facts, value.members.front(), truth)) truth = with(truth, facts, *member_of(value, facts, known));
    }
  }
  return truth;
}

}  // namespace earlyhelp
