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

template <class Value>
boost::optional<StatedAge> age_of(Value& value) {
  const auto years = whole_number_of(value, 0, max_stated_age_years, "expected an age in whole years from 0 to 120");
  return StatedAge{.years = years, .on = day_not_yet_read()};
}

template <class Value>
std::vector<PersonId> people_of(Value& value) {
  std::vector<PersonId> people;
  each_element(value, [&](auto& item) { people.push_back(reference_of<PersonId>(item)); });
  return people;
}

}  // namespace

template <class Value>
Person person_of(Value& value) {
  MaybeId id;
  MaybeDay born;
  boost::optional<StatedAge> age;
  const auto given = each_member<PersonKey>(value, [&](PersonKey key, auto& member) {
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

template <class Value>
Child child_of(Value& value) {
  MaybeId id;
  MaybeDay born;
  MaybeDay died;
  boost::optional<StatedAge> age;
  std::vector<PersonId> related_to;
  std::vector<PersonId> lives_with;
  const auto given = each_member<ChildKey>(value, [&](ChildKey key, auto& member) {
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

template <class Value>
Relationship relationship_of(Value& value) {
  std::vector<PersonId> between;
  boost::optional<RelationshipKind> kind;
  const auto given = each_member<RelationshipKey>(value, [&](RelationshipKey key, auto& member) {
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

template <class Value>
UnbornChild unborn_child_of(Value& value) {
  MaybeId mother;
  const auto given =
      each_member<UnbornKey>(value, [&](UnbornKey, auto& member) { mother = reference_of<PersonId>(member); });
  require(given, UnbornKey::mother);
  return {.mother = *std::move(mother)};
}

template Person person_of(JsonRow&);
template Person person_of(PlainRow&);
template Child child_of(JsonRow&);
template Child child_of(PlainRow&);
template Relationship relationship_of(JsonRow&);
template Relationship relationship_of(PlainRow&);
template UnbornChild unborn_child_of(JsonRow&);
template UnbornChild unborn_child_of(PlainRow&);

}  // namespace earlyhelp::io
