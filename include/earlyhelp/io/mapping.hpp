#pragma once

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/incident/finding.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace earlyhelp::io {

/// What a mapping can say about an incident, apart from its findings. One row of a table is one victim and one suspect.
enum class FeedField : std::uint8_t {
  id,
  occurred_at,
  recorded_at,
  reported_at,
  attended_at,
  victim_id,
  victim_born,
  victim_age,
  suspect_id,
  suspect_born,
  suspect_age,
  relationship,
  behaviours,
  officer_grade,
  judgement_grade,
  judgement_by,
  judgement_reason,
  checklist_instrument,
  checklist_version,
  checklist_yes_count,
  checklist_unanswered_count,
  history_known,
  children_known,
};

/// The value of a column: as it stands, or translated. An empty cell that is not translated is not known.
struct FromColumn {
  std::string column;
  bool is_wall_time = false;  ///< a time of the mapping's zone, without an offset
  /// Cell to JSON; empty: cells are values as they stand.
  std::map<std::string, std::string, std::less<>> values = {};
  boost::optional<std::string> otherwise = {};  ///< JSON for every other cell; none: the row is a reject
};

/// The same JSON value for every row.
struct Constant {
  std::string json;
};

/// An id made from columns that tell people apart as well as the table can: the same cells give the same id, other
/// cells another one. When a cell is empty, nobody is told by it: the row gets an id of its own.
struct StandIn {
  std::string prefix;
  std::vector<std::string> columns;
};

/// An id made from the number of the row, so that rows that look alike stay separate incidents.
struct RowNumber {
  std::string prefix;
};

/// The same time as another field.
struct SameAs {
  FeedField field;
};

/// Where a value of an incident comes from.
using ValueRule = std::variant<FromColumn, Constant, StandIn, RowNumber, SameAs>;

/// How the columns of a table become incidents. A field without a rule is not known.
struct Mapping {
  TimeZone time_zone;
  std::array<boost::optional<ValueRule>, 23> fields = {};    ///< by FeedField
  std::array<boost::optional<ValueRule>, 21> findings = {};  ///< by Finding

  const boost::optional<ValueRule>& rule(FeedField field) const { return fields[static_cast<std::size_t>(field)]; }
};

/// The mapping that a JSON file describes:
///
///   {"time_zone": "CST6CDT,M3.2.0,M11.1.0",
///    "fields": {"id": {"row_number": "case-"},
///               "occurred_at": {"column": "Date", "format": "wall_time"},
///               "recorded_at": {"same_as": "occurred_at"},
///               "victim.id": {"stand_in": ["Block", "Place"], "prefix": "victim:"},
///               "suspect.id": {"column": "Suspect"},
///               "officer_grade": {"column": "Risk", "values": {"H": "high", "S": "standard"}, "otherwise": null},
///               "history_known": {"constant": true}},
///    "findings": {"injury": {"column": "Injured", "values": {"Y": "y", "N": "n"}}}}
///
/// `format` is "wall_time" (YYYY-MM-DD hh:mm[:ss], a space or a T between) or "instant" (with an offset). `about`, a
/// text or an array of texts, is for readers. id, occurred_at, recorded_at, victim.id and suspect.id must be mapped;
/// a judgement needs grade and by, a checklist its version, instrument and both counts. A constant or translated value
/// that no feed accepts is an error here already.
OrFileError<Mapping> read_mapping(const std::string& file);

/// The same from text; `name` stands for the file in an error.
OrFileError<Mapping> parse_mapping(const std::string& name, std::string_view text);

}  // namespace earlyhelp::io

template <>
struct earlyhelp::Names<earlyhelp::io::FeedField> {
  static constexpr std::array<std::string_view, 23> ids = {"id",
                                                           "occurred_at",
                                                           "recorded_at",
                                                           "reported_at",
                                                           "attended_at",
                                                           "victim.id",
                                                           "victim.born",
                                                           "victim.age",
                                                           "suspect.id",
                                                           "suspect.born",
                                                           "suspect.age",
                                                           "relationship",
                                                           "behaviours",
                                                           "officer_grade",
                                                           "judgement.grade",
                                                           "judgement.by",
                                                           "judgement.reason",
                                                           "checklist.instrument",
                                                           "checklist.version",
                                                           "checklist.yes_count",
                                                           "checklist.unanswered_count",
                                                           "history_known",
                                                           "children_known"};
};
