#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/reject.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/policy/policy_book.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/facts.hpp>
#include <earlyhelp/triage/scenario.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp::io {

/// The cases of a file, and the rows that are none.
struct ScenarioFile {
  std::vector<Scenario> scenarios;
  std::vector<Reject> rejects;
};

/// The cases that a spreadsheet, saved as CSV, holds: a row each, under a first row that names the columns.
///
///   case,strangulation,youngest_child_age,children_linked,route,duties
///   choked,y,,,multi_agency_review,*
///   infant,,0,1,early_intervention,daily_review;contact_family;mash_consideration;child_support_offer
///
/// A column is `case`, the case's id; a fact (see Fact); or what is expected (see DecisionPart). Any subset in any
/// order. A fact without a column, or with an empty cell, is quiet (see quiet_facts), the day of the report
/// `reported_on`. Of what is expected `*` is anything; an empty cell is an empty list in the columns of lists, and
/// anything in the others. Lists are separated by `;`, in any order. A row of nothing but empty cells is none.
///
/// A case must not mean less than its writer thinks. So a column with another name or given twice, and a file without a
/// row of names, without a column of what is expected or without a row under it, are a FileError. A row with more or
/// fewer cells, or a cell that its column cannot have, is a reject with line, column and what was expected; the reasons
/// are rules of `book`. So is a row that expects nothing, and one whose facts no incident can have (see constraints()).
OrFileError<ScenarioFile> read_scenarios(const std::string& file, const PolicyBook& book, Date reported_on);

/// The first row of a scenario file with a column for every fact and for each part that is `expected`.
void write_scenario_header(std::string& out, EnumSet<DecisionPart> expected = all_parts);

/// The row of a case under that header, expecting what `policy` decides.
void write_scenario(std::string_view id, const Facts& facts, const Policy& policy, std::string& out,
                    EnumSet<DecisionPart> expected = all_parts);

}  // namespace earlyhelp::io
