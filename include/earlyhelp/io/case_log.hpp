#pragma once

#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/reject.hpp>

#include <cstddef>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace earlyhelp::io {

/// What a case log says.
struct CaseLog {
  std::vector<CaseFile> cases = {};     ///< in the order of each case's first row
  std::vector<Reject> rejects = {};     ///< in the order of their lines
  std::vector<CaseId> incomplete = {};  ///< cases of which a row could not be read, so far as the row says which: what
                                        ///< is missing may matter, a person must look
  std::size_t rows = 0;                 ///< good ones and rejects

  friend bool operator==(const CaseLog&, const CaseLog&) = default;
};

/// The longest row of a case log: a decision keeps the facts of every pair of an incident, up to 10,000.
constexpr std::size_t max_case_row_bytes = std::size_t{1} << 24;

/// Reads a case log, one line of NDJSON for each record, as case.schema.json describes them (it ships, see
/// shipped_file.hpp). Rows of one case may stand anywhere in it and in any order.
///
/// Nothing is guessed or skipped: an unknown key, a key given twice, a value of another type or out of range, an event
/// that event_fault() objects to make the row a reject with its line, the field and what was expected. A row that says
/// again what an earlier row of its case said changes nothing. An event with the id of another event of its case, and
/// somebody who is already a member as another person, are rejects: the first row stays.
///
/// What is recorded of somebody who is not a member is kept: the row of the member may be the one that could not be
/// read, and where a perpetrator lives must not get lost with it.
///
/// Throws: std::runtime_error when the stream cannot be read further.
CaseLog read_case_log(std::istream& in);
/// The same of a file, which may be a .gz; "-" is standard input.
OrFileError<CaseLog> read_case_log(const std::string& file);

/// Writes `cases` as a case log that reads back as equal values: only what is known, times in UTC. A case of which
/// nothing is recorded has no row.
///
/// Requires: cases with different ids, events that event_fault() has nothing against, texts in valid UTF-8.
/// Throws: std::runtime_error when the stream takes no more.
void write_case_log(std::ostream& out, std::span<const CaseFile> cases);

/// Appends the rows of one case to `out`.
void write(const CaseFile& case_file, std::string& out);

}  // namespace earlyhelp::io
