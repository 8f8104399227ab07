#pragma once

#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/reject.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp::io {

/// One record of a CSV file.
struct CsvRecord {
  std::uint64_t line;               ///< the line of the file on which it begins, from 1
  std::vector<std::string> fields;  ///< quotes and doubled quotes resolved, white space kept

  friend bool operator==(const CsvRecord&, const CsvRecord&) = default;
};

/// One record where it lies in the memory of its reader, until the reader is asked again.
struct CsvCells {
  std::uint64_t line;                       ///< as in CsvRecord
  std::span<const std::string_view> cells;  ///< the fields of a CsvRecord
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
  /// The same without a copy.
  boost::optional<Row<CsvCells>> next_cells();

  /// Begins again with the first record.
  void rewind();

  const boost::optional<FileError>& error() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earlyhelp::io
