#include "row_parser.hpp"

#include <earlyhelp/io/history_reader.hpp>

#include <array>
#include <cstdint>
#include <stdexcept>
#include <utility>

namespace earlyhelp::io {

enum class HistoryKey : std::uint8_t { event, id, occurred_at, recorded_at, a, b, definition };
enum class HistoryEvent : std::uint8_t { incident, marac_referral, connected, shared_household };

}  // namespace earlyhelp::io

namespace earlyhelp {

template <>
struct Names<io::HistoryKey> {
  static constexpr std::array<std::string_view, 7> ids = {"event", "id", "occurred_at", "recorded_at",
                                                          "a",     "b",  "definition"};
};
template <>
struct Names<io::HistoryEvent> {
  static constexpr std::array<std::string_view, 4> ids = {"incident", "marac_referral", "connected",
                                                          "shared_household"};
};

}  // namespace earlyhelp

namespace earlyhelp::io {
namespace {

struct Draft {
  boost::optional<HistoryEvent> event = {};
  boost::optional<std::string> id = {};
  boost::optional<WrittenInstant> occurred_at = {};
  boost::optional<WrittenInstant> recorded_at = {};
  boost::optional<PersonId> a = {};
  boost::optional<PersonId> b = {};
  boost::optional<Definition> definition = {};
};

template <class Value>
void take(Draft& draft, HistoryKey key, Value& value) {
  switch (key) {
    case HistoryKey::event:
      draft.event =
          choice_of<HistoryEvent>(value, "expected one of incident, marac_referral, connected, shared_household");
      break;
    case HistoryKey::id:
      draft.id = reference_of<IncidentId>(value).value();
      break;
    case HistoryKey::occurred_at:
      draft.occurred_at = instant_of(value);
      break;
    case HistoryKey::recorded_at:
      draft.recorded_at = instant_of(value);
      break;
    case HistoryKey::a:
      draft.a = reference_of<PersonId>(value);
      break;
    case HistoryKey::b:
      draft.b = reference_of<PersonId>(value);
      break;
    case HistoryKey::definition:
      draft.definition = choice_of<Definition>(
          value, "expected one of domestic_abuse, family_conflict, party_under_16, undetermined, not_domestic");
      break;
  }
}

void refuse_if(bool is_wrong, HistoryKey key, std::string reason) {
  if (is_wrong) throw RowFault{.field = std::string{earlyhelp::to_string(key)}, .reason = std::move(reason)};
}

/// Which keys a row has is a matter of its event.
void check(const Draft& draft, EnumSet<HistoryKey> given) {
  require(given, HistoryKey::event);
  for (const auto key : {HistoryKey::id, HistoryKey::recorded_at, HistoryKey::a, HistoryKey::b}) require(given, key);
  const auto check_presence = [given](HistoryKey key, bool is_expected) {
    if (is_expected) require(given, key);
    refuse_if(!is_expected && given.contains(key), key, "an event of this kind has no such key");
  };
  const bool is_incident = *draft.event == HistoryEvent::incident;
  check_presence(HistoryKey::occurred_at, is_incident || *draft.event == HistoryEvent::marac_referral);
  check_presence(HistoryKey::definition, is_incident);
  refuse_if(draft.occurred_at && draft.occurred_at->instant > draft.recorded_at->instant, HistoryKey::occurred_at,
            "expected not after recorded_at");
  refuse_if(*draft.a == *draft.b, HistoryKey::b, "expected somebody else than a");
}

HistoryRecord record_from(Draft draft) {
  switch (*draft.event) {
    case HistoryEvent::incident:
      return PastIncident{.id = IncidentId{*std::move(draft.id)},
                          .occurred_at = *draft.occurred_at,
                          .recorded_at = draft.recorded_at->instant,
                          .victim = *std::move(draft.a),
                          .suspect = *std::move(draft.b),
                          .definition = *draft.definition};
    case HistoryEvent::marac_referral:
      return MaracReferral{.id = ReferralId{*std::move(draft.id)},
                           .occurred_at = *draft.occurred_at,
                           .recorded_at = draft.recorded_at->instant,
                           .victim = *std::move(draft.a),
                           .suspect = *std::move(draft.b)};
    case HistoryEvent::connected:
    case HistoryEvent::shared_household:
      break;
  }
  return PersonLink{
      .one = *std::move(draft.a), .other = *std::move(draft.b), .recorded_at = draft.recorded_at->instant};
}

}  // namespace

struct HistoryReader::State {
  RowParser parser;
};

HistoryReader::HistoryReader() : state_{std::make_unique<State>()} {}
HistoryReader::HistoryReader(HistoryReader&&) noexcept = default;
HistoryReader& HistoryReader::operator=(HistoryReader&&) noexcept = default;
HistoryReader::~HistoryReader() = default;

Row<HistoryRecord> HistoryReader::read(const Line& line) {
  return state_->parser.read<HistoryRecord>(line, [](auto& object) {
    Draft draft;
    const auto given =
        each_member<HistoryKey>(object, [&draft](HistoryKey key, auto& value) { take(draft, key, value); });
    check(draft, given);
    return record_from(std::move(draft));
  });
}

HistoryLoad load_history(const std::string& file, History& history,
                         const std::function<void(const Reject&)>& rejected) {
  LineReader lines{file};
  HistoryReader reader;
  HistoryLoad load;
  while (const auto line = lines.next()) {
    if (is_blank(*line)) continue;
    const auto row = reader.read(*line);
    if (const auto* reject = std::get_if<Reject>(&row)) {
      ++load.counts.rejected;
      rejected(*reject);
      continue;
    }
    ++load.counts.accepted;
    std::visit([&history](const auto& record) { history.add(record); }, std::get<HistoryRecord>(row));
  }
  load.error = lines.error();
  return load;
}

}  // namespace earlyhelp::io
