#pragma once

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/reject.hpp>
#include <earlyhelp/io/seen_ids.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <string>

namespace earlyhelp::io {

/// How many rows a feed had so far, each of them accepted or rejected. A line of white space is no row.
struct FeedCounts {
  std::uint64_t accepted = 0;
  std::uint64_t rejected = 0;
  std::uint64_t rows() const noexcept { return accepted + rejected; }

  friend bool operator==(const FeedCounts&, const FeedCounts&) = default;
};

/// The incidents of a feed in its order, each row one incident or one reject. Of several rows with one id the first
/// good one stays; the others are rejects. Reading a feed again gives the same rows.
class Feed {
 public:
  /// "-" is standard input; see LineReader.
  explicit Feed(std::string file) : lines_{std::move(file)} {}

  /// None: at the end of the feed, and when it cannot be read further; error() tells which.
  boost::optional<Row<Incident>> next();

  const boost::optional<FileError>& error() const noexcept { return lines_.error(); }
  const FeedCounts& counts() const noexcept { return counts_; }
  /// The line of the row that came last; 0 before the first.
  std::uint64_t line() const noexcept { return line_; }

  /// Begins again with the first row, counting from none.
  void rewind();

 private:
  Row<Incident> read(const Line& line);

  LineReader lines_;
  IncidentReader incidents_;
  SeenIds seen_;
  FeedCounts counts_;
  std::uint64_t line_ = 0;
};

}  // namespace earlyhelp::io
