#pragma once

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/reject.hpp>
#include <earlyhelp/io/seen_ids.hpp>
#include <earlyhelp/io/table_reader.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace earlyhelp::io {

/// How many rows a feed had so far, each of them in one of the three. A line of white space is no row.
struct FeedCounts {
  std::uint64_t accepted = 0;
  std::uint64_t rejected = 0;
  std::uint64_t not_yet_recorded = 0;  ///< good rows recorded after the instant that was asked for
  std::uint64_t rows() const noexcept { return accepted + rejected + not_yet_recorded; }

  friend bool operator==(const FeedCounts&, const FeedCounts&) = default;
};

/// The incidents of a feed in its order, each row one incident or one reject. Of several rows with one id the first
/// good one stays; the others are rejects. Reading a feed again gives the same rows.
///
/// With `as_of` a good row that was recorded later is passed over, as if it were not there yet: its id is still free.
/// A row recorded at that very instant is there.
class Feed {
 public:
  /// "-" is standard input; see LineReader.
  explicit Feed(std::string file, boost::optional<Instant> as_of = {}) : Feed{LineReader{std::move(file)}, as_of} {}
  /// The lines that `lines` has not given out yet.
  explicit Feed(LineReader lines, boost::optional<Instant> as_of = {})
      : source_{Lines{.lines = std::move(lines)}}, as_of_{as_of} {}
  /// The records that `table` has not given out yet; a line of it with nothing on it is no row.
  explicit Feed(TableReader table, boost::optional<Instant> as_of = {}) : source_{std::move(table)}, as_of_{as_of} {}

  /// None: at the end of the feed, and when it cannot be read further; error() tells which.
  boost::optional<Row<Incident>> next();
  /// The same where it lies in the feed, until the feed is asked again; it may be moved from there. Null for none.
  Row<Incident>* next_in_place();

  /// Asked at the end; before, it may be told some rows early.
  const boost::optional<FileError>& error() const noexcept;
  const FeedCounts& counts() const noexcept { return counts_; }
  /// The line of the row that came last; 0 before the first.
  std::uint64_t line() const noexcept { return line_; }

  /// What a reject calls the field at `path`: in a table its column, where there is one.
  std::string name_of(std::string_view path) const;

  /// Begins again with the first row, counting from none.
  void rewind();

 private:
  struct Lines {
    LineReader lines;
    IncidentReader incidents = {};
  };
  /// A row that is read ahead, and the line on which it begins.
  struct Ahead {
    boost::optional<Row<Incident>> row = {};
    std::uint64_t line = 0;
  };
  static void read(Lines& source, Ahead& into);
  static void read(TableReader& table, Ahead& into);
  void read_ahead();
  bool is_there(Row<Incident>& row);

  std::variant<Lines, TableReader> source_;
  boost::optional<Instant> as_of_;
  /// One row is always read ahead: memory fetches where its id is kept while the row before it is used.
  std::array<Ahead, 2> rows_ = {};
  std::size_t ahead_ = 0;  ///< which of them
  bool has_begun_ = false;
  SeenIds seen_;
  FeedCounts counts_;
  std::uint64_t line_ = 0;
};

}  // namespace earlyhelp::io
