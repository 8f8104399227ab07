#include "grading_row.hpp"
#include "people_row.hpp"
#include "row_parser.hpp"

#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/io/incident_reader.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace earlyhelp::io {

enum class IncidentKey : std::uint8_t {
  id,
  occurred_at,
  recorded_at,
  victims,
  suspects,
  reported_at,
  attended_at,
  relationships,
  behaviours,
  officer_grade,
  judgement,
  checklist,
  findings,
  history_known,
  children_known,
  children,
  unborn,
};

}  // namespace earlyhelp::io

namespace earlyhelp {

template <>
struct Names<io::IncidentKey> {
  static constexpr std::array<std::string_view, 17> ids = {
      "id",          "occurred_at",   "recorded_at",    "victims",       "suspects",  "reported_at",
      "attended_at", "relationships", "behaviours",     "officer_grade", "judgement", "checklist",
      "findings",    "history_known", "children_known", "children",      "unborn"};
};

}  // namespace earlyhelp

namespace earlyhelp::io {
namespace {

/// What is read of a row so far. The members of Incident that are required are here not yet known.
struct Draft {
  boost::optional<IncidentId> id = {};
  boost::optional<WrittenInstant> occurred_at = {};
  boost::optional<WrittenInstant> recorded_at = {};
  boost::optional<WrittenInstant> reported_at = {};
  boost::optional<WrittenInstant> attended_at = {};
  std::vector<Person> victims = {};
  std::vector<Person> suspects = {};
  boost::optional<EnumSet<Behaviour>> behaviours = {};
  boost::optional<RiskGrade> officer_grade = {};
  boost::optional<Judgement> judgement = {};
  boost::optional<Checklist> checklist = {};
  Findings findings = Findings::all(Answer::unknown);
  bool history_known = false;
  Family family = {};
};

constexpr std::string_view too_many_people = "expected no more than 100";
constexpr std::string_view too_many_relationships = "expected no more than 1000";
static_assert(max_people == 100 && max_relationships == 1000);

/// What there is too much of is refused while it is read: a row must not take memory for what nobody will use.
template <class Value, class Thing, class Make>
void take_all(Value& value, std::vector<Thing>& things, Make make) {
  constexpr bool are_relationships = std::is_same_v<Thing, Relationship>;
  each_element(value, [&](auto& item) {
    if (things.size() == (are_relationships ? max_relationships : max_people)) {
      refuse(are_relationships ? too_many_relationships : too_many_people);
    }
    things.push_back(make(item));
  });
}

template <class Value>
void take(Draft& draft, IncidentKey key, Value& value) {
  switch (key) {
    case IncidentKey::id:
      draft.id = reference_of<IncidentId>(value);
      break;
    case IncidentKey::occurred_at:
      draft.occurred_at = instant_of(value);
      break;
    case IncidentKey::recorded_at:
      draft.recorded_at = instant_of(value);
      break;
    case IncidentKey::reported_at:
      draft.reported_at = instant_of(value);
      break;
    case IncidentKey::attended_at:
      draft.attended_at = instant_of(value);
      break;
    case IncidentKey::victims:
      take_all(value, draft.victims, person_of<Value>);
      break;
    case IncidentKey::suspects:
      take_all(value, draft.suspects, person_of<Value>);
      break;
    case IncidentKey::relationships:
      take_all(value, draft.family.relationships, relationship_of<Value>);
      break;
    case IncidentKey::behaviours:
      draft.behaviours = behaviours_of(value);
      break;
    case IncidentKey::officer_grade:
      draft.officer_grade = grade_of(value);
      break;
    case IncidentKey::judgement:
      draft.judgement = judgement_of(value);
      break;
    case IncidentKey::checklist:
      draft.checklist = checklist_of(value);
      break;
    case IncidentKey::findings:
      draft.findings = findings_of(value);
      break;
    case IncidentKey::history_known:
      draft.history_known = boolean_of(value);
      break;
    case IncidentKey::children_known:
      draft.family.children_known = boolean_of(value);
      break;
    case IncidentKey::children:
      take_all(value, draft.family.children, child_of<Value>);
      break;
    case IncidentKey::unborn:
      take_all(value, draft.family.unborn, unborn_child_of<Value>);
      break;
  }
}

[[noreturn]] void refuse_at(std::string field, std::string reason) {
  throw RowFault{.field = std::move(field), .reason = std::move(reason)};
}

/// What no single value shows: the order of times, birth after the incident, nobody who did it to anybody else.
void check(const Draft& draft) {
  if (draft.occurred_at->instant > draft.recorded_at->instant)
    refuse_at("occurred_at", "expected not after recorded_at");
  const auto check_people = [&](const std::vector<Person>& people, const std::string& field) {
    if (people.empty()) refuse_at(field, "expected at least one person");
    for (std::size_t i = 0; i < people.size(); ++i) {
      if (people[i].born && *people[i].born > draft.occurred_at->day) {
        refuse_at(field + '[' + std::to_string(i) + "].born", "expected not after the day of the incident");
      }
    }
  };
  check_people(draft.victims, "victims");
  check_people(draft.suspects, "suspects");
  const auto& first = draft.victims.front().id;
  const auto is_first = [&first](const Person& person) { return person.id == first; };
  if (std::all_of(draft.victims.begin(), draft.victims.end(), is_first) &&
      std::all_of(draft.suspects.begin(), draft.suspects.end(), is_first)) {
    refuse_at("suspects", "expected somebody else than the victim");
  }
}

void state_ages_on(Date day, Draft& draft) {
  const auto state = [day](Person& person) {
    if (person.stated_age) person.stated_age->on = day;
  };
  for (auto& victim : draft.victims) state(victim);
  for (auto& suspect : draft.suspects) state(suspect);
  for (auto& child : draft.family.children) state(child.person);
}

Incident incident_from(Draft&& draft) {
  state_ages_on(draft.occurred_at->day, draft);
  return {.id = *std::move(draft.id),
          .occurred_at = *draft.occurred_at,
          .recorded_at = *draft.recorded_at,
          .reported_at = draft.reported_at ? *draft.reported_at : *draft.recorded_at,
          .attended_at = draft.attended_at,
          .victims = std::move(draft.victims),
          .suspects = std::move(draft.suspects),
          .behaviours = draft.behaviours,
          .officer_grade = draft.officer_grade,
          .judgement = std::move(draft.judgement),
          .checklist = std::move(draft.checklist),
          .findings = draft.findings,
          .history_known = draft.history_known,
          .family = std::move(draft.family)};
}

}  // namespace

struct IncidentReader::State {
  RowParser parser;
};

IncidentReader::IncidentReader() : state_{std::make_unique<State>()} {}
IncidentReader::IncidentReader(IncidentReader&&) noexcept = default;
IncidentReader& IncidentReader::operator=(IncidentReader&&) noexcept = default;
IncidentReader::~IncidentReader() = default;

Row<Incident> IncidentReader::read(const Line& line) {
  return state_->parser.read<Incident>(line, [](auto& object) {
    Draft draft;
    const auto given =
        each_member<IncidentKey>(object, [&draft](IncidentKey key, auto& value) { take(draft, key, value); });
    for (const auto key : {IncidentKey::id, IncidentKey::occurred_at, IncidentKey::recorded_at, IncidentKey::victims,
                           IncidentKey::suspects}) {
      require(given, key);
    }
    check(draft);
    return incident_from(std::move(draft));
  });
}

}  // namespace earlyhelp::io
