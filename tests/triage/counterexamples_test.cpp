#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/realisable.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/make_calendar.hpp"
#include "support/plain_cases.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_tables.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// How a decision on the incidents of `failure` shows what is wrong, in the words of the property.
class Shown {
 public:
  Shown(const Policy& policy, const Failure& failure)
      : policy_{policy},
        failure_{failure},
        facts_{failure.facts.value()},
        decision_{triage(facts_, policy)},
        other_{triage(failure.other.value_or(facts_), policy)} {}

  bool is_shown(Property property) const {
    switch (property) {
      case Property::no_gap:
        return failure_.subject == "reasons"
                   ? decision_.known.reasons.empty()
                   : decision_.known.route == Route::record_only && facts_.definition != Definition::not_domestic;
      case Property::no_contradiction:
      case Property::rules_matter:
        return fires_what_it_names();
      case Property::rules_can_fire:
        return false;
      case Property::graver_never_lowers:
        return is_lower(other_.known, decision_.known) || is_lower(other_.if_unknowns_yes, decision_.if_unknowns_yes);
      case Property::graver_never_delays:
        return !failure_.starts || is_later();
      case Property::people_never_lowered:
        return std::min(decision_.known.grade, decision_.if_unknowns_yes.grade) <
               (failure_.subject == "judgement" ? facts_.judgement : facts_.officer_grade);
      case Property::unknowns_are_bounded:
        return failure_.subject == "truth" ? is_lower(decision_.if_unknowns_yes, other_.known)
                                           : is_lower(decision_.if_unknowns_yes, decision_.known);
      case Property::invariants_hold:
        break;
    }
    return std::any_of(invariants_.begin(), invariants_.end(), [&](const Invariant& invariant) {
      return invariant.id == failure_.subject && !invariant.holds(facts_, decision_);
    });
  }

 private:
  bool fires_what_it_names() const {
    const auto fired = ids_of(decision_.known.reasons, policy_);
    const auto fires = [&](const std::string& id) { return std::find(fired.begin(), fired.end(), id) != fired.end(); };
    const auto both = failure_.subject.find(" and ");
    if (both == std::string::npos) return fires(failure_.subject);
    return fires(failure_.subject.substr(0, both)) && fires(failure_.subject.substr(both + 5));
  }

  /// Of some duty, at the moments that are shown.
  bool is_later() const {
    const auto before = due_times(decision_, *failure_.starts, policy_, make_calendar());
    const auto after = due_times(other_, *failure_.starts, policy_, make_calendar());
    return std::any_of(before.duties.begin(), before.duties.end(), [&](Duty duty) {
      return !after.duties.contains(duty) || after[duty].value() > before[duty].value();
    });
  }

  const Policy& policy_;
  const Failure& failure_;
  Facts facts_;
  Decision decision_;
  Decision other_;
  std::vector<Invariant> invariants_ = shipped_invariants();
};

/// Holds every failure of `book` against a decision on its incidents; counts them by property.
void check_all(const PolicyBook& book, std::map<Property, int>& seen) {
  const auto policy = policy_of(book);
  for (const auto& report : verify(policy).properties) {
    for (const auto& failure : report.failures) {
      CAPTURE(to_string(report.property), failure.subject, failure.sentence);
      ++seen[report.property];
      CHECK(failure.cases > 0);
      CHECK(failure.cases <= report.cases);
      REQUIRE(failure.facts.has_value() == (report.property != Property::rules_can_fire));
      if (!failure.facts) continue;
      CHECK(is_realisable(*failure.facts));
      CHECK(is_realisable(failure.other.value_or(*failure.facts)));
      const bool is_told_of = failure.sentence.find("more than it names") != std::string::npos;
      if (!is_told_of) CHECK(Shown{policy, failure}.is_shown(report.property));
    }
  }
}

}  // namespace

TEST_CASE("whatever verification shows is an incident that is decided so", "[triage][verify]") {
  std::map<Property, int> seen;
  RandomTables tables{6};
  for (int i = 0; i < 12; ++i) {
    CAPTURE(i);
    check_all(tables.next(all_but_results(), 6), seen);
  }
  auto book = default_policy_book();
  auto again = rule_of(book, "weapon");
  again.id = "weapon-again";
  again.route_at_least = Route::high_risk_panel;
  auto never = rule_of(book, "weapon");
  never.id = "never";
  never.when = Signal::officer_high && !Signal::officer_graded;
  auto idle = rule_of(book, "weapon");
  idle.id = "idle";
  idle.when = Signal::weapon && Signal::injury;
  book.rules.insert(book.rules.begin(), {again, never, idle});
  check_all(book, seen);

  for (const auto property : values_of<Property>) {
    CAPTURE(property);
    CHECK(seen[property] > 0);
  }
}

TEST_CASE("clocks that cannot be ordered are counted in as many pairs as have them", "[triage][verify]") {
  // Who is at high risk is offered an advocate, everybody else is contacted; by clocks of which either may be first.
  auto book = default_policy_book();
  auto contact = rule_of(book, "domestic-incident");
  contact.duties = {DutyClause{.duties = {Duty::contact_family}, .only_when = !Signal::officer_high}};
  auto offer = rule_of(book, "domestic-incident");
  offer.id = "offer";
  offer.when = Signal::officer_high && !Signal::injury;
  offer.duties = {DutyClause{.duties = {Duty::idva_offer}}};
  book.rules = {contact, offer};
  set(book, Parameter::contact_within, DutyClock{.clock = {.kind = ClockKind::working_days, .amount = 1}});
  set(book, Parameter::idva_offer_within, DutyClock{.clock = {.kind = ClockKind::working_hours, .amount = 8}});

  const auto report = verify(policy_of(book), {.invariants = {}}).of(Property::graver_never_delays);

  // Among standard, medium and high two grades are below high; any judgement of 4; two answers of 3 that are no injury;
  // each of the four definitions that are domestic.
  REQUIRE(report.undecided.size() == 1);
  CHECK(report.undecided.front().cases == 2 * 4 * 2 * 4);
  CHECK(differing(*report.undecided.front().facts, *report.undecided.front().other) == EnumSet{Fact::officer_grade});
}
