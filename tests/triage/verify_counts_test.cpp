#include <earlyhelp/triage/fact.hpp>
#include <earlyhelp/triage/triage.hpp>
#include <earlyhelp/triage/verify.hpp>

#include "support/plain_verify.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Signal;

namespace earlyhelp::test {

std::ostream& operator<<(std::ostream& out, const PlainFailure& failure) {
  return out << failure.cases << " from " << failure.departures << " departures";
}
std::ostream& operator<<(std::ostream& out, const PlainRule& rule) {
  return out << rule.fires_in << " only " << rule.only_reason_in << " matters " << rule.matters_in << " from "
             << rule.departures;
}

}  // namespace earlyhelp::test

namespace {

Facts quiet() { return quiet_facts(Date{2025, 11, 7}); }

template <class Enum>
Change set_grade(boost::optional<RiskGrade> Facts::*who, Enum grade) {
  return [who, grade](Facts& facts) { facts.*who = grade; };
}

PlainAxis definitions() {
  std::vector<Change> values;
  for (const auto definition : values_of<Definition>) {
    values.emplace_back([definition](Facts& facts) { facts.definition = definition; });
  }
  return axis_of(values, quiet());
}

PlainAxis grades(boost::optional<RiskGrade> Facts::*who) {
  std::vector<Change> values{[who](Facts& facts) { facts.*who = boost::none; }};
  for (const auto grade : values_of<RiskGrade>) values.emplace_back(set_grade(who, grade));
  return axis_of(values, quiet());
}

PlainAxis answers(Finding finding) {
  std::vector<Change> values;
  for (const auto answer : values_of<Answer>) {
    values.emplace_back([finding, answer](Facts& facts) { facts.findings.set(finding, answer); });
  }
  return axis_of(values, quiet());
}

Change checklist(boost::optional<Instrument> instrument, int yes, int unanswered) {
  return [=](Facts& facts) {
    facts.checklist = {.instrument = instrument, .yes_count = yes, .unanswered_count = unanswered};
  };
}

/// Below the threshold of 14, below it if all were yes, on it, and of no threshold and not finished.
PlainAxis checklists() {
  const auto dash = Instrument::dash_2009;
  const auto dara = Instrument::dara;
  return {.values = {checklist(dash, 0, 0), checklist(dash, 0, 14), checklist(dash, 14, 0), checklist({}, 0, 0)},
          .rises = {{0, 1, checklist(dash, 0, 0), checklist(dash, 0, 14)},
                    {0, 2, checklist(dash, 0, 0), checklist(dash, 14, 0)},
                    {1, 2, checklist(dash, 0, 14), checklist(dash, 14, 14)},
                    {0, 3, checklist(dara, 0, 0), checklist(dara, 0, 1)}}};
}

PlainAxis events() {
  std::vector<Change> values;
  for (const int events : {1, 3}) {
    values.emplace_back([events](Facts& facts) { facts.history.events_in_window = events; });
  }
  return axis_of(values, quiet());
}

PlainAxis known_history() {
  return axis_of({[](Facts& facts) { facts.history.known = true; }, [](Facts& facts) { facts.history.known = false; }},
                 quiet());
}

Change children(bool known, int linked, boost::optional<int> youngest, int of_school_age) {
  return [=](Facts& facts) {
    facts.children = {.known = known, .linked = linked, .youngest_age_years = youngest, .of_school_age = of_school_age};
  };
}

/// Where rules look at linked children and pupils: none, pupils who are parties, children at home, children at school;
/// known or not, until both are yes.
PlainAxis families() {
  return {
      .values = {children(true, 0, {}, 0), children(true, 0, {}, 1), children(true, 1, 0, 0), children(true, 1, 9, 1),
                 children(false, 0, {}, 0), children(false, 0, {}, 1), children(false, 1, {}, 0)},
      .rises = {{0, 1, children(true, 0, {}, 0), children(true, 0, {}, 1)},
                {0, 2, children(true, 0, {}, 0), children(true, 1, 3, 0)},
                {0, 3, children(true, 0, {}, 0), children(true, 1, 9, 1)},
                {1, 3, children(true, 0, {}, 1), children(true, 1, 17, 1)},
                {2, 3, children(true, 2, 0, 0), children(true, 2, 0, 1)},
                {4, 5, children(false, 0, {}, 0), children(false, 0, {}, 1)},
                {4, 6, children(false, 0, {}, 0), children(false, 1, {}, 0)},
                {4, 3, children(false, 0, {}, 0), children(false, 1, 9, 1)},
                {5, 3, children(false, 0, {}, 1), children(false, 1, 9, 1)},
                {6, 3, children(false, 1, {}, 0), children(false, 1, 9, 1)}}};
}

PolicyBook book_with(std::vector<Rule> rules) {
  auto book = default_policy_book();
  book.rules = std::move(rules);
  return book;
}

Rule rule(RuleId id, Condition when, Route route, Duties duties = {}) {
  return {.id = id,
          .title = "A test",
          .when = when,
          .route_at_least = route,
          .duties = {DutyClause{.duties = duties}},
          .source = {"test", ""}};
}

std::vector<Invariant> two_invariants() {
  return {{.id = "nobody-told",
           .title = "Nobody is told",
           .facts = {Fact::honour_or_forced_marriage, Fact::history_known},
           .parts = {DecisionPart::duties},
           .holds =
               [](const Facts& facts, const Decision& decision) {
                 return facts.findings[Finding::honour_or_forced_marriage] != Answer::yes || facts.history.known ||
                        !decision.known.duties.contains(Duty::mash_consideration);
               }},
          {.id = "final",
           .title = "High risk is final",
           .facts = {},
           .parts = {DecisionPart::grade, DecisionPart::provisional, DecisionPart::suitability},
           .holds = [](const Facts&, const Decision& decision) {
             return decision.known.grade != RiskGrade::high || !decision.provisional ||
                    decision.suitability == Suitability::not_yet;
           }}};
}

void check_same(const PlainVerification& fast, const PlainVerification& slow) {
  CHECK(fast.combinations == slow.combinations);
  CHECK(fast.cases == slow.cases);
  CHECK((fast.looked_at == slow.looked_at));
  for (const auto& all : {fast.failures, slow.failures}) {
    for (const auto& [what, _] : all) {
      CAPTURE(what.first, what.second);
      CHECK((fast.failures.contains(what) ? fast.failures.at(what) : PlainFailure{}) ==
            (slow.failures.contains(what) ? slow.failures.at(what) : PlainFailure{}));
    }
  }
  CHECK((fast.undecided == slow.undecided));
  CHECK(fast.rules == slow.rules);
}

}  // namespace

TEST_CASE("every number of a small policy is that of a loop over all its facts", "[triage][verify]") {
  auto graded = rule("officer", officer_graded, Route::early_intervention);
  graded.grade_at_least = GradeAsked::officers;
  auto panel = rule("panel", checklist_at_threshold && !injury, Route::high_risk_panel, {Duty::idva_offer});
  panel.grade_at_least = GradeAsked::high;
  const auto book = book_with(
      {graded, panel, rule("injury", injury || honour_possible, Route::multi_agency_review, {Duty::mash_consideration}),
       rule("escalation", events_at_escalation && !party_under_16, Route::multi_agency_review, {Duty::mash_referral}),
       rule("unfinished", checklist_may_reach_threshold, Route::high_risk_panel),
       rule("contact", !honour_possible, Route::record_only, {Duty::contact_family})});

  const auto invariants = two_invariants();
  const auto fast = verify(policy_of(book), {.invariants = invariants});
  const auto slow =
      plain_verify(book,
                   {definitions(), grades(&Facts::officer_grade), grades(&Facts::judgement), checklists(),
                    answers(Finding::injury), answers(Finding::honour_or_forced_marriage), known_history(), events()},
                   quiet(), invariants);

  check_same(plain(fast, quiet()), slow);
}

TEST_CASE("children and pupils are cut together with the parties who may be pupils", "[triage][verify]") {
  const auto book = book_with({rule("home", child_linked && !school_age_child, Route::multi_agency_review),
                               rule("school", school_age_child, Route::victim_services, {Duty::notify_school}),
                               rule("record", !domestic, Route::record_only)});

  const auto fast = verify(policy_of(book), {.invariants = {}});
  const auto slow = plain_verify(book,
                                 {definitions(), grades(&Facts::officer_grade), grades(&Facts::judgement), families(),
                                  answers(Finding::party_under_18)},
                                 quiet());

  check_same(plain(fast, quiet()), slow);
  CHECK(fast.cases < fast.combinations);
}

/// What verify() says of the truths under `book`, held against the loop; the example of it is one.
void check_truths(const PolicyBook& book, const std::vector<PlainAxis>& axes) {
  const auto failures = verify(policy_of(book), {.invariants = {}}).of(Property::unknowns_are_bounded).failures;
  const auto fast =
      std::find_if(failures.begin(), failures.end(), [](const Failure& f) { return f.subject == "truth"; });
  REQUIRE(fast != failures.end());

  CHECK(PlainFailure{fast->cases, differing(*fast->facts, quiet()).size()} == plain_truths(book, axes, quiet()));
  const auto bound = triage(*fast->facts, policy_of(book)).if_unknowns_yes;
  const auto truth = triage(*fast->other, policy_of(book)).known;
  CHECK((truth.route > bound.route || truth.grade > bound.grade));
}

TEST_CASE("the truth is looked for in every case that an incident may turn out to be", "[triage][verify]") {
  // Each of these is lost when the unknown that it turns on is read as a yes.
  const auto unhurt = rule("unhurt", !injury, Route::victim_services);
  const auto conflict =
      rule("conflict", family_conflict && officer_medium_or_above && !officer_high, Route::high_risk_panel);
  auto family = families();
  family.others = {{3, children(false, 1, 9, 1)}};

  check_truths(
      book_with({rule("children", child_linked && !school_age_child, Route::multi_agency_review), unhurt, conflict}),
      {definitions(), grades(&Facts::officer_grade), grades(&Facts::judgement), family, answers(Finding::injury),
       answers(Finding::party_under_18)});
  check_truths(
      book_with({rule("first-event", !events_at_escalation && judged, Route::high_risk_panel),
                 rule("checklist", !checklist_at_threshold, Route::multi_agency_review),
                 rule("unfinished", checklist_may_reach_threshold, Route::early_intervention), unhurt, conflict}),
      {definitions(), grades(&Facts::officer_grade), grades(&Facts::judgement), checklists(), answers(Finding::injury),
       known_history(), events()});
}
