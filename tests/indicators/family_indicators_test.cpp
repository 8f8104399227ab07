#include <earlyhelp/indicators/family_indicators.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

#include <functional>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

FamilyLog referred_family() { return FamilyLog{"anna"}.referred("2025-01-06"); }
FamilyLog spoken_family() { return referred_family().spoken_with("2025-01-08"); }

ReferredOn onward(const FamilyLog& log, Service service, OnwardState state = OnwardState::made) {
  return {.referral = OnwardReferralId{"r-1"}, .person = log.child(), .service = service, .state = state};
}

std::string standing(const Indicator& indicator, const std::vector<FamilyLog>& logs) {
  return standings_of(measure(indicator, make_register(logs, "2025-12-31"), the_year()));
}
/// Of a case that is open, then closed: "pending 1 | denominator_only 1".
std::string open_and_closed(const Indicator& indicator, const FamilyLog& log) {
  auto closed = log;
  closed.closed("2025-11-01");
  return standing(indicator, {log}) + " | " + standing(indicator, {closed});
}

constexpr const char* yes = "numerator 1 | numerator 1";
constexpr const char* not_yet = "pending 1 | denominator_only 1";
constexpr const char* not_asked = "not_in_denominator 1 | not_in_denominator 1";

}  // namespace

TEST_CASE("a family is reached when anybody of it was spoken with", "[indicators]") {
  CHECK(open_and_closed(family_reached, referred_family()) == not_yet);
  CHECK(open_and_closed(family_reached, spoken_family()) == yes);
  auto tried = referred_family();
  tried.add("2025-01-08", ContactAttempted{.person = tried.victim(), .mode = ContactMode::phone, .result = {}});
  CHECK(open_and_closed(family_reached, tried) == not_yet);
  CHECK(standing(family_reached, {referred_family().closed("2025-02-01", ClosingReason::opened_in_error)}) ==
        "not_in_denominator 1");
  CHECK(standing(family_reached, {spoken_family().closed("2025-02-01", ClosingReason::not_suitable)}) ==
        "not_in_denominator 1");
}

TEST_CASE("a family that comes twice is reached once", "[indicators]") {
  auto again = FamilyLog{"anna", "again"}.referred("2025-06-01");
  CHECK(standing(family_reached, {spoken_family(), again}) == "numerator 1");
  CHECK(standing(family_reached, {referred_family(), again.spoken_with("2025-06-02")}) == "numerator 1");
  CHECK(standing(child_reached, {referred_family(), again}) == "numerator 1");
  // Who was spoken with in a case of last year, and comes back, is not reached for that.
  const auto last_year = FamilyLog{"anna", "before"}.referred("2024-06-01").spoken_with("2024-06-02");
  CHECK(standing(family_reached, {last_year, referred_family()}) == "pending 1");
}

TEST_CASE("a child of two families is reached once, when either was", "[indicators]") {
  auto first = referred_family().closed("2025-02-01");
  auto second = FamilyLog{"berta"}.referred("2025-03-01").spoken_with("2025-03-02");
  second.add_member(first.child(), FamilyRole::child);
  CHECK(standing(child_reached, {first, second}) == "numerator 2");  // and the child of the second family
  CHECK(standing(family_reached, {first, second}) == "numerator 1, denominator_only 1");
  CHECK(standing(child_reached, {first}) == "denominator_only 1");
}

TEST_CASE("a family takes part by agreeing, or by taking help", "[indicators]") {
  const auto with = [](const CaseEventBody& body) { return spoken_family().add("2025-02-01", body); };
  const auto person = FamilyLog{"anna"}.suspect();
  CHECK(open_and_closed(family_engaged, spoken_family()) == not_yet);
  CHECK(open_and_closed(family_engaged, with(ConsentStated{.person = person, .consent = Consent::given})) == yes);
  CHECK(open_and_closed(family_engaged, with(ConsentStated{.person = person, .consent = Consent::refused})) == not_yet);
  CHECK(open_and_closed(family_engaged, with(Intervention{.person = person, .kind = InterventionKind::advice})) == yes);
}

TEST_CASE("a referral to a specialist service, to the hub and to MARAC are three different things", "[indicators]") {
  for (const auto service : values_of<Service>) {
    CAPTURE(to_string(service));
    const auto log = referred_family();
    const auto referred = referred_family().add("2025-02-01", onward(log, service, OnwardState::refused));
    const bool is_specialist = service != Service::mash && service != Service::marac;
    CHECK(open_and_closed(referred_to_specialist, referred) == (is_specialist ? yes : not_yet));
    CHECK(open_and_closed(referred_to_mash, referred) == (service == Service::mash ? yes : not_yet));
  }
}

TEST_CASE("a referral is taken up when the service begins to work, and may be as long as it waits", "[indicators]") {
  const std::map<OnwardState, std::string> expected{{OnwardState::made, "pending 1"},
                                                    {OnwardState::accepted, "pending 1"},
                                                    {OnwardState::refused, "denominator_only 1"},
                                                    {OnwardState::declined, "denominator_only 1"},
                                                    {OnwardState::engaged, "numerator 1"},
                                                    {OnwardState::completed, "numerator 1"},
                                                    {OnwardState::ended_early, "numerator 1"}};
  for (const auto& [state, standing_then] : expected) {
    CAPTURE(to_string(state));
    auto log = referred_family();
    log.add("2025-02-01", onward(log, Service::idva, state));
    CHECK(standing(referral_taken_up, {log}) == standing_then);
    auto safeguarding = referred_family();
    safeguarding.add("2025-02-01", onward(log, Service::mash, state));
    CHECK(standing(referral_taken_up, {safeguarding}) == "not_in_denominator 1");
  }
  auto both = referred_family();
  auto second = onward(both, Service::idva, OnwardState::accepted);
  second.referral = OnwardReferralId{"r-2"};
  both.add("2025-02-01", onward(both, Service::idva, OnwardState::refused)).add("2025-02-02", second);
  CHECK(standing(referral_taken_up, {both}) == "pending 1");
}

TEST_CASE("risk is found higher by a practitioner, once the family was spoken with", "[indicators]") {
  using enum RiskGrade;
  const auto graded = [] { return referred_family().add("2025-01-07", make_decided("i-1", "2025-01-07", standard)); };
  CHECK(open_and_closed(risk_found_higher, graded()) == not_asked);
  CHECK(open_and_closed(risk_found_higher, graded().spoken_with("2025-01-10")) == not_yet);
  CHECK(open_and_closed(risk_found_higher,
                        graded().spoken_with("2025-01-10").add("2025-01-10", make_reassessed(medium))) == yes);
  const auto early = graded().add("2025-01-09", make_reassessed(medium)).spoken_with("2025-01-10");
  CHECK(open_and_closed(risk_found_higher, early) == not_yet);
  // Higher once more, and this time after contact.
  auto twice = early;
  CHECK(open_and_closed(risk_found_higher, twice.add("2025-01-12", make_reassessed(high))) == yes);
}

TEST_CASE("what a family that was spoken with told of, and what is on record of it", "[indicators]") {
  const IncidentDisclosed disclosed{.incident = IncidentId{"i-2"}, .by = child};
  const auto log = referred_family();
  const NeedIdentified need{.person = log.suspect(), .need = Need::housing};
  const std::vector<std::pair<const Indicator*, CaseEventBody>> asked = {{&unreported_incident_found, disclosed},
                                                                         {&need_recorded, need}};
  for (const auto& [indicator, body] : asked) {
    CAPTURE(std::string{indicator->id.view()});
    CHECK(open_and_closed(*indicator, referred_family().add("2025-02-01", body)) == not_asked);
    CHECK(open_and_closed(*indicator, spoken_family()) == not_yet);
    CHECK(open_and_closed(*indicator, spoken_family().add("2025-02-01", body)) == yes);
  }
  CHECK(open_and_closed(unreported_incident_found,
                        spoken_family().add("2025-02-01", make_decided("i-1", "2025-02-01"))) == not_yet);
}

TEST_CASE("an adverse experience is recorded of each child by itself", "[indicators]") {
  const AdverseExperienceObserved observed{.child = FamilyLog{"anna"}.child(), .experience = {}};
  CHECK(open_and_closed(adverse_experience_recorded, spoken_family()) == not_yet);
  CHECK(open_and_closed(adverse_experience_recorded, spoken_family().add("2025-02-01", observed)) == yes);
  CHECK(open_and_closed(adverse_experience_recorded, referred_family().add("2025-02-01", observed)) == not_asked);
  auto siblings = spoken_family().add("2025-02-01", observed).closed("2025-03-01");
  siblings.add_member(PersonId{"brother"}, FamilyRole::child);
  CHECK(standing(adverse_experience_recorded, {siblings}) == "numerator 1, denominator_only 1");
}
