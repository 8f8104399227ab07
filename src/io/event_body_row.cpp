#include "event_body_row.hpp"

#include "contact_members.hpp"
#include "listed_value.hpp"
#include "listed_writer.hpp"
#include "support_members.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <variant>

namespace earlyhelp::io {
namespace {

/// A period as a row has it.
struct FirstAndLast {
  Date first;
  Date last;
};

}  // namespace

template <>
struct Members<FirstAndLast> {
  static constexpr std::tuple all{member("first", &FirstAndLast::first), member("last", &FirstAndLast::last)};
};

template <>
void check(const FirstAndLast& days) {
  if (days.last < days.first) refuse_member("last", "expected not before first");
}
template <>
void check(const ChannelConfirmed& confirmed) {
  if (confirmed.safe_from == confirmed.safe_until) refuse_member("safe_until", "expected another time than safe_from");
}
template <>
void check(const AttendanceRecorded& attendance) {
  if (attendance.attended > attendance.possible) refuse_member("attended", "expected not more than possible");
}
template <>
void check(const OutcomeMetric& metric) {
  if (!is_reference(metric.instrument.view()))
    refuse_member("instrument", "expected 1 to 31 bytes without white space");
}

template <class Value>
Period made_from(Made<Period>, Value& value) {
  const auto days = value_from<FirstAndLast>(value);
  return Period{days.first, days.last};
}
template <class Value>
Triaged made_from(Made<Triaged>, Value& value) {
  return Triaged{case_decision_of(value)};
}

void write_value(const Period& period, JsonWriter& json) {
  write_value(FirstAndLast{.first = period.first(), .last = period.last()}, json);
}
void write_value(const Triaged& triaged, JsonWriter& json) { write_case_decision(triaged.decision(), json); }

namespace {

template <class Value, std::size_t... Kind>
CaseEventBody body_of(Value& value, EventKind kind, std::index_sequence<Kind...>) {
  using Reader = CaseEventBody (*)(Value&);
  static constexpr std::array<Reader, sizeof...(Kind)> readers = {[](Value& of_kind) {
    return CaseEventBody{value_from<std::variant_alternative_t<Kind, CaseEventBody>>(of_kind)};
  }...};
  return readers[static_cast<std::size_t>(kind)](value);
}

}  // namespace

template <class Value>
CaseEventBody event_body_of(Value& value, EventKind kind) {
  return body_of(value, kind, std::make_index_sequence<count_of<EventKind>>{});
}

template CaseEventBody event_body_of(JsonRow&, EventKind);
template CaseEventBody event_body_of(PlainRow&, EventKind);

void write_event_body(const CaseEventBody& body, JsonWriter& json) {
  std::visit([&json](const auto& of_kind) { write_value(of_kind, json); }, body);
}

}  // namespace earlyhelp::io
