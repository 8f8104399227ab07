#include <earlyhelp/indicators/family_indicators.hpp>

#include "support/make_register.hpp"
#include "support/random_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

FamilyLog referred_family() { return FamilyLog{"anna"}.referred("2025-01-06"); }
FamilyLog spoken_family() { return referred_family().spoken_with("2025-01-08"); }

ReferredOn onward(const FamilyLog& log, Service service, OnwardState state = OnwardState::made) {
  return {.referral = OnwardReferralId{"r-1"}, .person = log.child(), .service = service, .state = state};
}

// The 90 days of a case that began on 6 January end on 6 April.
constexpr const char* last_day = "2025-04-06T22:59:59Z";
constexpr const char* too_late = "2025-04-06T23:00:00Z";  // midnight in London

std::string standing(const Indicator& indicator, const std::vector<FamilyLog>& logs,
                     const std::string& cut_off = "2025-12-31") {
  return standings_of(measure(indicator, make_register(logs, cut_off), the_year()));
}
/// What is known at the end of the last day of the window, and at the end of the year.
std::string before_and_after(const Indicator& indicator, const FamilyLog& log) {
  return standing(indicator, {log}, last_day) + " | " + standing(indicator, {log});
}

constexpr const char* yes = "pending 1 | numerator 1";
constexpr const char* no = "pending 1 | denominator_only 1";
constexpr const char* not_asked = "pending 1 | not_in_denominator 1";

}  // namespace

TEST_CASE("everybody is asked when the 90 days are over, whatever has happened, and the last day belongs to them",
          "[indicators]") {
  CHECK(standing(family_reached, {spoken_family()}, last_day) == "pending 1");
  CHECK(standing(family_reached, {spoken_family()}, too_late) == "numerator 1");
  CHECK(standing(family_reached, {spoken_family().closed("2025-02-01")}, last_day) == "pending 1");
  CHECK(standing(family_reached, {referred_family().spoken_with(last_day)}) == "numerator 1");
  CHECK(standing(family_reached, {referred_family().spoken_with(too_late)}) == "denominator_only 1");
  CHECK(standing(family_reached, {referred_family().spoken_with(too_late).spoken_with("2025-04-01")}) == "numerator 1");
}

TEST_CASE("a family is reached when anybody of it was spoken with", "[indicators]") {
  CHECK(before_and_after(family_reached, referred_family()) == no);
  CHECK(before_and_after(family_reached, spoken_family()) == yes);
  auto tried = referred_family();
  tried.add("2025-01-08", ContactAttempted{.person = tried.victim(), .mode = ContactMode::phone, .result = {}});
  CHECK(before_and_after(family_reached, tried) == no);
  CHECK(standing(family_reached, {referred_family().closed("2025-02-01", ClosingReason::opened_in_error)}) ==
        "not_in_denominator 1");
  CHECK(standing(family_reached, {spoken_family().closed("2025-02-01", ClosingReason::not_suitable)}) ==
        "not_in_denominator 1");
}

TEST_CASE("who was spoken with before the case began was not reached by it", "[indicators]") {
  const auto early = [] { return FamilyLog{"anna"}.spoken_with("2025-01-05").referred("2025-01-06"); };
  for (const auto* indicator : {&family_reached, &child_reached}) {
    CHECK(before_and_after(*indicator, early()) == no);
    CHECK(before_and_after(*indicator, early().spoken_with("2025-01-06")) == yes);
  }
  const auto person = FamilyLog{"anna"}.victim();
  const std::vector<std::pair<const Indicator*, CaseEventBody>> asked = {
      {&family_engaged, ConsentStated{.person = person, .consent = Consent::given}},
      {&family_engaged, Intervention{.person = person, .kind = InterventionKind::advice}},
      {&referred_to_specialist, onward(FamilyLog{"anna"}, Service::idva)},
      {&referred_to_mash, onward(FamilyLog{"anna"}, Service::mash)}};
  for (const auto& [indicator, body] : asked) {
    CAPTURE(std::string{indicator->id.view()});
    CHECK(before_and_after(*indicator, FamilyLog{"anna"}.add("2025-01-05", body).referred("2025-01-06")) == no);
    CHECK(before_and_after(*indicator, FamilyLog{"anna"}.add("2025-01-06", body).referred("2025-01-06")) == yes);
  }
  const IncidentDisclosed disclosed{.incident = IncidentId{"i-2"}, .by = child};
  CHECK(before_and_after(
            unreported_incident_found,
            FamilyLog{"anna"}.add("2025-01-05", disclosed).referred("2025-01-06").spoken_with("2025-01-08")) == no);
  auto engaged_before = FamilyLog{"anna"};
  engaged_before.add("2025-01-05", onward(engaged_before, Service::idva, OnwardState::engaged)).referred("2025-01-06");
  CHECK(standing(referral_taken_up, {engaged_before}) == "not_in_denominator 1");
}

TEST_CASE("who spoke with a perpetrator alone has not reached the family", "[indicators]") {
  const auto spoken = [](FamilyRole role) {
    auto log = referred_family();
    log.add_member(PersonId{"one"}, role);
    return log.add("2025-01-08", ContactMade{.person = PersonId{"one"}, .mode = ContactMode::visit});
  };
  for (const auto role : values_of<FamilyRole>) {
    CAPTURE(to_string(role));
    const bool is_reached = role != FamilyRole::perpetrator;
    CHECK(before_and_after(family_reached, spoken(role)) == (is_reached ? yes : no));
    CHECK(before_and_after(need_recorded, spoken(role)) == (is_reached ? no : not_asked));
    auto agreed = spoken(role);
    agreed.add("2025-02-01", ConsentStated{.person = PersonId{"one"}, .consent = Consent::given});
    CHECK(before_and_after(family_engaged, agreed) == (is_reached ? yes : no));
  }
  CHECK(before_and_after(child_reached, spoken(FamilyRole::perpetrator)) == no);
}

TEST_CASE("the families reached are one number, whatever is asked of them", "[indicators][property]") {
  RandomRegister random{73};
  std::size_t families = 0;
  for (int round = 0; round < 60; ++round) {
    const CaseRegister all{random.cases(25), {}, make_casework_policy(), make_calendar(), random.instant()};
    const auto asked_of = [&](const Indicator& indicator) {
      const auto measured = measure(indicator, all, the_year());
      auto places = measured.members(Standing::numerator);
      const auto others = measured.members(Standing::denominator_only);
      places.insert(places.end(), others.begin(), others.end());
      std::sort(places.begin(), places.end());
      return places;
    };
    const auto reached = measure(family_reached, all, the_year()).members(Standing::numerator);
    families += reached.size();
    for (const auto* indicator : {&risk_found_higher, &unreported_incident_found, &need_recorded}) {
      CHECK(asked_of(*indicator) == reached);
    }
    CHECK(asked_of(adverse_experience_recorded) ==
          measure(child_reached, all, the_year()).members(Standing::numerator));
  }
  CHECK(families > 50);
}

TEST_CASE("a family that comes twice is reached once, by the day on which it came first", "[indicators]") {
  const auto again = [] { return FamilyLog{"anna", "again"}.referred("2025-03-01"); };
  CHECK(standing(family_reached, {spoken_family(), again()}) == "numerator 1");
  CHECK(standing(family_reached, {referred_family(), again().spoken_with("2025-03-02")}) == "numerator 1");
  CHECK(standing(child_reached, {referred_family(), again().spoken_with("2025-03-02")}) == "numerator 1");
  CHECK(standing(family_reached, {referred_family(), again().spoken_with("2025-05-01")}) == "denominator_only 1");
  // Who was spoken with in a case of last year, and comes back, is not reached for that.
  const auto last_year = FamilyLog{"anna", "before"}.referred("2024-06-01").spoken_with("2024-06-02");
  CHECK(standing(family_reached, {last_year, referred_family()}) == "denominator_only 1");
}

TEST_CASE("a child of two families is reached once, when either was", "[indicators]") {
  const auto first = referred_family();
  auto second = FamilyLog{"berta"}.referred("2025-03-01").spoken_with("2025-03-02");
  second.add_member(first.child(), FamilyRole::child);
  CHECK(standing(child_reached, {first, second}) == "numerator 2");  // and the child of the second family
  CHECK(standing(family_reached, {first, second}) == "numerator 1, denominator_only 1");
  CHECK(standing(child_reached, {first}) == "denominator_only 1");
}

TEST_CASE("a family takes part by agreeing, or by taking help", "[indicators]") {
  const auto with = [](const CaseEventBody& body) { return spoken_family().add("2025-02-01", body); };
  const auto person = FamilyLog{"anna"}.child();
  CHECK(before_and_after(family_engaged, spoken_family()) == no);
  CHECK(before_and_after(family_engaged, with(ConsentStated{.person = person, .consent = Consent::given})) == yes);
  CHECK(before_and_after(family_engaged, with(ConsentStated{.person = person, .consent = Consent::refused})) == no);
  auto taken_back = with(ConsentStated{.person = person, .consent = Consent::given});
  taken_back.add("2025-02-02", ConsentStated{.person = person, .consent = Consent::withdrawn});
  CHECK(before_and_after(family_engaged, taken_back) == yes);
  CHECK(before_and_after(family_engaged, with(Intervention{.person = person, .kind = InterventionKind::advice})) ==
        yes);
}

TEST_CASE("a referral to a specialist service, to the hub and to MARAC are three different things", "[indicators]") {
  for (const auto service : values_of<Service>) {
    CAPTURE(to_string(service));
    const auto log = referred_family();
    const auto referred = referred_family().add("2025-02-01", onward(log, service, OnwardState::refused));
    const bool is_specialist = service != Service::mash && service != Service::marac;
    CHECK(before_and_after(referred_to_specialist, referred) == (is_specialist ? yes : no));
    CHECK(before_and_after(referred_to_mash, referred) == (service == Service::mash ? yes : no));
  }
}

TEST_CASE("a referral is taken up when the service begins to work with somebody within 90 days of it", "[indicators]") {
  using enum OnwardState;
  constexpr EnumSet begun{engaged, completed, ended_early};
  for (const auto state : values_of<OnwardState>) {
    CAPTURE(to_string(state));
    auto log = referred_family();
    log.add("2025-02-01", onward(log, Service::idva, state));
    CHECK(standing(referral_taken_up, {log}) == (begun.contains(state) ? "numerator 1" : "denominator_only 1"));
    auto safeguarding = referred_family();
    safeguarding.add("2025-02-01", onward(safeguarding, Service::mash, state));
    CHECK(standing(referral_taken_up, {safeguarding}) == "not_in_denominator 1");
    auto too_late_taken_up = referred_family();
    too_late_taken_up.add("2025-02-01", onward(log, Service::idva, made));
    auto just_taken_up = too_late_taken_up;
    too_late_taken_up.add("2025-05-02T23:00:00Z", onward(log, Service::idva, state));  // midnight in London
    CHECK(standing(referral_taken_up, {too_late_taken_up}) == "denominator_only 1");
    just_taken_up.add("2025-05-02T22:59:59Z", onward(log, Service::idva, state));
    CHECK(standing(referral_taken_up, {just_taken_up}) ==
          (begun.contains(state) ? "numerator 1" : "denominator_only 1"));
    CHECK(standing(referral_taken_up, {just_taken_up}, "2025-05-02T22:59:59Z") == "pending 1");
  }
  auto at_the_end = referred_family();
  at_the_end.add(last_day, onward(at_the_end, Service::idva, made))
      .add("2025-07-01", onward(at_the_end, Service::idva, engaged));
  CHECK(standing(referral_taken_up, {at_the_end}) == "numerator 1");
  auto after_the_window = referred_family();
  after_the_window.add(too_late, onward(after_the_window, Service::idva, engaged));
  CHECK(standing(referral_taken_up, {after_the_window}) == "not_in_denominator 1");
  auto both = referred_family();
  auto second = onward(both, Service::idva, engaged);
  second.referral = OnwardReferralId{"r-2"};
  both.add("2025-02-01", onward(both, Service::idva, refused)).add("2025-02-02", second);
  CHECK(standing(referral_taken_up, {both}) == "numerator 1");
}

TEST_CASE("risk is found higher by a practitioner, once the family was spoken with", "[indicators]") {
  using enum RiskGrade;
  const auto graded = [] { return referred_family().add("2025-01-07", make_decided("i-1", "2025-01-07", standard)); };
  CHECK(before_and_after(risk_found_higher, graded()) == not_asked);
  CHECK(before_and_after(risk_found_higher, graded().spoken_with("2025-01-10")) == no);
  CHECK(before_and_after(risk_found_higher,
                         graded().spoken_with("2025-01-10").add("2025-01-10", make_reassessed(medium))) == yes);
  const auto early = graded().add("2025-01-09", make_reassessed(medium)).spoken_with("2025-01-10");
  CHECK(before_and_after(risk_found_higher, early) == no);
  // Higher once more, and this time after contact.
  auto twice = early;
  CHECK(before_and_after(risk_found_higher, twice.add("2025-01-12", make_reassessed(high))) == yes);
  // And what is found after the window takes nothing from what was found in it.
  const auto more = graded().spoken_with("2025-01-10").add("2025-01-12", make_reassessed(medium));
  auto later = more;
  CHECK(before_and_after(risk_found_higher, later.add("2025-06-01", make_reassessed(high))) == yes);
}

TEST_CASE("what a family that was spoken with told of, and what is on record of it", "[indicators]") {
  const IncidentDisclosed disclosed{.incident = IncidentId{"i-2"}, .by = child};
  const auto log = referred_family();
  const NeedIdentified need{.person = log.suspect(), .need = Need::housing};
  const std::vector<std::pair<const Indicator*, CaseEventBody>> asked = {{&unreported_incident_found, disclosed},
                                                                         {&need_recorded, need}};
  for (const auto& [indicator, body] : asked) {
    CAPTURE(std::string{indicator->id.view()});
    CHECK(before_and_after(*indicator, referred_family().add("2025-02-01", body)) == not_asked);
    CHECK(before_and_after(*indicator, spoken_family()) == no);
    CHECK(before_and_after(*indicator, spoken_family().add("2025-02-01", body)) == yes);
  }
  CHECK(before_and_after(unreported_incident_found,
                         spoken_family().add("2025-02-01", make_decided("i-1", "2025-02-01"))) == no);
}

TEST_CASE("an adverse experience is recorded of each child by itself", "[indicators]") {
  const AdverseExperienceObserved observed{.child = FamilyLog{"anna"}.child(), .experience = {}};
  CHECK(before_and_after(adverse_experience_recorded, spoken_family()) == no);
  CHECK(before_and_after(adverse_experience_recorded, spoken_family().add("2025-02-01", observed)) == yes);
  CHECK(before_and_after(adverse_experience_recorded, referred_family().add("2025-02-01", observed)) == not_asked);
  auto siblings = spoken_family().add("2025-02-01", observed);
  siblings.add_member(PersonId{"brother"}, FamilyRole::child);
  CHECK(standing(adverse_experience_recorded, {siblings}) == "numerator 1, denominator_only 1");
}
