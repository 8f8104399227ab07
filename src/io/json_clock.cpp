#include "json_clock.hpp"

#include "policy_words.hpp"

#include <limits>

namespace earlyhelp::io {
namespace {

int minutes_of(const JsonValue& json) {
  const auto minutes = minutes_from(json.text());
  if (!minutes) json.fail("expected a time of day, written hh:mm");
  return *minutes;
}

}  // namespace

DutyClock clock_from(const JsonValue& json) {
  const auto kind = json.at("unit").choice<ClockKind>();
  DutyClock clock{.clock = {.kind = kind, .amount = 0}, .start = json.at("start").choice<ClockStart>()};
  if (kind == ClockKind::next_school_day) {
    if (const auto value = json.find("value")) value->fail("expected no value beside next_school_day");
  } else if (kind == ClockKind::daily_at) {
    clock.clock.amount = minutes_of(json.at("value"));
  } else {
    clock.clock.amount = static_cast<int>(json.at("value").integer(1, std::numeric_limits<int>::max()));
  }
  return clock;
}

void write_clock(JsonWriter& json, const DutyClock& clock) {
  json.key("unit").text(to_string(clock.clock.kind));
  if (clock.clock.kind == ClockKind::daily_at) {
    json.key("value").text(time_of_day(clock.clock.amount));
  } else if (clock.clock.kind != ClockKind::next_school_day) {
    json.key("value").number(clock.clock.amount);
  }
  json.key("start").text(to_string(clock.start));
}

}  // namespace earlyhelp::io
