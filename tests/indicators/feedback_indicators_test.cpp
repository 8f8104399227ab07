#include <earlyhelp/indicators/feedback_indicators.hpp>

#include <earlyhelp/indicators/measurement.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

FamilyLog spoken_family(const std::string& name = "anna") {
  return FamilyLog{name}.referred("2025-01-06").spoken_with("2025-01-08").closed("2025-05-01");
}
/// Asked on 1 June: an answer may come until 29 June.
FamilyLog asked_family(const std::string& name = "anna") {
  auto log = spoken_family(name);
  return log.add("2025-06-01", FeedbackAsked{.person = log.victim()});
}
FamilyLog answered(FamilyLog log, boost::optional<bool> satisfied, boost::optional<bool> better = {}) {
  return log.add("2025-06-10",
                 FeedbackAnswered{.person = log.victim(), .is_satisfied = satisfied, .is_in_better_place = better});
}

std::string standing(const Indicator& indicator, const FamilyLog& log, const std::string& cut_off = "2025-12-31") {
  return standings_of(measure(indicator, make_register(std::vector{log}, cut_off), the_year()));
}

}  // namespace

TEST_CASE("the four numbers are told together, and the silent are neither happy nor unhappy", "[indicators]") {
  std::vector<FamilyLog> logs;
  for (int i = 0; i < 83; ++i) {
    const auto name = "family-" + std::to_string(i);
    if (i >= 39)
      logs.push_back(spoken_family(name));
    else if (i >= 24)
      logs.push_back(asked_family(name));
    else
      logs.push_back(answered(asked_family(name), i != 0, i >= 4));
  }
  const auto all = make_register(logs, "2025-12-31");
  CHECK(
      (feedback_chain(all, the_year()) == FeedbackChain{.supported = 83, .asked = 39, .answered = 24, .positive = 23}));
  const auto satisfied = measure(feedback_satisfied, all, the_year());
  CHECK(standings_of(satisfied) == "not_in_denominator 44, numerator 23, denominator_only 1, lost 15");
  CHECK((satisfied.score() == Proportion{.count = 23, .total = 24}));
  CHECK((satisfied.bounds() == Interval{.lower = 23.0 / 39, .upper = 38.0 / 39}));
  const auto better = measure(feedback_better_place, all, the_year());
  CHECK((better.score() == Proportion{.count = 20, .total = 24}));
  CHECK((better.bounds() == Interval{.lower = 20.0 / 39, .upper = 35.0 / 39}));
  CHECK((measure(feedback_answered, all, the_year()).score() == Proportion{.count = 24, .total = 39}));
  CHECK(feedback_bounds(feedback_chain(all, the_year())).of_supported.value().lower == Approx(23.0 / 83));
}

TEST_CASE("an answer may come for 28 days, the last of them included, and nobody is counted before", "[indicators]") {
  const auto log = asked_family();
  CHECK(standing(feedback_answered, log, "2025-06-29T22:59:59Z") == "pending 1");
  CHECK(standing(feedback_answered, log, "2025-06-29T23:00:00Z") == "denominator_only 1");  // midnight in London
  CHECK(standing(feedback_satisfied, log, "2025-06-29T22:59:59Z") == "pending 1");
  CHECK(standing(feedback_satisfied, log, "2025-06-29T23:00:00Z") == "lost 1");
  CHECK(standing(feedback_answered, log, "2025-05-31") == "not_in_denominator 1");
  CHECK(standing(feedback_satisfied, answered(log, true), "2025-06-29T22:59:59Z") == "pending 1");  // as all
  CHECK(standing(feedback_satisfied, answered(log, true), "2025-06-29T23:00:00Z") == "numerator 1");
}

TEST_CASE("an answer after the 28 days changes nothing, whenever anybody looks", "[indicators]") {
  const auto with = [](FamilyLog log, const std::string& at, bool is_satisfied) {
    return log.add(at, FeedbackAnswered{.person = log.victim(), .is_satisfied = is_satisfied});
  };
  const auto late = with(asked_family(), "2025-06-29T23:00:00Z", true);
  CHECK(standing(feedback_answered, late) == "denominator_only 1");
  CHECK(standing(feedback_satisfied, late) == "lost 1");
  CHECK(feedback_chain(make_register(std::vector{late}, "2025-12-31"), the_year()).answered == 0);
  const auto in_time = with(asked_family(), "2025-06-29T22:59:59Z", true);
  CHECK(standing(feedback_answered, in_time) == "numerator 1");
  CHECK(standing(feedback_satisfied, with(in_time, "2025-09-01", false)) == "numerator 1");
  CHECK(standing(feedback_satisfied, with(in_time, "2025-06-29T22:59:59Z", false)) == "denominator_only 1");
  // Neither does one from before the question, or from whom nobody asked.
  CHECK(standing(feedback_answered, with(asked_family(), "2025-05-31", true)) == "denominator_only 1");
  auto unasked = asked_family();
  unasked.add("2025-06-10", FeedbackAnswered{.person = unasked.child(), .is_satisfied = true});
  CHECK(standing(feedback_answered, unasked) == "denominator_only 1");
}

TEST_CASE("who answers one question has not answered the other", "[indicators]") {
  const auto one = answered(asked_family(), {}, true);
  CHECK(standing(feedback_answered, one) == "numerator 1");
  CHECK(standing(feedback_satisfied, one) == "lost 1");
  CHECK(standing(feedback_better_place, one) == "numerator 1");
  CHECK(standing(feedback_answered, answered(asked_family(), {})) == "denominator_only 1");
  CHECK(standing(feedback_satisfied, answered(asked_family(), false)) == "denominator_only 1");
  CHECK(feedback_chain(make_register(std::vector{one}, "2025-12-31"), the_year()) ==
        (FeedbackChain{.supported = 1, .asked = 1, .answered = 0, .positive = 0}));
}

TEST_CASE("two of a family who disagree are not satisfied, and who is silent does not spoil an answer",
          "[indicators]") {
  auto both = answered(asked_family(), true);
  both.add("2025-06-02", FeedbackAsked{.person = both.suspect()});
  CHECK(standing(feedback_satisfied, both) == "numerator 1");
  both.add("2025-06-12", FeedbackAnswered{.person = both.suspect(), .is_satisfied = false});
  CHECK(standing(feedback_satisfied, both) == "denominator_only 1");
  CHECK(standing(feedback_answered, both) == "numerator 1");
  // The other one still may say otherwise.
  auto waiting = answered(asked_family(), true, true);
  waiting.add("2025-12-20", FeedbackAsked{.person = waiting.suspect()});
  CHECK(standing(feedback_satisfied, waiting) == "pending 1");
}

TEST_CASE("of the families spoken with it is told how many were asked at all, once their case is closed",
          "[indicators]") {
  const auto open = FamilyLog{"anna"}.referred("2025-01-06").spoken_with("2025-01-08");
  auto open_and_asked = open;
  open_and_asked.add("2025-02-01", FeedbackAsked{.person = open.victim()});
  CHECK(standing(feedback_asked, open) == "pending 1");
  CHECK(standing(feedback_asked, open_and_asked) == "pending 1");
  CHECK(standing(feedback_asked, FamilyLog{"anna"}.referred("2025-01-06")) == "pending 1");
  CHECK(standing(feedback_asked, spoken_family()) == "denominator_only 1");
  CHECK(standing(feedback_asked, asked_family()) == "numerator 1");
  CHECK(standing(feedback_asked, FamilyLog{"anna"}.referred("2025-01-06").closed("2025-05-01")) ==
        "not_in_denominator 1");
  const auto chain = [](const std::vector<FamilyLog>& logs, const std::string& cut_off = "2025-12-31") {
    return feedback_chain(make_register(logs, cut_off), the_year());
  };
  const auto all_four = [](const FamilyLog& log, const std::string& cut_off) {
    std::string standings;
    for (const auto* indicator : {&feedback_asked, &feedback_answered, &feedback_satisfied, &feedback_better_place}) {
      standings += standing(*indicator, log, cut_off) + "; ";
    }
    return standings;
  };
  const auto answered_and_open = answered(open_and_asked, true, true);
  CHECK(all_four(answered_and_open, "2025-12-31") == "pending 1; pending 1; pending 1; pending 1; ");
  CHECK((chain({open_and_asked, spoken_family("berta")}) ==
         FeedbackChain{.supported = 1, .asked = 0, .answered = 0, .positive = 0, .pending = 1}));
  // Whose answer is still waited for is in none of the four, nor is who answered at once.
  const std::vector waiting{asked_family(), answered(asked_family("berta"), true)};
  CHECK((chain(waiting, "2025-06-29") ==
         FeedbackChain{.supported = 0, .asked = 0, .answered = 0, .positive = 0, .pending = 2}));
  CHECK((chain(waiting, "2025-06-30") == FeedbackChain{.supported = 2, .asked = 2, .answered = 1, .positive = 1}));
}

TEST_CASE("not to have asked where there was no safe way is no lack of coverage", "[indicators]") {
  const auto unsafe = [](const char* name) {
    return FamilyLog{name}
        .referred("2025-01-06")
        .spoken_with("2025-01-08")
        .closed("2025-05-01", ClosingReason::no_safe_channel);
  };
  CHECK(standing(feedback_asked, unsafe("anna")) == "exception 1");
  const std::vector logs{unsafe("anna"), answered(asked_family("berta"), true), spoken_family("clara")};
  CHECK((feedback_chain(make_register(logs, "2025-12-31"), the_year()) ==
         FeedbackChain{.supported = 2, .asked = 1, .answered = 1, .positive = 1}));
  auto asked_all_the_same = unsafe("anna");
  asked_all_the_same.add("2025-06-01", FeedbackAsked{.person = asked_all_the_same.victim()});
  CHECK(standing(feedback_asked, asked_all_the_same) == "numerator 1");
}

TEST_CASE("what the families said is asked of those for the service who were reached", "[indicators]") {
  auto unsuitable = FamilyLog{"anna"}.referred("2025-01-06").spoken_with("2025-01-08");
  unsuitable.closed("2025-05-01", ClosingReason::not_suitable);
  CHECK(standing(feedback_asked, unsuitable) == "not_in_denominator 1");
  auto perpetrator = FamilyLog{"anna"}.referred("2025-01-06").closed("2025-05-01");
  perpetrator.add("2025-01-08", ContactMade{.person = perpetrator.suspect(), .mode = ContactMode::visit});
  CHECK(standing(feedback_asked, perpetrator) == "not_in_denominator 1");
}

TEST_CASE("who was asked without having been spoken with is in none of the four numbers", "[indicators]") {
  auto log = FamilyLog{"anna"}.referred("2025-01-06").closed("2025-05-01");
  log.add("2025-06-01", FeedbackAsked{.person = log.victim()});
  log = answered(log, true);
  const auto all = make_register(std::vector{log}, "2025-12-31");
  CHECK((feedback_chain(all, the_year()) == FeedbackChain{.supported = 0, .asked = 0, .answered = 0, .positive = 0}));
  CHECK(standing(feedback_satisfied, log) == "not_in_denominator 1");
  CHECK(standing(feedback_answered, log) == "not_in_denominator 1");
}

TEST_CASE("each of the four numbers is part of the one before, whatever was recorded", "[indicators][property]") {
  RandomRegister random{63};
  for (int round = 0; round < 100; ++round) {
    const CaseRegister all{random.cases(25), {}, make_casework_policy(), make_calendar(), random.instant()};
    const auto chain = feedback_chain(all, the_year());
    CHECK(0 <= chain.positive);
    CHECK(chain.positive <= chain.answered);
    CHECK(chain.answered <= chain.asked);
    CHECK(chain.asked <= chain.supported);
    CHECK_NOTHROW(feedback_bounds(chain));
    CHECK(measure(feedback_answered, all, the_year()).counts().of(Criterion::initial_population) >= chain.supported);
  }
}

TEST_CASE("each question about feedback is asked of those who are in the one before", "[indicators][property]") {
  RandomRegister random{64};
  std::int64_t asked = 0;
  for (int round = 0; round < 200; ++round) {
    const CaseRegister all{random.cases(25), {}, make_casework_policy(), make_calendar(), random.instant()};
    const auto coverage = measure(feedback_asked, all, the_year());
    const auto response = measure(feedback_answered, all, the_year());
    const auto satisfied = measure(feedback_satisfied, all, the_year());
    const auto awaited = response.count(Standing::pending) - coverage.count(Standing::pending);
    asked += response.score().total;
    CHECK(coverage.count(Standing::numerator) == response.score().total + awaited);
    CHECK(response.score().total == satisfied.score().total + satisfied.count(Standing::lost));
    CHECK(response.count(Standing::pending) == satisfied.count(Standing::pending));
    CHECK(feedback_chain(all, the_year()).asked == response.score().total);
    CHECK(feedback_chain(all, the_year()).pending == response.count(Standing::pending));
    CHECK(feedback_chain(all, the_year()).supported == coverage.score().total - awaited);
  }
  CHECK(asked > 20);
}
