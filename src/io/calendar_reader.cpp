#include "json_document.hpp"
#include "json_values.hpp"

#include <earlyhelp/io/calendar_reader.hpp>

#include <utility>
#include <vector>

namespace earlyhelp::io {
namespace {

Period period_from(const JsonValue& json) {
  return json.build([&] { return Period{day_from(json.at("first")), day_from(json.at("last"))}; });
}

/// The days in order, each once and inside `known`: the first that is not is named.
std::vector<Date> days_from(const JsonValue& json, const Period& known) {
  std::vector<Date> days;
  for (const auto& item : json.items()) {
    const auto day = day_from(item);
    if (!known.contains(day)) item.fail("expected a day from `first` to `last`");
    if (!days.empty() && day <= days.back()) item.fail("expected days in order, each once");
    days.push_back(day);
  }
  return days;
}

Holidays holidays_from(const JsonValue& json) {
  json.only({"source", "first", "last", "days"});
  static_cast<void>(source_from(json.at("source")));
  const auto known = period_from(json);
  return {.known = known, .days = days_from(json.at("days"), known)};
}

SchoolTerms school_terms_from(const JsonValue& json) {
  json.only({"source", "first", "last", "terms"});
  if (const auto source = json.find("source")) static_cast<void>(source_from(*source));
  SchoolTerms terms{.known = period_from(json), .terms = {}};
  for (const auto& item : json.at("terms").items()) {
    item.only({"first", "last"});
    const auto term = period_from(item);
    if (!terms.known.contains(term.first()) || !terms.known.contains(term.last())) {
      item.fail("expected a term inside the days from `first` to `last` of all terms");
    }
    if (!terms.terms.empty() && term.first() <= terms.terms.back().last()) {
      item.fail("expected terms in order, none overlapping another");
    }
    terms.terms.push_back(term);
  }
  return terms;
}

Calendar calendar_from(const JsonValue& json) {
  json.only({"time_zone", "holidays", "school_terms"});
  const auto& zone_json = json.at("time_zone");
  auto zone = zone_json.build([&] { return TimeZone{zone_json.text()}; });
  auto holidays = holidays_from(json.at("holidays"));
  boost::optional<SchoolTerms> terms;
  if (const auto terms_json = json.find("school_terms")) terms = school_terms_from(*terms_json);
  return json.build([&] { return Calendar{std::move(zone), std::move(holidays), std::move(terms)}; });
}

}  // namespace

OrFileError<Calendar> read_calendar(const std::string& file) { return read_json_file(file, calendar_from); }

OrFileError<Calendar> parse_calendar(const std::string& name, std::string_view text) {
  return read_json_text(name, text, calendar_from);
}

}  // namespace earlyhelp::io
