#pragma once

#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/reject.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace earlyhelp::io {

/// One record of a CSV file.
struct CsvRecord {
  std::uint64_t line;               ///< the line of the file on which it begins, from 1
  std::vector<std::string> fields;  ///< quotes and doubled quotes resolved, white space kept

  friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

/// Streams the records of a comma-separated file, plain or .gz, or of standard input, as RFC 4180 has them. LF and CRLF
/// end a record, a quoted field may hold either (it is read as LF), a byte order mark and empty lines are skipped.
///
/// A record with a quote where none may stand, one that is never closed, or more than 1 MiB in one field or record is a
/// reject with the line on which it begins; reading goes on with the line after that one.
class CsvReader {
 public:
  /// "-" is standard input; see LineReader.
  explicit CsvReader(std::string file);
  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  /// None: at the end of the file, and when it cannot be read further; error() tells which.
  boost::optional<Row<CsvRecord>> next();

  const boost::optional<FileError>& error() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earlyhelp::io
