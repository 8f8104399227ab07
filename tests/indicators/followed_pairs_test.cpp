#include <earlyhelp/indicators/followed_pairs.hpp>

#include <catch2/catch.hpp>

#include <string>

using namespace earlyhelp;

namespace {

Incident incident(const std::string& instant, const std::string& victim, const std::string& suspect) {
  const auto at = parse_instant(instant).value();
  return {.id = IncidentId{"i"},
          .occurred_at = at,
          .recorded_at = at,
          .victims = {{.id = PersonId{victim}}},
          .suspects = {{.id = PersonId{suspect}}}};
}

}  // namespace

TEST_CASE("two people are one family, whoever was the victim", "[indicators]") {
  FollowedPairs pairs{Date{2026, 6, 30}};
  pairs.add(incident("2026-03-05T10:00:00Z", "p2", "p1"));
  pairs.add(incident("2026-02-05T10:00:00Z", "p1", "p2"));
  pairs.add(incident("2026-02-05T10:00:00Z", "p1", "p3"));

  const auto followed = pairs.followed();

  REQUIRE(followed.size() == 2);
  const auto& both = followed[0].events.size() == 2 ? followed[0] : followed[1];
  CHECK(both.index == Date{2026, 2, 5});
  CHECK(both.events.size() == 2);
}

TEST_CASE("a day is the local day as written, and the cut-off belongs to what counts", "[indicators]") {
  FollowedPairs pairs{Date{2026, 6, 30}};
  pairs.add(incident("2026-06-30T23:30:00+01:00", "p1", "p2"));
  CHECK(pairs.followed().size() == 1);
  pairs.add(incident("2026-07-01T00:30:00+01:00", "p3", "p4"));  // still June in UTC
  CHECK(pairs.followed().size() == 1);
}

TEST_CASE("what is not domestic is no event, and several victims are several families", "[indicators]") {
  FollowedPairs pairs{Date{2026, 6, 30}};
  auto between_strangers = incident("2026-03-05T10:00:00Z", "p1", "p2");
  between_strangers.family.relationships = {
      {.one = PersonId{"p1"}, .other = PersonId{"p2"}, .kind = RelationshipKind::unconnected}};
  pairs.add(between_strangers);
  CHECK(pairs.followed().empty());

  auto two = incident("2026-03-05T10:00:00Z", "p1", "p2");
  two.victims.push_back({.id = PersonId{"p3"}});
  pairs.add(two);
  CHECK(pairs.followed().size() == 2);
}
