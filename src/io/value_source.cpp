#include "value_source.hpp"
#include "json_document.hpp"
#include "stand_in.hpp"

#include <earlyhelp/io/incident_reader.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <utility>
#include <variant>

namespace earlyhelp::io {
namespace {

// Far more than any value of a feed needs, and little enough that a record of usual length stays a row of usual length.
constexpr std::size_t most_given_bytes = 4096;
// An id that was too long keeps more than that of its beginning.
constexpr std::size_t most_prefix_bytes = 64;

bool is_one_value(const std::string& json) {
  if (json.size() > most_given_bytes) return false;
  try {
    const auto values = parse_json('[' + json + ']');
    return values.items().size() == 1 && !values.items().front().is_null();
  } catch (const JsonFault&) {
    return false;
  }
}

template <class Field>
GivenValue given_value(const std::string& json, Field field) {
  if (json.empty() || json == "null") return {.is_known = false};
  if (!is_one_value(json)) return {};
  auto row = row_with(field, json);
  const auto size = row.size();
  row.append(LineReader::padding, '\0');
  auto read = IncidentReader{}.read({.text = {row.data(), size}, .number = 1});
  auto* incident = std::get_if<Incident>(&read);
  return incident != nullptr ? GivenValue{.row = std::move(*incident)} : GivenValue{};
}

}  // namespace

template <class Field>
ValueSource::ValueSource(const PlacedRule& placed, Field field) : places_{placed.places} {
  if (const auto* column = std::get_if<FromColumn>(&placed.rule)) {
    form_ = Form::column;
    is_wall_time_ = column->is_wall_time;
    for (const auto& [cell, json] : column->values) values_.emplace(cell, given_value(json, field));
    if (column->otherwise) otherwise_ = given_value(*column->otherwise, field);
  } else if (const auto* constant = std::get_if<Constant>(&placed.rule)) {
    form_ = Form::constant;
    otherwise_ = given_value(constant->json, field);
  } else if (const auto* stand_in = std::get_if<StandIn>(&placed.rule)) {
    form_ = Form::stand_in;
    prefix_ = stand_in->prefix;
  } else if (const auto* number = std::get_if<RowNumber>(&placed.rule)) {
    form_ = Form::row_number;
    prefix_ = number->prefix;
  }
}

template ValueSource::ValueSource(const PlacedRule&, FeedField);
template ValueSource::ValueSource(const PlacedRule&, Finding);

FoundValue ValueSource::found(const GivenValue& value) noexcept {
  if (!value.is_known) return {};
  if (!value.row) return {.kind = FoundValue::Kind::unfit};
  return {.kind = FoundValue::Kind::given, .given = &*value.row};
}

FoundValue ValueSource::find(const CsvCells& record) const {
  if (form_ == Form::nothing) return {};
  if (form_ == Form::constant) return found(*otherwise_);
  if (form_ != Form::column) return {.kind = FoundValue::Kind::unfit};
  const auto cell = record.cells[places_.front()];
  if (!values_.empty()) {
    if (const auto value = values_.find(cell); value != values_.end()) return found(value->second);
  }
  if (cell.empty()) return {};
  if (otherwise_) return found(*otherwise_);
  if (!values_.empty()) return {.kind = FoundValue::Kind::unfit};
  return {.kind = FoundValue::Kind::text, .text = cell};
}

boost::optional<std::string> ValueSource::made_id(const CsvCells& record, std::uint64_t number) const {
  if (form_ == Form::row_number) return prefix_ + std::to_string(number);
  if (form_ != Form::stand_in) return {};
  // Hardly a household is told by more columns; the memory for them is here.
  std::array<std::string_view, 8> few;
  std::vector<std::string_view> many(places_.size() > few.size() ? places_.size() : 0);
  const auto cells = many.empty() ? std::span{few}.first(places_.size()) : std::span{many};
  for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = record.cells[places_[i]];
  const bool tells_nobody = std::any_of(cells.begin(), cells.end(), [](auto text) { return text.empty(); });
  return tells_nobody ? row_id(prefix_, number) : stand_in_id(prefix_, cells);
}

boost::optional<std::string> ValueSource::made_id_beside(const ValueSource& other, std::string_view id) const {
  if (form_ != Form::stand_in || other.form_ != Form::stand_in || places_ != other.places_) return {};
  if (other.prefix_.size() > most_prefix_bytes) return {};
  const auto cells = id.substr(other.prefix_.size());
  // Only an id that was too long, or that no cell tells from another, has this mark.
  const bool is_of_cells = cells.find('~') == std::string_view::npos;
  if (!is_of_cells || prefix_.size() + cells.size() > max_reference_bytes) return {};
  std::string made;
  made.reserve(prefix_.size() + cells.size());
  return std::move(made.append(prefix_).append(cells));
}

}  // namespace earlyhelp::io
