#include "record_mapper.hpp"
#include "row_fault.hpp"
#include "stand_in.hpp"
#include "wall_time.hpp"

#include <earlyhelp/io/json_writer.hpp>

#include <algorithm>
#include <charconv>
#include <span>
#include <string_view>
#include <utility>

namespace earlyhelp::io {
namespace {

std::string json_text(std::string_view text) {
  std::string json;
  JsonWriter{json}.text(text);
  return json;
}

[[noreturn]] void refuse(std::string reason) { throw RowFault{.field = {}, .reason = std::move(reason)}; }

std::string column_of(const ValueRule& rule) {
  const auto* column = std::get_if<FromColumn>(&rule);
  return column != nullptr ? column->column : std::string{};
}

/// One record and its number, asked for values by rules. A value is JSON; an empty one is not known.
class RecordValues {
 public:
  RecordValues(const CsvCells& record, std::uint64_t number, const TimeZone& zone)
      : record_{record}, number_{number}, zone_{zone} {}

  std::string value(const boost::optional<PlacedRule>& placed) const {
    if (!placed) return {};
    try {
      auto json = std::visit([&](const auto& rule) { return this->from(rule, *placed); }, placed->rule);
      return json == "null" ? std::string{} : json;
    } catch (RowFault& fault) {
      fault.put_before(column_of(placed->rule));
      throw;
    }
  }

 private:
  std::string_view cell(const PlacedRule& placed, std::size_t i) const { return record_.cells[placed.places[i]]; }

  std::string from(const FromColumn& rule, const PlacedRule& placed) const {
    const auto text = cell(placed, 0);
    const auto found = rule.values.find(text);
    if (found != rule.values.end()) return found->second;
    if (text.empty()) return {};
    if (rule.otherwise) return *rule.otherwise;
    if (!rule.values.empty()) refuse("the mapping does not say what this cell means");
    if (rule.is_wall_time) return json_text(instant_from_wall(text, zone_));
    return placed.kind == FieldKind::whole_number ? whole_number(text) : json_text(text);
  }
  static std::string whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) refuse("expected a whole number");
    return std::to_string(number);
  }
  static std::string from(const Constant& rule, const PlacedRule&) { return rule.json; }
  std::string from(const StandIn& rule, const PlacedRule& placed) const {
    std::vector<std::string_view> cells;
    for (std::size_t i = 0; i < placed.places.size(); ++i) cells.push_back(cell(placed, i));
    const bool tells_nobody = std::any_of(cells.begin(), cells.end(), [](auto text) { return text.empty(); });
    return json_text(tells_nobody ? row_id(rule.prefix, number_) : stand_in_id(rule.prefix, cells));
  }
  std::string from(const RowNumber& rule, const PlacedRule&) const {
    return json_text(rule.prefix + std::to_string(number_));
  }
  static std::string from(const SameAs&, const PlacedRule&) { return {}; }  // taken from the other field

  const CsvCells& record_;
  std::uint64_t number_;
  const TimeZone& zone_;
};

std::span<const std::string> columns_of(const ValueRule& rule) {
  if (const auto* column = std::get_if<FromColumn>(&rule)) return {&column->column, 1};
  if (const auto* stand_in = std::get_if<StandIn>(&rule)) return stand_in->columns;
  return {};
}

}  // namespace

boost::optional<FileError> RecordMapper::place(const CsvRecord& header) {
  boost::optional<FileError> error;
  for (std::size_t i = 0; i < fields_.size() && !error; ++i) {
    error = place(mapping_.fields[i], kind_of(static_cast<FeedField>(i)), header, fields_[i]);
  }
  for (std::size_t i = 0; i < findings_.size() && !error; ++i) {
    error = place(mapping_.findings[i], FieldKind::text, header, findings_[i]);
  }
  return error;
}

boost::optional<FileError> RecordMapper::place(const boost::optional<ValueRule>& rule, FieldKind kind,
                                               const CsvRecord& header, boost::optional<PlacedRule>& placed) {
  if (!rule) return {};
  placed = PlacedRule{.rule = *rule, .kind = kind, .places = {}};
  for (const auto& column : columns_of(*rule)) {
    const auto found = std::find(header.fields.begin(), header.fields.end(), column);
    const auto wrong = [&](std::string reason) {
      return FileError{.file = {}, .line = header.line, .key = column, .reason = std::move(reason)};
    };
    if (found == header.fields.end()) return wrong("expected a column of this name");
    if (std::find(found + 1, header.fields.end(), column) != header.fields.end()) {
      return wrong("two columns have this name");
    }
    placed->places.push_back(static_cast<std::size_t>(found - header.fields.begin()));
  }
  return {};
}

void RecordMapper::write(const CsvCells& record, std::uint64_t number, std::string& out) const {
  using enum FeedField;
  const RecordValues values{record, number, mapping_.time_zone};
  JsonWriter json{out};
  const auto value = [&](FeedField field) {
    const auto* same = mapping_.rule(field) ? std::get_if<SameAs>(&*mapping_.rule(field)) : nullptr;
    return values.value(fields_[static_cast<std::size_t>(same != nullptr ? same->field : field)]);
  };
  const auto put = [&](std::string_view key, FeedField field) {
    const auto text = value(field);
    if (!text.empty()) json.key(key).raw(text);
    return !text.empty();
  };
  const auto put_person = [&](std::string_view key, FeedField person, FeedField born, FeedField age) {
    json.key(key).begin_array().begin_object();
    put("id", person);
    put("born", born);
    put("age", age);
    json.end_object().end_array();
  };
  json.begin_object();
  put("id", id);
  put("occurred_at", occurred_at);
  put("recorded_at", recorded_at);
  put("reported_at", reported_at);
  put("attended_at", attended_at);
  put_person("victims", victim_id, victim_born, victim_age);
  put_person("suspects", suspect_id, suspect_born, suspect_age);
  if (!value(relationship).empty()) {
    json.key("relationships").begin_array().begin_object().key("between").begin_array();
    json.raw(value(victim_id)).raw(value(suspect_id)).end_array();
    put("kind", relationship);
    json.end_object().end_array();
  }
  put("behaviours", behaviours);
  put("officer_grade", officer_grade);
  if (!value(judgement_grade).empty()) {
    json.key("judgement").begin_object();
    put("grade", judgement_grade);
    put("by", judgement_by);
    put("reason", judgement_reason);
    json.end_object();
  }
  if (!value(checklist_instrument).empty()) {
    json.key("checklist").begin_object();
    put("instrument", checklist_instrument);
    put("version", checklist_version);
    put("yes_count", checklist_yes_count);
    put("unanswered_count", checklist_unanswered_count);
    json.end_object();
  }
  bool has_findings = false;
  for (const auto finding : values_of<Finding>) {
    const auto answer = values.value(findings_[static_cast<std::size_t>(finding)]);
    if (answer.empty()) continue;
    if (!has_findings) json.key("findings").begin_object();
    has_findings = true;
    json.key(earlyhelp::to_string(finding)).raw(answer);
  }
  if (has_findings) json.end_object();
  put("history_known", history_known);
  put("children_known", children_known);
  json.end_object().end_line();
}

std::string RecordMapper::column_at(std::string_view path) const {
  const auto behind = [&](const boost::optional<ValueRule>& rule, std::string_view place) {
    return rule && path.starts_with(place) ? column_of(*rule) : std::string{};
  };
  for (const auto field : values_of<FeedField>) {
    auto column = behind(mapping_.rule(field), feed_path(field));
    if (!column.empty()) return column;
  }
  for (const auto finding : values_of<Finding>) {
    const auto place = "findings." + std::string{earlyhelp::to_string(finding)};
    auto column = behind(mapping_.findings[static_cast<std::size_t>(finding)], place);
    if (!column.empty()) return column;
  }
  return std::string{path};
}

}  // namespace earlyhelp::io
