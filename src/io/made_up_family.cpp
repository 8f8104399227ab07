#include "made_up_family.hpp"

#include <earlyhelp/people/children_facts.hpp>

#include <array>
#include <string>

namespace earlyhelp::io {
namespace {

constexpr int days_a_year = 365;

Date born_years_before(Date day, int years, Chance& chance) {
  return day - Days{years * days_a_year + years / 4 + chance.between(1, days_a_year - 1)};
}

Person make_up_person(const std::string& id, Date day, Chance& chance) {
  const int years = chance.happens(Share::under_18) ? chance.between(15, 17) : chance.between(18, 79);
  Person person{.id = PersonId{id}};
  if (chance.out_of_thousand(900)) {
    person.born = born_years_before(day, years, chance);
  } else if (chance.out_of_thousand(500)) {
    person.stated_age = StatedAge{.years = years, .on = day};
  }
  return person;
}

boost::optional<RelationshipKind> make_up_relationship(Chance& chance) {
  if (chance.happens(Share::unconnected)) return RelationshipKind::unconnected;
  if (chance.happens(Share::unknown_relationship)) return {};
  constexpr std::array kinds{RelationshipKind::spouse,           RelationshipKind::former_spouse,
                             RelationshipKind::intimate_partner, RelationshipKind::former_intimate_partner,
                             RelationshipKind::intimate_partner, RelationshipKind::former_intimate_partner,
                             RelationshipKind::co_parent,        RelationshipKind::relative};
  return chance.one_of(kinds);
}

/// 45 %, 32 %, 15 % and 8 % with one to four: 1.86 a family, as the service counted (1,541 in 830).
int make_up_number_of_children(Chance& chance) {
  const auto at = chance.below(100);
  if (at < 45) return 1;
  if (at < 77) return 2;
  return at < 92 ? 3 : 4;
}

std::vector<Child> make_up_children(const std::string& family, const MadeUpFamily& parents, Date day, Chance& chance) {
  std::vector<Child> children;
  if (!chance.happens(Share::with_children)) return children;
  const int number = make_up_number_of_children(chance);
  for (int i = 1; i <= number; ++i) {
    Child child{.person = {.id = PersonId{family + "-child-" + std::to_string(i)}},
                .related_to = {parents.victim.id},
                .lives_with = {parents.victim.id}};
    if (chance.out_of_thousand(950)) child.person.born = born_years_before(day, chance.between(0, 16), chance);
    if (chance.out_of_thousand(600)) child.lives_with.push_back(parents.suspect.id);
    children.push_back(std::move(child));
  }
  return children;
}

int make_up_number_of_incidents(Chance& chance) {
  const auto at = static_cast<int>(chance.below(1000));
  constexpr int one = per_thousand(Share::one_incident);
  constexpr int two = one + per_thousand(Share::two_incidents);
  constexpr int five = two + per_thousand(Share::three_to_five_incidents);
  if (at < one) return 1;
  if (at < two) return 2;
  return at < five ? chance.between(3, 5) : chance.between(6, 12);
}

boost::optional<RiskGrade> make_up_grade(Chance& chance) {
  const auto at = static_cast<int>(chance.below(1000));
  constexpr int standard = per_thousand(Share::standard);
  constexpr int medium = standard + per_thousand(Share::medium);
  constexpr int ungraded = medium + per_thousand(Share::ungraded);
  if (at < standard) return RiskGrade::standard;
  if (at < medium) return RiskGrade::medium;
  if (at < ungraded) return {};
  return RiskGrade::high;
}

/// Answers in the range that a checklist of this grade is suggested to have.
Checklist make_up_checklist(boost::optional<RiskGrade> grade, Chance& chance) {
  const int yes = grade == RiskGrade::high     ? chance.between(14, 20)
                  : grade == RiskGrade::medium ? chance.between(10, 13)
                                               : chance.between(0, 9);
  return {.instrument = Instrument::dash_2009,
          .version = ChecklistVersionId{"2009"},
          .content = ChecklistCounts{
              .yes_count = yes,
              .unanswered_count = chance.happens(Share::unfinished_checklist) ? chance.between(1, 5) : 0}};
}

Findings make_up_findings(boost::optional<RiskGrade> grade, Chance& chance) {
  const int graver = grade == RiskGrade::high ? 3 : grade == RiskGrade::medium ? 2 : 1;
  auto findings = Findings::all(Answer::no);
  for (const auto finding : values_of<Finding>) {
    if (finding == Finding::party_under_18 || finding == Finding::unborn_child) continue;
    if (chance.out_of_thousand(per_thousand(Share::finding) * graver)) findings.set(finding, Answer::yes);
    if (chance.happens(Share::unknown_finding)) findings.set(finding, Answer::unknown);
  }
  return findings.set(Finding::party_under_18, Answer::unknown);
}

boost::optional<EnumSet<Behaviour>> make_up_behaviours(Chance& chance) {
  if (chance.out_of_thousand(30)) return {};
  if (chance.out_of_thousand(70)) return EnumSet<Behaviour>{};
  EnumSet<Behaviour> behaviours{chance.one_of(values_of<Behaviour>)};
  behaviours.insert(chance.one_of(values_of<Behaviour>));
  return behaviours;
}

boost::optional<Judgement> make_up_judgement(Chance& chance) {
  if (!chance.happens(Share::judged)) return {};
  return Judgement{.grade = chance.out_of_thousand(500) ? RiskGrade::high : RiskGrade::medium,
                   .by = WorkerId{"worker-" + std::to_string(chance.below(8) + 1)},
                   .reason = ReasonId{"reason-" + std::to_string(chance.below(1'000'000))}};
}

WrittenInstant written(Date first_day, std::int64_t minutes) {
  constexpr std::int64_t minutes_a_day = 24 * 60;
  // A recording may be of something that happened before the first day.
  const auto days = (minutes + minutes_a_day) / minutes_a_day - 1;
  const auto day = first_day + Days{days};
  const auto rest = minutes - days * minutes_a_day;
  return {.instant = Instant{day, boost::posix_time::minutes{rest}}, .day = day};
}

}  // namespace

MadeUpFamily make_up_family(std::uint64_t number, Date day, const MadeUpFamily* other, Chance& chance) {
  const auto id = "family-" + std::to_string(number);
  MadeUpFamily family{.victim = make_up_person(id + "-victim", day, chance),
                      .suspect = make_up_person(id + "-suspect", day, chance),
                      .relationship = make_up_relationship(chance),
                      .children = {},
                      .incidents_left = make_up_number_of_incidents(chance)};
  if (other != nullptr && chance.happens(Share::known_suspect)) family.suspect = other->suspect;
  family.children = make_up_children(id, family, day, chance);
  return family;
}

Incident make_up_incident(std::uint64_t number, const MadeUpFamily& family, Date first_day, std::uint64_t half_minutes,
                          Chance& chance) {
  const auto recorded = static_cast<std::int64_t>(half_minutes / 2);
  const auto waited = chance.between(5, 12 * 60);
  const auto grade = make_up_grade(chance);
  const bool is_reversed = family.has_called && chance.happens(Share::reversed);
  Incident incident{.id = IncidentId{"incident-" + std::to_string(number)},
                    .occurred_at = written(first_day, recorded - waited),
                    .recorded_at = written(first_day, recorded),
                    .victims = {is_reversed ? family.suspect : family.victim},
                    .suspects = {is_reversed ? family.victim : family.suspect},
                    .behaviours = make_up_behaviours(chance),
                    .officer_grade = grade,
                    .judgement = make_up_judgement(chance),
                    .findings = make_up_findings(grade, chance),
                    .history_known = chance.happens(Share::history_known)};
  if (chance.happens(Share::attended)) incident.attended_at = written(first_day, recorded - waited / 2);
  if (chance.happens(Share::with_checklist)) incident.checklist = make_up_checklist(grade, chance);
  if (family.relationship) {
    incident.family.relationships.push_back(
        {.one = family.victim.id, .other = family.suspect.id, .kind = *family.relationship});
  }
  incident.family.children_known = chance.happens(Share::children_known);
  incident.family.children = family.children;
  return incident;
}

}  // namespace earlyhelp::io
