#include <earlyhelp/policy/rule_program.hpp>

#include "policy/covered_duties.hpp"
#include "policy/step_builder.hpp"

#include <range/v3/algorithm/stable_sort.hpp>

#include <algorithm>
#include <utility>

namespace earlyhelp {
namespace {

class Compiler {
 public:
  explicit Compiler(EnumSet<Signal> given = {}, EnumSet<Signal> holding = {}) noexcept {
    for (const auto signal : values_of<Signal>) {
      const auto settled = holding.contains(signal) ? always : never;
      plane_at(signal) = given.contains(signal) ? settled : plane_of(signal);
    }
  }

  RuleProgram compile(const Terms& terms, std::span<const Rule> rules, bool keeps_signals) {
    plane_at(Signal::graded) = where({}, terms.graded);
    plane_at(Signal::act) = where({}, terms.act);
    plane_at(Signal::abuse) = where({}, terms.abuse);
    plane_at(Signal::child) = where({}, terms.child);
    for (const auto& rule : rules) add(rule);
    settle_grade();
    settle_route();
    ask();
    auto read = fired_;
    read.insert(read.end(), asked_.begin(), asked_.end());
    if (keeps_signals) read.insert(read.end(), plane_of_.begin(), plane_of_.end());
    builder_.keep_only(read);
    return {.steps = builder_.steps(), .fired = fired_, .asked = asked_, .signals = plane_of_, .reruns = {}};
  }

  /// After compile(). Those on which little depends come first, so that neighbours share much of what runs again.
  std::vector<RuleRerun> reruns() const {
    std::vector<RuleRerun> reruns;
    for (const auto unknown : values_of<Unknown>) {
      const auto turning = signals_of(unknown);
      if (turning.empty()) continue;
      RuleRerun rerun{.unknown = unknown, .steps = builder_.steps_on(turning), .asked = {}};
      for (std::uint8_t i = 0; i < asked_count; ++i) {
        if (builder_.depends_on(asked_[i], turning)) rerun.asked.push_back(i);
      }
      reruns.push_back(std::move(rerun));
    }
    ranges::stable_sort(reruns, {}, [](const RuleRerun& rerun) { return rerun.steps.size(); });
    EnumSet<Signal> before;
    for (auto& rerun : reruns) {
      rerun.steps = builder_.steps_on(signals_of(rerun.unknown) | before);
      before = signals_of(rerun.unknown);
    }
    return reruns;
  }

 private:
  Plane& plane_at(Signal signal, std::size_t further = 0) noexcept {
    return plane_of_[static_cast<std::size_t>(signal) + further];
  }
  Plane& asked_at(Duty duty) noexcept { return asked_[grade_levels + route_levels + static_cast<std::size_t>(duty)]; }

  /// Where all of `planes` hold, and `condition`.
  Plane where(const Planes& planes, const Condition& condition) {
    std::vector<Planes> any_ofs;
    condition.for_each_clause([&](std::span<const Literal> clause) {
      auto& any_of = any_ofs.emplace_back();
      for (const auto& literal : clause) any_of.push_back(plane_of_literal(literal));
    });
    return builder_.all_of(planes, std::move(any_ofs));
  }

  /// Who reads the grade or the route stands behind all who may raise it, so that with the first reader it is settled.
  Plane plane_of_literal(const Literal& literal) {
    if (is_grade_so_far(literal.signal)) settle_grade();
    if (is_route_so_far(literal.signal)) settle_route();
    return literal.is_negated ? opposite_of(plane_at(literal.signal)) : plane_at(literal.signal);
  }

  void add(const Rule& rule) {
    const auto fires = where({rule.scope == Scope::every_incident ? always : plane_at(Signal::domestic)}, rule.when);
    fired_.push_back(fires);
    if (rule.grade_at_least) grades_[static_cast<std::size_t>(*rule.grade_at_least)].push_back(fires);
    routes_[static_cast<std::size_t>(rule.route_at_least)].push_back(fires);
    for (const auto& clause : rule.duties) {
      if (clause.duties.empty()) break;
      const auto opens = where({fires}, clause.only_when);
      for (const auto duty : clause.duties) duties_[static_cast<std::size_t>(duty)].push_back(opens);
    }
  }

  void settle_grade() {
    if (std::exchange(is_grade_settled_, true)) return;
    const auto rules = [this](GradeAsked asked) { return grades_[static_cast<std::size_t>(asked)]; };
    const auto officers = builder_.any_of(rules(GradeAsked::officers));
    const auto judged = builder_.any_of(rules(GradeAsked::judged));
    Plane above = never;
    for (auto level = grade_levels; level-- > 0;) {
      auto raised_by = rules(static_cast<GradeAsked>(level));
      raised_by.push_back(above);
      raised_by.push_back(builder_.all_of({officers, plane_at(Signal::officer_graded, level)}));
      raised_by.push_back(builder_.all_of({judged, plane_at(Signal::judged, level)}));
      above = plane_at(Signal::grade_standard_or_above, level) = builder_.any_of(raised_by);
    }
  }

  void settle_route() {
    if (std::exchange(is_route_settled_, true)) return;
    Plane above = never;
    for (auto level = route_levels; level-- > 0;) {
      auto raised_by = routes_[level + 1];
      raised_by.push_back(above);
      above = plane_at(Signal::route_early_intervention_or_above, level) = builder_.any_of(raised_by);
    }
  }

  void ask() {
    std::copy_n(&plane_at(Signal::grade_standard_or_above), grade_levels + route_levels, asked_.begin());
    for (const auto duty : values_of<Duty>) {
      asked_at(duty) = builder_.any_of(duties_[static_cast<std::size_t>(duty)]);
    }
    const auto drop_where = [this](Duty duty, Plane covered) {
      asked_at(duty) = builder_.all_of({asked_at(duty), opposite_of(covered)});
    };
    for (const auto& cover : covers) drop_where(cover.covered, asked_at(cover.by));
    for (const auto duty : covered_by_panel) drop_where(duty, plane_at(Signal::route_high_risk_panel));
  }

  StepBuilder builder_;
  std::array<Plane, count_of<Signal>> plane_of_ = {};  // where each signal is answered
  // Who asks for what: a grade, a route, a duty.
  std::array<Planes, count_of<GradeAsked>> grades_;
  std::array<Planes, count_of<Route>> routes_;
  std::array<Planes, count_of<Duty>> duties_;
  bool is_grade_settled_ = false;
  bool is_route_settled_ = false;
  Planes fired_;
  std::array<Plane, asked_count> asked_ = {};
};

}  // namespace

RuleProgram compile(const Terms& terms, std::span<const Rule> rules) {
  Compiler compiler;
  auto program = compiler.compile(terms, rules, true);
  program.reruns = compiler.reruns();
  return program;
}

RuleProgram compile_for(Definition definition, const Terms& terms, std::span<const Rule> rules) {
  return Compiler{defined_signals, signals_of(definition)}.compile(terms, rules, false);
}

}  // namespace earlyhelp
