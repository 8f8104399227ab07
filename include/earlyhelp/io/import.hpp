#pragma once

#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/mapping.hpp>
#include <earlyhelp/io/reject.hpp>

#include <boost/optional/optional.hpp>

#include <memory>
#include <string>

namespace earlyhelp::io {

/// Turns the records of a CSV file into rows of a feed, by a mapping. Whatever it returns, IncidentReader accepts.
///
/// The first record names the columns. A time that no clock showed (it was put forward past it) is a reject, one that
/// it showed twice is the first of the two; every time is written with the offset of the place. The field of a reject
/// is the column, or the feed's own field when no column is at fault.
class Import {
 public:
  /// A column of the mapping that the file does not have, or has twice, is an error().
  Import(std::string csv_file, Mapping mapping);
  Import(Import&&) noexcept;
  Import& operator=(Import&&) noexcept;
  ~Import();

  /// The next row, as a line of NDJSON with its end.
  ///
  /// None: at the end of the file, and when it cannot be read further; error() tells which.
  boost::optional<Row<std::string>> next();

  const boost::optional<FileError>& error() const noexcept;
  const FeedCounts& counts() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earlyhelp::io
