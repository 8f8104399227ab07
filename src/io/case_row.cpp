#include "case_row.hpp"

#include "case_members.hpp"
#include "event_body_row.hpp"
#include "listed_value.hpp"

#include <simdjson.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace earlyhelp::io {

/// What says how the rest of a row is to be read.
struct RowHead {
  CaseId of;
  CaseRecordKind record;
  EventKind event = {};  ///< of an event
};

/// A text of the head of a row, met again with the rest.
struct HeadText {};
template <class Value, class... Of>
HeadText made_from(Made<HeadText>, Value& value, const Of&...) {
  (void)text_of(value, "expected a text");
  return {};
}
template <class Value>
CaseEventBody made_from(Made<CaseEventBody>, Value& value, EventKind kind) {
  return event_body_of(value, kind);
}

template <>
void check(const FamilyTie& tie) {
  if (tie.one == tie.other) refuse_member("other", "expected somebody else than one");
  if (tie.from && tie.until && *tie.until < *tie.from) refuse_member("until", "expected not before from");
}
template <>
void check(const Residence& residence) {
  if (residence.from && residence.until && *residence.until < *residence.from)
    refuse_member("until", "expected not before from");
}

namespace {

constexpr std::string_view case_word = "case";
constexpr std::string_view record_word = "record";
constexpr std::string_view kind_word = "kind";

constexpr auto head_text(std::string_view word) {
  return RecordMember<HeadText, HeadText>{.key = key_text(word), .place = nullptr, .range = counts<int>};
}

template <class Record>
struct RowMembers {
  static constexpr std::tuple head{head_text(case_word), head_text(record_word)};
  static constexpr auto all = std::tuple_cat(head, Members<Record>::all);
};
template <>
struct RowMembers<CaseEvent> {
  static constexpr std::tuple head{head_text(case_word), head_text(record_word), head_text(kind_word)};
  static constexpr auto all = std::tuple_cat(head, Members<CaseEvent>::all);
};

template <class Record, class Object, class... Of>
CaseRecord record_from(Object& object, const Of&... of) {
  using Row = RowMembers<Record>;
  return record_of<Record, std::tuple_size_v<std::decay_t<decltype(Row::head)>>>(read_listed<Row>(object, of...));
}

/// The first texts of a row that is written as the writer does; `row` stays where it is.
RowHead head_of(PlainRow row) {
  const auto next_key = [&row](char before, std::string_view word) {
    row.need(before);
    if (row.text() != word) PlainRow::give_up();
    row.need(':');
  };
  next_key('{', case_word);
  RowHead head{.of = reference_of<CaseId>(row), .record = CaseRecordKind::event};
  next_key(',', record_word);
  head.record = value_from<CaseRecordKind>(row);
  if (head.record != CaseRecordKind::event) return head;
  next_key(',', kind_word);
  head.event = value_from<EventKind>(row);
  return head;
}

/// The same texts wherever they stand.
RowHead head_of(simdjson::ondemand::object& object) {
  boost::optional<CaseId> of;
  boost::optional<CaseRecordKind> record;
  boost::optional<std::string> kind;
  const auto take = [&](std::string_view key, JsonRow& value) {
    if (key == case_word && !take_null(value)) of = reference_of<CaseId>(value);
    if (key == record_word && !take_null(value)) record = value_from<CaseRecordKind>(value);
    if (key == kind_word && !take_null(value)) {
      const bool is_text = value.raw_json_token().front() == '"';
      kind = is_text ? std::string{text_of(value, "expected a text")} : "";
    }
  };
  each_field(object, [&take](auto& field) {
    const auto key = key_of(field);
    try {
      take(key, field.value());
    } catch (RowFault& fault) {
      fault.put_before(key);
      throw;
    }
  });
  (void)taken(object.reset(), "expected an object");
  if (!of) refuse_member(case_word, "missing");
  if (!record) refuse_member(record_word, "missing");
  RowHead head{.of = *std::move(of), .record = *record};
  if (head.record != CaseRecordKind::event) return head;
  if (!kind) refuse_member(kind_word, "missing");
  const auto event = parse<EventKind>(*kind);
  if (!event) refuse_member(kind_word, choice_words<EventKind>.view());
  head.event = *event;
  return head;
}

template <class Object>
CaseRecord record_of_kind(Object& object, const RowHead& head) {
  switch (head.record) {
    case CaseRecordKind::member:
      return record_from<FamilyMember>(object);
    case CaseRecordKind::tie:
      return record_from<FamilyTie>(object);
    case CaseRecordKind::residence:
      return record_from<Residence>(object);
    case CaseRecordKind::event:
      break;
  }
  return record_from<CaseEvent>(object, head.event);
}

void check_kept(const CaseId& of, const CaseEvent& event) {
  if (event.occurred_at > event.recorded_at) refuse_member("occurred_at", "expected not after recorded_at");
  if (event_fault(CaseFile{.id = of}, event)) refuse_member("body", "expected what can have happened");
}

/// What stands in front of a row that is no JSON as a whole, as when the file breaks off in it.
void add_plain_texts(std::string_view text, std::vector<CaseId>& named) {
  PlainRow row{text};
  try {
    row.need('{');
    do {
      const auto key = row.text();
      row.need(':');
      const auto value = row.text();
      if (key != case_word || !simdjson::validate_utf8(value.data(), value.size())) continue;
      named.push_back(reference_from<CaseId>(value));
    } while (row.next_is(','));
  } catch (const NotPlain&) {
    return;
  } catch (const RowFault&) {
    return;
  }
}

}  // namespace

Row<CaseRow> read_case_row(const Line& line, RowParser& parser) {
  return parser.read<CaseRow>(line, [](auto& object) {
    const auto head = head_of(object);
    CaseRow row{.of = head.of, .record = record_of_kind(object, head)};
    if (const auto* event = std::get_if<CaseEvent>(&row.record)) check_kept(row.of, *event);
    return row;
  });
}

std::vector<CaseId> cases_named_in(const Line& line, RowParser& parser) {
  std::vector<CaseId> named;
  const auto is_read = parser.read_any<bool>(line, [&named](auto& object) {
    each_field(object, [&named](auto& field) {
      if (key_of(field) == case_word) named.push_back(reference_of<CaseId>(field.value()));
    });
    return true;
  });
  const bool is_json = std::holds_alternative<bool>(is_read);
  if (!is_json && named.empty() && !line.text.empty()) add_plain_texts(line.text, named);
  return named;
}

}  // namespace earlyhelp::io
