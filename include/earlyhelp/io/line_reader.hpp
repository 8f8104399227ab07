#pragma once

#include <earlyhelp/io/file_error.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// One line of a file.
struct Line {
  std::string_view text;         ///< without its end; valid until the next call of the reader
  std::uint64_t number;          ///< from 1
  bool is_too_long = false;      ///< longer than the reader's limit; `text` is then empty
  bool is_unterminated = false;  ///< the last line, and the file ends without an end of line
};

/// Whether there is nothing but white space in `line`: such a line is no row.
bool is_blank(const Line& line) noexcept;

/// Streams the lines of a file, plain or .gz, or of standard input, in big blocks: memory does not grow with the file.
///
/// Lines end with LF or CRLF; a byte order mark at the start is skipped; an empty file has no lines, and an end of line
/// at the end of the file starts no further one. Behind every line lie at least `padding` readable bytes, so a parser
/// that reads ahead needs no copy. What can be read only once (standard input, a pipe) is put into a temporary file
/// without a name first, so that two passes are possible.
class LineReader {
 public:
  static constexpr std::size_t default_limit_bytes = std::size_t{1} << 20;
  static constexpr std::size_t padding = 64;

  /// "-" is standard input. A file that cannot be opened has no lines and an error().
  explicit LineReader(std::string file, std::size_t limit_bytes = default_limit_bytes);
  /// The lines of `stream` from where it stands, which has to outlive the reader. They are not unpacked.
  explicit LineReader(std::istream& stream, std::size_t limit_bytes = default_limit_bytes);
  LineReader(LineReader&&) noexcept;
  LineReader& operator=(LineReader&&) noexcept;
  ~LineReader();

  /// None: at the end of the file, and when it cannot be read further; error() tells which.
  boost::optional<Line> next();

  /// None: while everything went well. A compressed file that breaks off is an error, not an end.
  const boost::optional<FileError>& error() const noexcept;

  /// Begins again with the first line.
  void rewind();

  /// Whether the end of the file was reached without an error.
  bool is_done() const noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earlyhelp::io
