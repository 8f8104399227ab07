#include <earlyhelp/incident/history.hpp>

#include "support/make_incident.hpp"
#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr HistoryWindows windows{.escalation_months = 12, .marac_repeat_months = 12};

/// make_incident() against its suspect by two victims, of whom the record says nothing to each other.
Incident against_two() {
  auto incident = make_incident();
  incident.victims.push_back(make_adult("daughter"));
  return incident;
}

int other_victims(const History& history, const Incident& incident) {
  return history.before(incident, make_parties(), windows).facts.suspect_other_victims;
}

Incident earlier(Incident incident, const std::string& id) {
  incident.id = IncidentId{id};
  incident.occurred_at = incident.recorded_at = make_written("2025-01-01T12:00:00Z");
  return incident;
}

Relationship related(const std::string& one, const std::string& other, RelationshipKind kind) {
  return {.one = PersonId{one}, .other = PersonId{other}, .kind = kind};
}

std::string person_name(int number) { return "person-" + std::to_string(number); }

std::vector<PersonId> ids(const std::vector<Person>& people) {
  std::vector<PersonId> found;
  for (const auto& person : people) found.push_back(person.id);
  return found;
}

PastIncident past(const Incident& incident, const PersonId& victim) {
  return {.id = incident.id,
          .occurred_at = incident.occurred_at,
          .recorded_at = incident.recorded_at.instant,
          .victim = victim,
          .suspect = incident.suspects.front().id,
          .definition = Definition::domestic_abuse};
}

/// Random incidents, most against one suspect, of which one in `link_in` says of two more people that they are related.
class RandomIncidents {
 public:
  RandomIncidents(unsigned seed, int link_in) : engine_{seed}, link_in_{link_in} {}

  Incident next() {
    auto incident = make_incident();
    incident.id = IncidentId{"i-" + std::to_string(number_++)};
    incident.victims = {make_adult(person_name(1 + below(90)))};
    incident.suspects = {make_adult(person_name(0))};
    if (below(8) == 0) std::swap(incident.victims, incident.suspects);
    incident.occurred_at.instant =
        Instant::of_microseconds(incident.occurred_at.instant.microseconds() + below(9) * 60'000'000);
    incident.recorded_at = incident.occurred_at;
    incident.family.relationships = {
        related(incident.victims.front().id.value(), person_name(0), RelationshipKind::spouse)};
    if (below(link_in_) == 0) {
      incident.family.relationships.push_back(
          related(person_name(below(90)), person_name(below(100)), RelationshipKind::relative));
    }
    const auto companion = make_adult(person_name(below(110)));
    if (below(3) == 0 && companion.id != incident.suspects.front().id) incident.victims.push_back(companion);
    return incident;
  }

 private:
  int below(int end) { return std::uniform_int_distribution<int>{0, end - 1}(engine_); }

  std::mt19937 engine_;
  int link_in_;
  int number_ = 0;
};

}  // namespace

TEST_CASE("two victims of one incident who are related in its own record belong together", "[incident]") {
  const auto [kind, others] = GENERATE(table<RelationshipKind, int>(
      {{RelationshipKind::relative, 0}, {RelationshipKind::former_spouse, 0}, {RelationshipKind::unconnected, 1}}));
  auto incident = against_two();
  CHECK(other_victims(History{}, incident) == 1);

  incident.family.relationships.push_back(related("daughter", "victim", kind));

  CHECK(other_victims(History{}, incident) == others);
}

TEST_CASE("a child who is a victim beside a parent belongs to the parent, by relation or by residence", "[incident]") {
  const bool by_residence = GENERATE(false, true);
  auto incident = against_two();
  Child child{.person = {.id = PersonId{"daughter"}}};
  (by_residence ? child.lives_with : child.related_to).emplace_back("victim");

  incident.family.children.push_back(child);

  CHECK(other_victims(History{}, incident) == 0);
}

TEST_CASE("relationships that an earlier incident recorded connect the victims of a later one", "[incident]") {
  auto first = earlier(against_two(), "i-0");
  first.family.relationships.push_back(related("daughter", "victim", RelationshipKind::relative));
  History history;
  history.add(first);

  CHECK(other_victims(history, make_incident()) == 0);
  CHECK(other_victims(history, against_two()) == 0);
}

TEST_CASE("a relationship recorded after the incident was does not count yet", "[incident]") {
  auto later = earlier(against_two(), "i-0");
  later.family.relationships.push_back(related("daughter", "victim", RelationshipKind::relative));
  later.recorded_at = make_written("2025-07-01T12:00:00Z");
  History history;
  history.add(later);

  CHECK(other_victims(history, against_two()) == 1);
}

TEST_CASE("what both victims are to their suspect does not connect them", "[incident]") {
  auto incident = against_two();
  incident.family.relationships.push_back(related("daughter", "suspect", RelationshipKind::relative));

  CHECK(other_victims(History{}, incident) == 1);
}

TEST_CASE("a relationship in the record of an incident counts as a link recorded with it", "[incident][property]") {
  const auto link_in = GENERATE(3, 12, 60);
  for (unsigned seed = 1; seed <= 4; ++seed) {
    RandomIncidents incidents{seed, link_in};
    History with_families;
    History with_links;
    for (int number = 0; number < 400; ++number) {
      const auto incident = incidents.next();
      for (const auto& [one, other, kind] : incident.family.relationships) {
        with_links.add(PersonLink{.one = one, .other = other, .recorded_at = incident.recorded_at.instant});
      }
      const Parties parties{.victim = incident.victims.front(), .suspect = incident.suspects.front()};
      const auto victims = ids(incident.victims);
      INFO("seed " << seed << ", incident " << number);

      const auto expected = with_links.before(past(incident, victims.front()), victims, windows);
      CHECK(with_families.before(incident, parties, windows).facts.suspect_other_victims ==
            expected.facts.suspect_other_victims);

      with_families.add(incident);
      for (const auto& victim : victims) with_links.add(past(incident, victim));
    }
  }
}
