#include <earlyhelp/policy/mutant.hpp>

#include <boost/optional/optional.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace earlyhelp {
namespace {

using Literals = std::vector<Literal>;

/// One of the conditions of a book, and how to find it in a copy.
struct Place {
  std::string name;
  std::function<Condition&(PolicyBook&)> condition;
};

std::vector<Place> places_of(const PolicyBook& book) {
  std::vector<Place> places = {
      {"terms: graded", [](PolicyBook& it) -> Condition& { return it.terms.graded; }},
      {"terms: act", [](PolicyBook& it) -> Condition& { return it.terms.act; }},
      {"terms: abuse", [](PolicyBook& it) -> Condition& { return it.terms.abuse; }},
      {"terms: child", [](PolicyBook& it) -> Condition& { return it.terms.child; }},
  };
  for (std::size_t i = 0; i < book.rules.size(); ++i) {
    const std::string id{book.rules[i].id.view()};
    places.push_back({id + ": when", [i](PolicyBook& it) -> Condition& { return it.rules[i].when; }});
    for (std::size_t clause = 0; clause < max_duty_clauses; ++clause) {
      places.push_back({id + ": only_when",
                        [i, clause](PolicyBook& it) -> Condition& { return it.rules[i].duties[clause].only_when; }});
    }
  }
  return places;
}

Condition condition_of(const Literals& literals) {
  Condition condition;
  for (const auto& literal : literals) condition.append(literal);
  return condition;
}

std::string text_of(const Literal& literal) {
  return (literal.is_negated ? "not " : "") + std::string{to_string(literal.signal)};
}

class Mutants {
 public:
  Mutants(const PolicyBook& book, Date day) : book_{book}, day_{day} {}

  std::vector<Mutant> all() {
    for (const auto& place : places_of(book_)) mutate_condition(place);
    for (std::size_t i = 0; i < book_.rules.size(); ++i) mutate_rule(i);
    for (std::size_t i = 0; i < book_.parameters.size(); ++i) mutate_number(i);
    return std::move(mutants_);
  }

 private:
  template <class Change>
  void add(Mutation mutation, std::string place, std::string what, Change change) {
    auto mutant = book_;
    change(mutant);
    if (!check(mutant).empty()) return;
    mutants_.push_back(
        {.mutation = mutation, .place = std::move(place), .what = std::move(what), .book = std::move(mutant)});
  }

  void mutate_condition(const Place& place) {
    auto copy = book_;
    const auto before = place.condition(copy);
    const Literals literals{before.literals().begin(), before.literals().end()};
    const auto add_changed = [&](Mutation mutation, std::string what, const Literals& changed) {
      add(mutation, place.name, std::move(what), [&](PolicyBook& it) { place.condition(it) = condition_of(changed); });
    };
    for (std::size_t i = 0; i < literals.size(); ++i) {
      const auto text = text_of(literals[i]);
      auto negated = literals;
      negated[i].is_negated = !negated[i].is_negated;
      add_changed(Mutation::signal_negated, text_of(negated[i]) + " instead of " + text, negated);
      add_changed(Mutation::signal_dropped, "without " + text, without(literals, i));
      if (i + 1 == literals.size()) continue;
      auto swapped = literals;
      swapped[i].ends_clause = !swapped[i].ends_clause;
      const std::string words = swapped[i].ends_clause ? " and " : " or ";
      add_changed(Mutation::and_or_swapped, text + words + text_of(literals[i + 1]), swapped);
    }
  }

  static Literals without(Literals literals, std::size_t dropped) {
    const bool shares_clause = dropped > 0 && !literals[dropped - 1].ends_clause;
    if (shares_clause && literals[dropped].ends_clause) literals[dropped - 1].ends_clause = true;
    literals.erase(literals.begin() + static_cast<std::ptrdiff_t>(dropped));
    return literals;
  }

  void mutate_rule(std::size_t i) {
    const auto& rule = book_.rules[i];
    const std::string id{rule.id.view()};
    add(Mutation::rule_dropped, id, "without the rule",
        [&](PolicyBook& it) { it.rules.erase(it.rules.begin() + static_cast<std::ptrdiff_t>(i)); });
    if (rule.grade_at_least) mutate_grade(i, *rule.grade_at_least);
    if (rule.route_at_least != Route::record_only) mutate_route(i, rule.route_at_least);
    for (std::size_t clause = 0; clause < max_duty_clauses; ++clause) {
      for (const auto duty : rule.duties[clause].duties) {
        add(Mutation::duty_dropped, id, "without " + std::string{to_string(duty)},
            [&](PolicyBook& it) { drop_duty(it.rules[i], clause, duty); });
      }
      for (const auto duty : rule.duties[clause].duties) mutate_duty(i, clause, duty);
    }
  }

  void mutate_grade(std::size_t i, GradeAsked asked) {
    const auto change_to = [&](GradeAsked other) {
      add(Mutation::grade_changed, std::string{book_.rules[i].id.view()},
          std::string{to_string(other)} + " instead of " + std::string{to_string(asked)},
          [&](PolicyBook& it) { it.rules[i].grade_at_least = other; });
    };
    if (asked == GradeAsked::officers) return change_to(GradeAsked::judged);
    if (asked == GradeAsked::judged) return change_to(GradeAsked::officers);
    if (asked != GradeAsked::standard) change_to(static_cast<GradeAsked>(static_cast<int>(asked) - 1));
    if (asked != GradeAsked::high) change_to(static_cast<GradeAsked>(static_cast<int>(asked) + 1));
  }

  void mutate_route(std::size_t i, Route asked) {
    const auto change_to = [&](int step) {
      const auto other = static_cast<Route>(static_cast<int>(asked) + step);
      add(Mutation::route_changed, std::string{book_.rules[i].id.view()},
          std::string{to_string(other)} + " instead of " + std::string{to_string(asked)},
          [&](PolicyBook& it) { it.rules[i].route_at_least = other; });
    };
    change_to(-1);
    if (asked != Route::high_risk_panel) change_to(1);
  }

  /// Not to one that the clause opens already: that is a duty dropped.
  void mutate_duty(std::size_t i, std::size_t clause, Duty asked) {
    constexpr auto last = static_cast<Duty>(count_of<Duty> - 1);
    const auto other = static_cast<Duty>(static_cast<int>(asked) + (asked == last ? -1 : 1));
    if (book_.rules[i].duties[clause].duties.contains(other)) return;
    add(Mutation::duty_changed, std::string{book_.rules[i].id.view()},
        std::string{to_string(other)} + " instead of " + std::string{to_string(asked)}, [&](PolicyBook& it) {
          it.rules[i].duties[clause].duties.erase(asked);
          it.rules[i].duties[clause].duties.insert(other);
        });
  }

  /// Clauses that open nothing stand behind those that do.
  static void drop_duty(Rule& rule, std::size_t clause, Duty duty) {
    rule.duties[clause].duties.erase(duty);
    std::stable_partition(rule.duties.begin(), rule.duties.end(),
                          [](const DutyClause& each) { return !each.duties.empty(); });
    for (auto& each : rule.duties) {
      if (each.duties.empty()) each = {};
    }
  }

  void mutate_number(std::size_t i) {
    if (!is_in_force(i)) return;
    const auto& row = book_.parameters[i];
    const auto unit = unit_of(row.parameter);
    if (unit == Unit::clock || unit == Unit::calendar_months) return;
    for (const int step : {1, -1}) {
      const auto changed = moved(row.value, step);
      if (!changed) continue;
      add(step > 0 ? Mutation::number_raised : Mutation::number_lowered, std::string{to_string(row.parameter)},
          value_text(*changed) + " instead of " + value_text(row.value),
          [&](PolicyBook& it) { it.parameters[i].value = *changed; });
    }
  }

  /// Whether no later row of the same parameter is in force.
  bool is_in_force(std::size_t i) const {
    const auto& row = book_.parameters[i];
    return row.in_force_from <= day_ &&
           std::none_of(book_.parameters.begin(), book_.parameters.end(), [&](const ParameterRow& other) {
             return other.parameter == row.parameter && other.in_force_from > row.in_force_from &&
                    other.in_force_from <= day_;
           });
  }

  /// None: beyond the first or the last day or number that there is.
  static boost::optional<ParameterValue> moved(const ParameterValue& value, int step) {
    if (const auto* day = std::get_if<Date>(&value)) {
      const Date end{step > 0 ? boost::date_time::max_date_time : boost::date_time::min_date_time};
      if (*day == end) return {};
      return ParameterValue{*day + Days{step}};
    }
    const auto number = std::int64_t{std::get<int>(value)} + step;
    if (!std::in_range<int>(number)) return {};
    return ParameterValue{static_cast<int>(number)};
  }
  static std::string value_text(const ParameterValue& value) {
    if (const auto* day = std::get_if<Date>(&value)) return to_string(*day);
    return std::to_string(std::get<int>(value));
  }

  const PolicyBook& book_;
  Date day_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const PolicyBook& book, Date day) { return Mutants{book, day}.all(); }

}  // namespace earlyhelp
