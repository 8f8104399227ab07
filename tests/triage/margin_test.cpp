#include <earlyhelp/triage/explain.hpp>
#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"
#include "support/random_facts.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

std::vector<Margin> margins_of(const Facts& facts, const Policy& policy = make_policy()) {
  return explain(triage(facts, policy), facts, policy).margins;
}

std::vector<std::string> sentences_of(const Facts& facts, const Policy& policy = make_policy()) {
  std::vector<std::string> sentences;
  for (const auto& margin : margins_of(facts, policy)) sentences.push_back(margin.sentence);
  return sentences;
}

/// `facts` with what `margin` says there would have to be more of.
Facts raised(Facts facts, const Margin& margin) {
  const auto more = static_cast<int>(margin.more);
  if (margin.signal == Signal::checklist_at_threshold) {
    facts.checklist.yes_count += more;
    facts.checklist.unanswered_count = std::max(0, facts.checklist.unanswered_count - more);
  } else if (margin.signal == Signal::victims_at_serial) {
    facts.history.suspect_other_victims += more;
  } else {
    facts.history.events_in_window += more;
  }
  return facts;
}

/// The shipped policy with thresholds far enough apart for several margins of one count.
Policy stepped_policy() {
  auto book = default_policy_book();
  set(book, Parameter::escalation_events, 5);
  set(book, Parameter::serial_victims, 3);
  set(book, Parameter::visible_high_risk_dash_2009, 10);
  return policy_of(book);
}

}  // namespace

TEST_CASE("what a margin says would happen happens, and not with one less", "[explain][properties]") {
  const auto policy = GENERATE(make_policy(), stepped_policy());
  RandomFacts random{21};
  int margins = 0;
  for (int i = 0; i < 4'000; ++i) {
    const auto facts = random.next();
    const auto known = triage(facts, policy).known;
    for (auto margin : margins_of(facts, policy)) {
      ++margins;
      const auto then = triage(raised(facts, margin), policy).known;
      CHECK(then.grade == margin.grade);
      CHECK(then.route == margin.route);
      CHECK(then.duties - known.duties == margin.new_duties);
      --margin.more;
      const auto before = triage(raised(facts, margin), policy).known;
      const bool is_early = before.grade == then.grade && before.route == then.route && before.duties == then.duties;
      CHECK_FALSE(is_early);
    }
  }
  CHECK(margins > 1'000);
}

TEST_CASE("a margin is said as a sentence", "[explain]") {
  auto facts = make_facts();
  facts.checklist.yes_count = 12;
  facts.children = one_child(6);

  CHECK(sentences_of(facts) ==
        std::vector<std::string>{
            "One more unconnected victim would make the route multi agency review and open the duties review decision "
            "and perpetrator review.",
            "Two more yes answers would make the grade high, make the route high risk panel and open the duties IDVA "
            "offer, MARAC referral and MASH referral.",
            "Two more incidents in the window would make the route high risk panel and open the duties IDVA offer, "
            "MARAC referral and MASH referral."});
}

TEST_CASE("the yes answers that are missing are taken from the unanswered ones first", "[explain]") {
  auto facts = make_facts();
  facts.checklist.yes_count = 13;
  facts.checklist.unanswered_count = 5;

  const auto margins = margins_of(facts);

  REQUIRE(margins.front().signal == Signal::checklist_at_threshold);
  CHECK(margins.front().more == 1);
  CHECK(margins.front().sentence.substr(0, 28) == "One more yes answer would ma");
}

TEST_CASE("a number at the start of a sentence is a word up to nine", "[explain]") {
  auto facts = make_facts();
  const auto yes_answers = [&](int yes) {
    facts.checklist.yes_count = yes;
    const auto margins = margins_of(facts);
    const auto found = std::find_if(margins.begin(), margins.end(), [](const Margin& margin) {
      return margin.signal == Signal::checklist_at_threshold;
    });
    return found == margins.end() ? "none" : found->sentence.substr(0, found->sentence.find(" more"));
  };
  CHECK(yes_answers(3) == "11");
  CHECK(yes_answers(4) == "10");
  CHECK(yes_answers(5) == "Nine");
  CHECK(yes_answers(13) == "One");
  CHECK(yes_answers(14) == "none");
  CHECK(yes_answers(15) == "none");
}

TEST_CASE("a margin that changes no more than a nearer one of the same count is not said", "[explain]") {
  auto facts = make_facts();
  facts.checklist = {};
  facts.children = one_child(6);
  auto book = default_policy_book();

  set(book, Parameter::cumulative_child_events, 2);  // mash_consideration, before escalation makes a referral
  CHECK(margins_of(facts, policy_of(book)).size() == 3);

  set(book, Parameter::cumulative_child_events, 5);  // nothing new behind escalation
  CHECK(margins_of(facts, policy_of(book)).size() == 2);
}

TEST_CASE("a second incident would bring one that is not domestic to a person", "[explain]") {
  auto facts = make_facts(Definition::not_domestic);
  facts.officer_grade = boost::none;

  const auto margins = margins_of(facts);

  REQUIRE(margins.size() == 2);
  CHECK(margins[0].sentence ==
        "One more incident in the window would make the route multi agency review and open the duties daily review and "
        "review decision.");
  CHECK(margins[1].sentence ==
        "14 more yes answers would make the route multi agency review and open the duties daily review and review "
        "decision.");
}

TEST_CASE("what is gravest already has no margin", "[explain]") {
  auto facts = make_facts();
  facts.officer_grade = RiskGrade::high;
  facts.history.suspect_other_victims = 1;

  CHECK(margins_of(facts).empty());
}
