#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;
using enum Duty;

namespace {

Outcome decide(const Facts& facts, const Policy& policy = make_policy()) { return triage(facts, policy).known; }

Duties contact(const Facts& facts) { return decide(facts).duties & Duties{contact_family, contact_victim_safely}; }

Facts on_the_panel(Facts facts) {
  facts.history.marac_referral_in_window = true;
  return facts;
}

}  // namespace

TEST_CASE("a referral of the children makes the consideration of one redundant", "[triage]") {
  auto facts = make_facts(Finding::unborn_child);
  CHECK(decide(facts).duties.contains(mash_consideration));
  CHECK_FALSE(decide(facts).duties.contains(mash_referral));

  SECTION("child harmed") { facts.findings.set(Finding::child_harmed_or_threatened, Answer::yes); }
  SECTION("party under 16") { facts.definition = Definition::party_under_16; }
  SECTION("child in a home of high risk") { facts = on_the_panel(facts); }
  CHECK_FALSE(decide(facts).duties.contains(mash_consideration));
  CHECK(decide(facts).duties.contains(mash_referral));
}

TEST_CASE("a duty that was dropped leaves the reason that asked for it", "[triage]") {
  auto facts = make_facts(Finding::unborn_child);
  facts.findings.set(Finding::child_harmed_or_threatened, Answer::yes);

  const auto ids = ids_of(decide(facts).reasons, make_policy());

  CHECK(ids == std::vector<std::string>{"domestic-incident", "officer-grade", "child-harmed", "young-child",
                                        "review-decision", "first-contact"});
}

TEST_CASE("the panel asks for a conference, but not when a party is under 16", "[triage]") {
  auto facts = make_facts();
  SECTION("escalation") { facts.history.events_in_window = 3; }
  SECTION("repeat") { facts.history.marac_referral_in_window = true; }
  SECTION("high grade") { facts.judgement = RiskGrade::high; }
  SECTION("checklist") { facts.checklist.yes_count = 14; }
  SECTION("cluster") {
    facts.findings.set(Finding::separation, Answer::yes);
    facts.findings.set(Finding::coercive_control, Answer::yes);
    facts.findings.set(Finding::weapon, Answer::yes);
  }
  CHECK(decide(facts).route == Route::high_risk_panel);
  CHECK((decide(facts).duties & Duties{marac_referral, idva_offer}).size() == 2);

  facts.definition = Definition::party_under_16;
  CHECK(decide(facts).route == Route::high_risk_panel);
  CHECK((decide(facts).duties & Duties{marac_referral, idva_offer}).empty());
  CHECK(decide(facts).duties.contains(mash_referral));
}

TEST_CASE("every child makes a home of high risk a referral, and no child none", "[triage]") {
  auto facts = make_facts();
  CHECK_FALSE(decide(on_the_panel(facts)).duties.contains(mash_referral));

  SECTION("linked") { facts.children = one_child(9); }
  SECTION("unborn") { facts.findings.set(Finding::unborn_child, Answer::yes); }
  SECTION("pregnancy") { facts.findings.set(Finding::pregnancy_or_new_baby, Answer::yes); }
  SECTION("harmed") { facts.findings.set(Finding::child_harmed_or_threatened, Answer::yes); }
  SECTION("party of 16 or 17") { facts.findings.set(Finding::party_under_18, Answer::yes); }
  SECTION("open case") { facts.findings.set(Finding::childrens_case_open, Answer::yes); }
  CHECK(decide(on_the_panel(facts)).duties.contains(mash_referral));
}

TEST_CASE("the children of a victim of abuse are offered support", "[triage]") {
  auto facts = make_facts();
  CHECK_FALSE(decide(facts).duties.contains(child_support_offer));

  facts.children = one_child(17);
  CHECK(decide(facts).duties.contains(child_support_offer));
  facts.definition = Definition::family_conflict;
  CHECK_FALSE(decide(facts).duties.contains(child_support_offer));
}

TEST_CASE("the first contact is safe unless honour is known to be no question, and the panel leads its own",
          "[triage]") {
  const auto [honour, below_panel, on_panel] = GENERATE(table<Answer, Duties, Duties>({
      {Answer::no, Duties{contact_family}, Duties{}},
      {Answer::unknown, Duties{contact_victim_safely}, Duties{contact_victim_safely}},
      {Answer::yes, Duties{contact_victim_safely}, Duties{contact_victim_safely}},
  }));
  const auto definition = GENERATE(Definition::domestic_abuse, Definition::family_conflict, Definition::undetermined);
  CAPTURE(honour, definition);
  auto facts = make_facts(Finding::honour_or_forced_marriage, honour);
  facts.definition = definition;

  CHECK(contact(facts) == below_panel);
  CHECK(contact(on_the_panel(facts)) == on_panel);
}

TEST_CASE("nobody is contacted where children's services lead, or where nothing is domestic", "[triage]") {
  const auto definition = GENERATE(Definition::party_under_16, Definition::not_domestic);
  const auto honour = GENERATE(Answer::no, Answer::unknown, Answer::yes);
  CAPTURE(definition, honour);
  auto facts = make_facts(Finding::honour_or_forced_marriage, honour);
  facts.definition = definition;

  CHECK(contact(facts).empty());
  CHECK(contact(on_the_panel(facts)).empty());
}

TEST_CASE("the daily review decides what is on the multi-agency route, and only that", "[triage]") {
  auto facts = make_facts();
  CHECK_FALSE(decide(facts).duties.contains(review_decision));

  facts.findings.set(Finding::prosecution_likely, Answer::yes);
  CHECK_FALSE(decide(facts).duties.contains(review_decision));
  facts.findings.set(Finding::weapon, Answer::yes);
  CHECK(decide(facts).duties.contains(review_decision));
  CHECK_FALSE(decide(on_the_panel(facts)).duties.contains(review_decision));
  CHECK(decide(on_the_panel(facts)).duties.contains(daily_review));
}

TEST_CASE("no table can contact the family beside a safe contact, or on the panel", "[triage]") {
  auto book = default_policy_book();
  rule_of(book, "prosecution-likely").duties[0].duties = {contact_family, review_decision, mash_consideration};
  const auto policy = policy_of(book);
  auto facts = make_facts(Finding::prosecution_likely);
  CHECK(decide(facts, policy).duties == Duties{daily_review, contact_family, review_decision, mash_consideration});

  CHECK(decide(on_the_panel(facts), policy).duties ==
        Duties{daily_review, marac_referral, idva_offer, mash_consideration});
  facts.findings.set(Finding::honour_or_forced_marriage, Answer::unknown);
  CHECK(decide(facts, policy).duties ==
        Duties{daily_review, contact_victim_safely, review_decision, mash_consideration});
}

TEST_CASE("a table may use both duty clauses of a rule, each under its own condition", "[triage]") {
  auto book = default_policy_book();
  auto& rule = rule_of(book, "prosecution-likely");
  rule.duties = {DutyClause{.duties = {notify_school}, .only_when = Signal::injury},
                 DutyClause{.duties = {notify_social_worker, mash_referral}, .only_when = !Signal::weapon}};
  const auto policy = policy_of(book);
  auto facts = make_facts(Finding::prosecution_likely);
  constexpr Duties asked{notify_school, notify_social_worker, mash_referral};

  CHECK((decide(facts, policy).duties & asked) == Duties{notify_social_worker, mash_referral});
  facts.findings.set(Finding::injury, Answer::yes);
  CHECK((decide(facts, policy).duties & asked) == asked);
  facts.findings.set(Finding::weapon, Answer::yes);
  CHECK((decide(facts, policy).duties & asked) == Duties{notify_school});
}

TEST_CASE("a table may ask for any fixed grade, and the graver one stays", "[triage]") {
  const auto [asked, grade] = GENERATE(table<GradeAsked, RiskGrade>({
      {GradeAsked::standard, RiskGrade::standard},
      {GradeAsked::medium, RiskGrade::medium},
      {GradeAsked::high, RiskGrade::high},
  }));
  CAPTURE(asked);
  auto book = default_policy_book();
  rule_of(book, "weapon").grade_at_least = asked;
  const auto policy = policy_of(book);
  auto facts = make_facts(Finding::weapon);

  facts.officer_grade = boost::none;
  CHECK(decide(facts, policy).grade == grade);
  facts.officer_grade = RiskGrade::medium;
  CHECK(decide(facts, policy).grade == std::max(grade, RiskGrade::medium));
}

TEST_CASE("a table may have as many rules as it holds, and each reason is its own", "[triage]") {
  auto book = default_policy_book();
  while (book.rules.size() < max_rules) {
    book.rules.push_back(rule_of(book, "childrens-case-open"));
    book.rules.back().id = RuleId{"local-" + std::to_string(book.rules.size())};
  }
  const auto policy = policy_of(book);

  const auto reasons = decide(make_facts(Finding::childrens_case_open), policy).reasons;

  CHECK(ids_of(reasons, policy).back() == "local-64");
  CHECK(reasons.size() == 4 + max_rules - default_rules().size());
}
