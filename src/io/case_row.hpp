#pragma once

#include "row_parser.hpp"

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/io/reject.hpp>

#include <string>
#include <variant>
#include <vector>

namespace earlyhelp::io {

/// What a row of a case log records of its case.
enum class CaseRecordKind : std::uint8_t { member, tie, residence, event };
using CaseRecord = std::variant<FamilyMember, FamilyTie, Residence, CaseEvent>;

struct CaseRow {
  CaseId of;
  CaseRecord record;
};

/// The row on `line`. The writer's own keys stand in an order that a plain row is read in without looking twice.
Row<CaseRow> read_case_row(const Line& line, RowParser& parser);

/// The cases that a row which cannot be used names, so far as it can be told: mostly one.
std::vector<CaseId> cases_named_in(const Line& line, RowParser& parser);

}  // namespace earlyhelp::io

namespace earlyhelp {

template <>
struct Names<io::CaseRecordKind> {
  static constexpr std::array<std::string_view, 4> ids = {"member", "tie", "residence", "event"};
};

}  // namespace earlyhelp
