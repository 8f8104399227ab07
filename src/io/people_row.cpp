#include "people_row.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace earlyhelp::io {

enum class PersonKey : std::uint8_t { id, born, age };
enum class ChildKey : std::uint8_t { id, born, age, died, related_to, lives_with };
enum class RelationshipKey : std::uint8_t { between, kind };
enum class UnbornKey : std::uint8_t { mother };

}  // namespace earlyhelp::io

namespace earlyhelp {

template <>
struct Names<io::PersonKey> {
  static constexpr std::array<std::string_view, 3> ids = {"id", "born", "age"};
};
template <>
struct Names<io::ChildKey> {
  static constexpr std::array<std::string_view, 6> ids = {"id", "born", "age", "died", "related_to", "lives_with"};
};
template <>
struct Names<io::RelationshipKey> {
  static constexpr std::array<std::string_view, 2> ids = {"between", "kind"};
};
template <>
struct Names<io::UnbornKey> {
  static constexpr std::array<std::string_view, 1> ids = {"mother"};
};

}  // namespace earlyhelp

namespace earlyhelp::io {
namespace {

using MaybeId = boost::optional<PersonId>;
using MaybeDay = boost::optional<Date>;

boost::optional<StatedAge> age_of(JsonRow& value) {
  const auto years = whole_number_of(value, 0, max_stated_age_years, "expected an age in whole years from 0 to 120");
  return StatedAge{.years = years, .on = day_not_yet_read()};
}

std::vector<PersonId> people_of(JsonRow& value) {
  std::vector<PersonId> people;
  each_element(value, [&](JsonRow& item) { people.push_back(reference_of<PersonId>(item)); });
  return people;
}

}  // namespace

Person person_of(JsonRow& value) {
  MaybeId id;
  MaybeDay born;
  boost::optional<StatedAge> age;
  const auto given = each_member<PersonKey>(object_of(value), [&](PersonKey key, JsonRow& member) {
    switch (key) {
      case PersonKey::id:
        id = reference_of<PersonId>(member);
        break;
      case PersonKey::born:
        born = day_of(member);
        break;
      case PersonKey::age:
        age = age_of(member);
        break;
    }
  });
  require(given, PersonKey::id);
  return {.id = *std::move(id), .born = born, .stated_age = age};
}

Child child_of(JsonRow& value) {
  MaybeId id;
  MaybeDay born;
  MaybeDay died;
  boost::optional<StatedAge> age;
  std::vector<PersonId> related_to;
  std::vector<PersonId> lives_with;
  const auto given = each_member<ChildKey>(object_of(value), [&](ChildKey key, JsonRow& member) {
    switch (key) {
      case ChildKey::id:
        id = reference_of<PersonId>(member);
        break;
      case ChildKey::born:
        born = day_of(member);
        break;
      case ChildKey::age:
        age = age_of(member);
        break;
      case ChildKey::died:
        died = day_of(member);
        break;
      case ChildKey::related_to:
        related_to = people_of(member);
        break;
      case ChildKey::lives_with:
        lives_with = people_of(member);
        break;
    }
  });
  require(given, ChildKey::id);
  return {.person = {.id = *std::move(id), .born = born, .stated_age = age},
          .died = died,
          .related_to = std::move(related_to),
          .lives_with = std::move(lives_with)};
}

Relationship relationship_of(JsonRow& value) {
  std::vector<PersonId> between;
  boost::optional<RelationshipKind> kind;
  const auto given = each_member<RelationshipKey>(object_of(value), [&](RelationshipKey key, JsonRow& member) {
    if (key == RelationshipKey::kind) {
      kind = choice_of<RelationshipKind>(member, "expected a kind of relationship");
      return;
    }
    between = people_of(member);
    if (between.size() != 2 || between[0] == between[1]) refuse("expected two different people");
  });
  require(given, RelationshipKey::between);
  require(given, RelationshipKey::kind);
  return {.one = std::move(between[0]), .other = std::move(between[1]), .kind = *kind};
}

UnbornChild unborn_child_of(JsonRow& value) {
  MaybeId mother;
  const auto given = each_member<UnbornKey>(
      object_of(value), [&](UnbornKey, JsonRow& member) { mother = reference_of<PersonId>(member); });
  require(given, UnbornKey::mother);
  return {.mother = *std::move(mother)};
}

}  // namespace earlyhelp::io
