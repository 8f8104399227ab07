#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/signals.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

constexpr int cases = 2'000;

Explanation explained(const Facts& facts, const Policy& policy = make_policy()) {
  return explain(triage(facts, policy), facts, policy);
}

std::string sentence_of(const std::vector<RuleAccount>& accounts, std::string_view id) {
  const auto found = std::find_if(accounts.begin(), accounts.end(), [id](const auto& each) { return each.id == id; });
  return found == accounts.end() ? "not listed" : found->sentence;
}

std::string reason_of(const Facts& facts, std::string_view id) { return sentence_of(explained(facts).reasons, id); }

std::string why_not_of(const Facts& facts, std::string_view id) { return sentence_of(explained(facts).why_not, id); }

bool would_raise(const Rule& rule, const Outcome& known) {
  const bool has_own_grade = rule.grade_at_least && *rule.grade_at_least <= GradeAsked::high;
  return rule.route_at_least > known.route ||
         (has_own_grade && boost::make_optional(static_cast<RiskGrade>(*rule.grade_at_least)) > known.grade);
}

}  // namespace

TEST_CASE("the reasons of an explanation are those of the decision, in their order", "[explain][properties]") {
  const auto policy = make_policy();
  RandomFacts random{11};
  for (int i = 0; i < cases; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    const auto explanation = explain(decision, facts, policy);
    auto account = explanation.reasons.begin();
    REQUIRE(explanation.reasons.size() == decision.known.reasons.size());
    for (const auto index : decision.known.reasons) {
      CHECK(account->rule == index);
      CHECK(account->id == policy.rule(index).id);
      CHECK(account->source == policy.rule(index).source);
      CHECK_FALSE(account->seen.empty());
      CHECK(account->sentence == english_account(policy.rule(index), account->seen, true));
      ++account;
    }
  }
}

TEST_CASE("why-not lists every rule that did not fire and would have raised grade or route, and no other",
          "[explain][properties]") {
  const auto policy = make_policy();
  RandomFacts random{12};
  for (int i = 0; i < cases; ++i) {
    const auto facts = random.next();
    const auto decision = triage(facts, policy);
    const auto explanation = explain(decision, facts, policy);
    std::vector<RuleIndex> expected;
    std::vector<RuleIndex> listed;
    for (std::size_t rule = 0; rule < policy.rules().size(); ++rule) {
      const auto index = static_cast<RuleIndex>(rule);
      const bool fired = decision.known.reasons.contains(index);
      if (!fired && would_raise(policy.rule(index), decision.known)) expected.push_back(index);
    }
    for (const auto& account : explanation.why_not) {
      listed.push_back(account.rule);
      CHECK_FALSE(account.seen.empty());
    }
    if (listed != expected) FAIL("case " << i);
  }
}

TEST_CASE("a value seen has the answer that the rules had, and the threshold that it was held against",
          "[explain][properties]") {
  const auto policy = make_policy();
  RandomFacts random{13};
  for (int i = 0; i < cases / 4; ++i) {
    const auto facts = random.next();
    const auto yes = signals_of(facts, policy);
    const auto explanation = explained(facts, policy);
    for (const auto* accounts : {&explanation.reasons, &explanation.why_not}) {
      for (const auto& account : *accounts) {
        for (const auto& seen : account.seen) {
          CHECK(seen.answer == yes.contains(seen.signal));
          CHECK_FALSE(seen.value.empty());
          if (!seen.threshold || !policy.row(*seen.threshold)) CHECK_FALSE(seen.threshold_value);
        }
      }
    }
  }
}

TEST_CASE("a count is shown with its threshold, the threshold's value and the source of the rule", "[explain]") {
  auto facts = make_facts();
  facts.history.events_in_window = 4;

  const auto reasons = explained(facts).reasons;

  const auto escalation = std::find_if(reasons.begin(), reasons.end(),
                                       [](const RuleAccount& account) { return account.id == RuleId{"escalation"}; });
  REQUIRE(escalation != reasons.end());
  CHECK(escalation->seen.back() == SeenValue{.signal = Signal::events_at_escalation,
                                             .answer = true,
                                             .value = "4",
                                             .threshold = Parameter::escalation_events,
                                             .threshold_value = std::string{"3"}});
  CHECK(escalation->source.title.view() == "SafeLives MARAC referral criteria");
}

TEST_CASE("a reason is a sentence with the values that let it", "[explain]") {
  auto facts = make_facts(Finding::strangulation);
  CHECK(reason_of(facts, "domestic-incident") == "A domestic incident: definition domestic abuse.");
  CHECK(reason_of(facts, "officer-grade") == "The attending officer graded the risk: officer's grade standard.");
  CHECK(reason_of(facts, "strangulation") == "Strangulation: strangulation yes.");

  facts = make_facts(Finding::honour_or_forced_marriage, Answer::unknown);
  CHECK(reason_of(facts, "first-contact") ==
        "First contact with the victim: definition domestic abuse, honour or forced marriage not known, route early "
        "intervention.");

  facts = make_facts();
  facts.history.events_in_window = 4;
  CHECK(reason_of(facts, "escalation") ==
        "Repeated abuse between the same two people: definition domestic abuse, 4 incidents in the window "
        "(escalation_events 3).");

  facts = make_facts();
  facts.officer_grade = boost::none;
  CHECK(reason_of(facts, "ungraded") == "Nobody has graded the risk: definition domestic abuse, not graded.");
}

TEST_CASE("one of a thing is not said as many", "[explain]") {
  auto facts = make_facts();
  facts.children = one_child(0);
  CHECK(reason_of(facts, "child-victim") ==
        "A child linked to abuse is a victim too: definition domestic abuse, 1 child linked.");
  CHECK(reason_of(facts, "young-child") ==
        "A very young or unborn child: definition domestic abuse, youngest child aged 0 (young_child_under_years 1).");
  facts.children.linked = 2;
  CHECK(reason_of(facts, "child-victim") ==
        "A child linked to abuse is a victim too: definition domestic abuse, 2 children linked.");

  facts.checklist = {.instrument = Instrument::dara, .yes_count = 1};
  CHECK(why_not_of(facts, "visible-high-risk") ==
        "\"The yes answers reach the threshold of the checklist\" does not apply: 1 yes answer (no threshold).");
  facts.checklist = {.instrument = Instrument::dash_ric, .yes_count = 1};
  CHECK(why_not_of(facts, "visible-high-risk") ==
        "\"The yes answers reach the threshold of the checklist\" does not apply: 1 yes answer "
        "(visible_high_risk_dash_ric 14).");
  CHECK(why_not_of(facts, "incomplete-checklist") ==
        "\"The unanswered items could reach the threshold of the checklist\" does not apply: at most 1 yes answer "
        "(visible_high_risk_dash_ric 14).");
  CHECK(why_not_of(facts, "serial-perpetrator") ==
        "\"The suspect has unconnected victims\" does not apply: 1 unconnected victim (serial_victims 2).");
  CHECK(why_not_of(facts, "escalation") ==
        "\"Repeated abuse between the same two people\" does not apply: 1 incident in the window (escalation_events "
        "3).");
}

TEST_CASE("a why-not names everything that stood in the way, and nothing else", "[explain]") {
  auto facts = make_facts(Finding::separation);
  CHECK(why_not_of(facts, "cluster-of-three") ==
        "\"Separation, coercive control and violence together\" does not apply: coercive control no, injury no, sexual "
        "harm no, strangulation no, weapon no.");
  CHECK(why_not_of(facts, "ungraded") == "\"Nobody has graded the risk\" does not apply: graded.");

  facts.checklist = {};
  CHECK(why_not_of(facts, "visible-high-risk") ==
        "\"The yes answers reach the threshold of the checklist\" does not apply: no checklist.");

  facts = make_facts(Definition::not_domestic);
  facts.officer_grade = boost::none;
  facts.findings.set(Finding::weapon, Answer::yes);
  CHECK(why_not_of(facts, "weapon") == "\"A weapon\" does not apply: definition not domestic.");
  CHECK(why_not_of(facts, "high-grade") == "\"The risk is high\" does not apply: definition not domestic, no grade.");
}

TEST_CASE("an explanation can be worded otherwise", "[explain]") {
  const auto facts = make_facts();
  const auto policy = make_policy();

  const auto explanation =
      explain(triage(facts, policy), facts, policy,
              {.account = [](const Rule& rule, const std::vector<SeenValue>&,
                             bool fired) { return (fired ? "+" : "-") + std::string{rule.id.view()}; },
               .margin = [](const Margin& margin, const Outcome&) { return std::to_string(margin.more); }});

  CHECK(explanation.reasons.front().sentence == "+domestic-incident");
  CHECK(explanation.why_not.front().sentence == "-conflicting-record");
  CHECK(explanation.margins.front().sentence == "1");
}

TEST_CASE("no facts are too strange to explain", "[explain]") {
  auto book = default_policy_book();
  set(book, Parameter::visible_high_risk_dash_2009, std::numeric_limits<int>::max());
  set(book, Parameter::escalation_events, std::numeric_limits<int>::max());
  set(book, Parameter::serial_victims, std::numeric_limits<int>::max());
  const auto policy = GENERATE_REF(make_policy(), policy_of(book));
  const auto count = GENERATE(std::numeric_limits<int>::min(), -1, 0, std::numeric_limits<int>::max());
  const auto definition = GENERATE(from_range(values_of<Definition>));
  auto facts = make_facts(definition);
  facts.checklist = {.instrument = Instrument::dash_2009, .yes_count = count, .unanswered_count = count};
  facts.history = {
      .known = true, .events_in_window = count, .marac_referral_in_window = false, .suspect_other_victims = count};
  facts.children = {.known = true, .linked = count, .youngest_age_years = count, .of_school_age = count};

  const auto explanation = explained(facts, policy);

  CHECK(explanation.reasons.size() == triage(facts, policy).known.reasons.size());
  for (const auto& margin : explanation.margins) CHECK(margin.more > 0);
}
