#include "incident_maker.hpp"
#include "record_reading.hpp"

#include <variant>

namespace earlyhelp::io {
namespace {

using enum FeedField;

constexpr int max_questions = 1000;
constexpr std::size_t usual_record_bytes = 65'536;

constexpr std::array time_fields = {occurred_at, recorded_at, reported_at, attended_at};

constexpr std::size_t time_index(FeedField field) noexcept {
  return static_cast<std::size_t>(field) - static_cast<std::size_t>(occurred_at);
}

const WrittenInstant& time_of(const Incident& incident, FeedField field) {
  if (field == occurred_at) return incident.occurred_at;
  if (field == recorded_at) return incident.recorded_at;
  return field == reported_at ? incident.reported_at : *incident.attended_at;
}

std::size_t bytes_of(const CsvCells& record) noexcept {
  std::size_t bytes = 0;
  for (const auto cell : record.cells) bytes += cell.size();
  return bytes;
}

}  // namespace

/// One record on the way to its incident.
class IncidentMaker::Reading {
 public:
  Reading(const IncidentMaker& maker, const CsvCells& record, std::uint64_t number)
      : maker_{maker}, of_{record, number} {}

  RecordReading& of() noexcept { return of_; }

  boost::optional<WrittenInstant> time(FeedField field) {
    return of_.time(source(field), maker_.zone_, [field](const Incident& row) { return time_of(row, field); });
  }

  Times times() {
    Times all;
    for (const auto field : time_fields) {
      const auto index = time_index(field);
      const auto from = maker_.same_as_[index];
      if (from == index) all[index] = time(field);
    }
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (maker_.same_as_[i] != i) all[i] = all[maker_.same_as_[i]];
    }
    return all;
  }

  std::vector<Person> victims(Date day) {
    const auto of = [](const Incident& row) -> const Person& { return row.victims.front(); };
    auto known = of_.reference<PersonId>(source(victim_id), [of](const Incident& row) { return of(row).id; });
    return person(std::move(known), source(victim_born), source(victim_age), of, day);
  }

  /// Requires: there is a victim.
  std::vector<Person> suspects(const PersonId& victim, Date day) {
    const auto of = [](const Incident& row) -> const Person& { return row.suspects.front(); };
    auto known = of_.reference<PersonId>(
        source(suspect_id), [of](const Incident& row) { return of(row).id; }, source(victim_id), victim);
    return person(std::move(known), source(suspect_born), source(suspect_age), of, day);
  }

  boost::optional<Judgement> judgement() {
    const auto grade =
        of_.choice<RiskGrade>(source(judgement_grade), [](const Incident& row) { return row.judgement->grade; });
    if (!grade) return {};
    auto by = of_.reference<WorkerId>(source(judgement_by), [](const Incident& row) { return row.judgement->by; });
    auto reason =
        of_.reference<ReasonId>(source(judgement_reason), [](const Incident& row) { return *row.judgement->reason; });
    of_.need(by.has_value());
    if (!of_.fits()) return {};
    return Judgement{.grade = *grade, .by = *std::move(by), .reason = std::move(reason)};
  }

  boost::optional<Checklist> checklist() {
    const auto counts = [](const Incident& row) { return std::get<ChecklistCounts>(row.checklist->content); };
    const auto instrument = of_.choice<Instrument>(source(checklist_instrument),
                                                   [](const Incident& row) { return row.checklist->instrument; });
    if (!instrument) return {};
    auto version = of_.reference<ChecklistVersionId>(source(checklist_version),
                                                     [](const Incident& row) { return row.checklist->version; });
    const auto yes = of_.number(source(checklist_yes_count), max_questions,
                                [counts](const Incident& row) { return counts(row).yes_count; });
    const auto unanswered = of_.number(source(checklist_unanswered_count), max_questions,
                                       [counts](const Incident& row) { return counts(row).unanswered_count; });
    of_.need(version && yes && unanswered);
    if (!of_.fits()) return {};
    return Checklist{.instrument = *instrument,
                     .version = *std::move(version),
                     .content = ChecklistCounts{.yes_count = *yes, .unanswered_count = *unanswered}};
  }

  Family family(const std::vector<Person>& victims, const std::vector<Person>& suspects) {
    const auto kind = of_.choice<RelationshipKind>(
        source(relationship), [](const Incident& row) { return row.family.relationships.front().kind; });
    const auto known =
        of_.given_only<bool>(source(children_known), [](const Incident& row) { return row.family.children_known; });
    Family family{.children_known = known.value_or(false)};
    if (kind && of_.fits()) {
      family.relationships.push_back({.one = victims.front().id, .other = suspects.front().id, .kind = *kind});
    }
    return family;
  }

  Findings findings() {
    auto all = Findings::all(Answer::unknown);
    for (const auto& [finding, source] : maker_.findings_) {
      const auto answer =
          of_.choice<Answer>(source, [which = finding](const Incident& row) { return row.findings[which]; });
      if (answer) all.set(finding, *answer);
    }
    return all;
  }

 private:
  const ValueSource& source(FeedField field) const noexcept { return maker_.source(field); }

  template <class Of>
  std::vector<Person> person(boost::optional<PersonId> id, const ValueSource& born, const ValueSource& age, Of of,
                             Date day_of_incident) {
    const auto birth = of_.day(born, [of](const Incident& row) { return *of(row).born; });
    const auto years =
        of_.number(age, max_stated_age_years, [of](const Incident& row) { return of(row).stated_age->years; });
    of_.need(id && (!birth || *birth <= day_of_incident));
    std::vector<Person> all;
    if (!of_.fits()) return all;
    boost::optional<StatedAge> stated;
    if (years) stated = StatedAge{.years = *years, .on = day_of_incident};
    all.reserve(1);
    all.push_back({.id = *std::move(id), .born = birth, .stated_age = stated});
    return all;
  }

  const IncidentMaker& maker_;
  RecordReading of_;
};

IncidentMaker::IncidentMaker(const RecordMapper& mapper) : is_usual_{true}, zone_{mapper.mapping().time_zone} {
  for (std::size_t i = 0; i < same_as_.size(); ++i) same_as_[i] = i;
  for (const auto field : values_of<FeedField>) {
    const auto& placed = mapper.placed(field);
    if (!placed) continue;
    if (const auto* same = std::get_if<SameAs>(&placed->rule)) {
      const auto& other = mapper.placed(same->field);
      is_usual_ = is_usual_ && kind_of(field) == FieldKind::time && kind_of(same->field) == FieldKind::time && other &&
                  !std::holds_alternative<SameAs>(other->rule);
      if (is_usual_) same_as_[time_index(field)] = time_index(same->field);
      continue;
    }
    const auto* column = std::get_if<FromColumn>(&placed->rule);
    if (column != nullptr && column->is_wall_time && placed->kind != FieldKind::time) is_usual_ = false;
    sources_[static_cast<std::size_t>(field)] = ValueSource{*placed, field};
  }
  for (const auto finding : values_of<Finding>) {
    const auto& placed = mapper.placed(finding);
    if (!placed) continue;
    const auto* column = std::get_if<FromColumn>(&placed->rule);
    is_usual_ =
        is_usual_ && !std::holds_alternative<SameAs>(placed->rule) && (column == nullptr || !column->is_wall_time);
    findings_.emplace_back(finding, ValueSource{*placed, finding});
  }
}

bool IncidentMaker::make(const CsvCells& record, std::uint64_t number, boost::optional<Row<Incident>>& into) const {
  if (!is_usual_ || bytes_of(record) > usual_record_bytes) return false;
  Reading reading{*this, record, number};
  auto& of = reading.of();
  const auto times = reading.times();
  const auto& occurred = times[time_index(occurred_at)];
  const auto& recorded = times[time_index(recorded_at)];
  const auto& reported = times[time_index(reported_at)];
  if (!occurred || !recorded || occurred->instant > recorded->instant) return false;
  auto id = of.reference<IncidentId>(source(FeedField::id), [](const Incident& row) { return row.id; });
  auto victims = reading.victims(occurred->day);
  if (victims.empty()) return false;
  auto suspects = reading.suspects(victims.front().id, occurred->day);
  const auto behaved =
      of.given_only<EnumSet<Behaviour>>(source(behaviours), [](const Incident& row) { return *row.behaviours; });
  const auto graded =
      of.choice<RiskGrade>(source(officer_grade), [](const Incident& row) { return *row.officer_grade; });
  auto judged = reading.judgement();
  auto checked = reading.checklist();
  const auto found = reading.findings();
  const auto history =
      of.given_only<bool>(source(history_known), [](const Incident& row) { return row.history_known; });
  auto family = reading.family(victims, suspects);
  if (!of.fits() || !id || victims.front().id == suspects.front().id) return false;
  into.emplace(Incident{.id = *std::move(id),
                        .occurred_at = *occurred,
                        .recorded_at = *recorded,
                        .reported_at = reported ? *reported : *recorded,
                        .attended_at = times[time_index(attended_at)],
                        .victims = std::move(victims),
                        .suspects = std::move(suspects),
                        .behaviours = behaved,
                        .officer_grade = graded,
                        .judgement = std::move(judged),
                        .checklist = std::move(checked),
                        .findings = found,
                        .history_known = history.value_or(false),
                        .family = std::move(family)});
  return true;
}

boost::optional<WrittenInstant> IncidentMaker::when_recorded(const CsvCells& record) const {
  if (!is_usual_) return {};
  return Reading{*this, record, 0}.time(time_fields[same_as_[time_index(recorded_at)]]);
}

}  // namespace earlyhelp::io
