#include <earlyhelp/io/comparison_page.hpp>
#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/triage/fact.hpp>

#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

void write(JsonWriter& json, std::string_view key, const PolicyStamp& stamp) {
  json.key(key).begin_object().key("id").text(stamp.id.view()).key("version").number(std::int64_t{stamp.version});
  json.key("in_force_from").text(to_string(stamp.in_force_from)).end_object();
}

void write(JsonWriter& json, std::string_view key, std::uint64_t count) {
  json.key(key).number(static_cast<std::int64_t>(count));
}

/// The facts in which `example` departs from a quiet incident.
void write(JsonWriter& json, std::string_view key, const boost::optional<Facts>& example, const Facts& quiet) {
  if (!example) return;
  json.key(key).begin_object();
  for (const auto fact : differing(*example, quiet)) json.key(to_string(fact)).text(value_of(fact, *example));
  json.end_object();
}

}  // namespace

void write_json(const CaseComparison& found, std::string& out) {
  JsonWriter json{out};
  json.begin_object();
  write(json, "before", found.before);
  write(json, "after", found.after);
  write(json, "cases", found.cases);
  write(json, "unmoved", found.unmoved);
  json.key("weighted").boolean(false).key("moves").begin_array();
  for (const auto& move : found.moves) {
    json.begin_object().key("route_before").text(to_string(move.route_before));
    json.key("grade_before").text(to_string(move.grade_before)).key("route_after").text(to_string(move.route_after));
    json.key("grade_after").text(to_string(move.grade_after));
    write(json, "cases", move.cases);
    write(json, "example", move.example, found.quiet);
    json.end_object();
  }
  json.end_array().key("duties").begin_array();
  for (const auto& change : found.duties) {
    json.begin_object().key("duty").text(to_string(change.duty));
    write(json, "added", change.added);
    write(json, "dropped", change.dropped);
    write(json, "rescheduled", change.rescheduled);
    write(json, "added_to", change.added_to, found.quiet);
    write(json, "dropped_from", change.dropped_from, found.quiet);
    write(json, "rescheduled_in", change.rescheduled_in, found.quiet);
    json.end_object();
  }
  json.end_array().key("not_compared").begin_array();
  for (const auto parameter : found.not_compared) json.text(to_string(parameter));
  json.end_array().end_object();
  json.end_line();
}

}  // namespace earlyhelp::io
