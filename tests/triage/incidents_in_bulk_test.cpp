#include <earlyhelp/triage/incident_decision.hpp>

#include "support/policy.hpp"
#include "support/random_incident.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

bool is_same(const IncidentDecision& a, const IncidentDecision& b) {
  const auto is_same_pair = [](const PairDecision& one, const PairDecision& other) {
    return one.parties == other.parties && one.facts == other.facts && one.decision == other.decision;
  };
  return a.decision == b.decision && a.issues == b.issues &&
         std::equal(a.pairs.begin(), a.pairs.end(), b.pairs.begin(), b.pairs.end(), is_same_pair);
}

}  // namespace

TEST_CASE("incidents decided together are decided as each alone", "[triage][properties]") {
  RandomIncidents random{3};
  const auto policy = make_policy();
  History history;
  std::vector<Incident> incidents;
  for (int i = 0; i < 1'200; ++i) incidents.push_back(random.next());
  history.add(incidents);

  std::vector<IncidentDecision> decided;
  std::span<const Incident> left{incidents};
  for (const std::size_t size : {0U, 1U, 2U, 63U, 64U, 65U, 500U, 1U, 504U}) {
    const auto together = left.first(size);
    triage(together, history, policy, decided);
    REQUIRE(decided.size() == size);
    for (std::size_t i = 0; i < size; ++i) {
      CAPTURE(size, i);
      CHECK(is_same(decided[i], triage(together[i], history, policy)));
    }
    left = left.subspan(size);
  }
}
