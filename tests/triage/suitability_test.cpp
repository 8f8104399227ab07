#include <earlyhelp/triage/triage.hpp>

#include "support/make_facts.hpp"
#include "support/policy.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// An incident that is decided on this route, whatever is unknown.
Facts on_route(Route route) {
  using enum Route;
  if (route == record_only) return make_facts(Definition::not_domestic);
  auto facts = make_facts();
  if (route == victim_services) facts.findings.set(Finding::prosecution_likely, Answer::yes);
  if (route == multi_agency_review) facts.findings.set(Finding::weapon, Answer::yes);
  if (route == high_risk_panel) facts.history.marac_referral_in_window = true;
  return facts;
}

}  // namespace

TEST_CASE("an incident suits the early-help practitioners by its route, and not before it is settled", "[triage]") {
  const auto [route, settled, provisional] = GENERATE(table<Route, Suitability, Suitability>({
      {Route::record_only, Suitability::not_suitable, Suitability::not_suitable},
      {Route::early_intervention, Suitability::suitable, Suitability::not_yet},
      {Route::victim_services, Suitability::not_suitable, Suitability::not_suitable},
      {Route::multi_agency_review, Suitability::not_yet, Suitability::not_yet},
      {Route::high_risk_panel, Suitability::not_suitable, Suitability::not_suitable},
  }));
  CAPTURE(route);
  auto facts = on_route(route);
  facts.officer_grade = route == Route::record_only ? boost::none : facts.officer_grade;

  const auto sure = triage(facts, make_policy());
  CHECK(sure.known.route == route);
  CHECK_FALSE(sure.provisional);
  CHECK(sure.suitability == settled);

  facts.findings.set(Finding::child_harmed_or_threatened, Answer::unknown);
  const auto unsure = triage(facts, make_policy());
  CHECK(unsure.known.route == route);
  CHECK(unsure.provisional);
  CHECK(unsure.suitability == provisional);
}
