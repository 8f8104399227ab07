#pragma once

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/mapping.hpp>
#include <earlyhelp/io/reject.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// Reads the records of a CSV file as incidents, by a mapping: each is what an IncidentReader makes of the row that
/// Import writes for it, or the reject of that row. That its id is new among the records is asked elsewhere.
///
/// The first record names the columns. A time that no clock showed (it was put forward past it) is a reject, one that
/// it showed twice is the first of the two. The field of a reject is the column, or the feed's own field when no column
/// is at fault.
class TableReader {
 public:
  /// "-" is standard input; see LineReader. A column of the mapping that the file does not have, or has twice, is an
  /// error().
  TableReader(std::string csv_file, Mapping mapping);
  TableReader(TableReader&&) noexcept;
  TableReader& operator=(TableReader&&) noexcept;
  ~TableReader();

  /// None: at the end of the file, and when it cannot be read further; error() tells which.
  boost::optional<Row<Incident>> next();
  /// The same into `row`, in which an incident is large to be moved about.
  void next(boost::optional<Row<Incident>>& row);

  /// The line on which the record that came last begins; 0 before the first.
  std::uint64_t line() const noexcept;
  /// Appends the record that came last as a line of NDJSON with its end.
  ///
  /// Requires: it is an incident, and next() was not called again.
  void write_row(std::string& out) const;

  /// What a record says of when it was recorded, without the rest of it.
  struct Glance {
    boost::optional<Instant> recorded_at;  ///< none: the record is no incident
    std::size_t bytes;                     ///< of its cells
  };
  /// Goes on to the next record, for no more than a glance at it. When it is an incident, the moment is right.
  ///
  /// None: as next() has it.
  boost::optional<Glance> glance();

  const boost::optional<FileError>& error() const noexcept;

  /// The column that the value at `path` of a row comes from; `path` when no single column is behind it.
  std::string column_at(std::string_view path) const;

  /// Begins again with the first record.
  void rewind();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earlyhelp::io
