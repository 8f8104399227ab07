#include "json_values.hpp"

namespace earlyhelp::io {

Date day_from(const JsonValue& json) {
  const auto day = parse_date(json.text());
  if (!day) json.fail("expected a day that exists, written YYYY-MM-DD");
  return *day;
}

Source source_from(const JsonValue& json) {
  json.only({"title", "section"});
  const auto& title = json.at("title");
  if (title.text().empty()) title.fail("expected the document that this comes from");
  Source source{.title = title.build([&] { return Text<127>{title.text()}; })};
  if (const auto section = json.find("section"))
    source.section = section->build([&] { return Text<127>{section->text()}; });
  return source;
}

void write_source(JsonWriter& json, const Source& source) {
  json.begin_object().key("title").text(source.title.view());
  if (!source.section.empty()) json.key("section").text(source.section.view());
  json.end_object();
}

}  // namespace earlyhelp::io
