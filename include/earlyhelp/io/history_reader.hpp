#pragma once

#include <earlyhelp/incident/history.hpp>
#include <earlyhelp/incident/past_record.hpp>
#include <earlyhelp/io/feed.hpp>
#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/reject.hpp>

#include <boost/optional/optional.hpp>

#include <functional>
#include <memory>
#include <string>
#include <variant>

namespace earlyhelp::io {

/// One earlier record: an incident, a referral, or that two people belong together.
using HistoryRecord = std::variant<PastIncident, MaracReferral, PersonLink>;

/// Reads records of earlier years, one line of NDJSON each, as history.schema.json describes them (it ships, see
/// shipped_file.hpp). What is wrong with a row makes it a reject, as for incidents.
///
/// A reader keeps its buffers from row to row: one for each thread.
class HistoryReader {
 public:
  HistoryReader();
  HistoryReader(HistoryReader&&) noexcept;
  HistoryReader& operator=(HistoryReader&&) noexcept;
  ~HistoryReader();

  /// Requires: LineReader::padding readable bytes behind `line.text`, as a LineReader leaves them.
  Row<HistoryRecord> read(const Line& line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// How reading a whole history file went.
struct HistoryLoad {
  FeedCounts counts = {};
  boost::optional<FileError> error = {};  ///< none: the file was read to its end
};

/// Adds every good row of `file` to `history` and hands every other one to `rejected`.
HistoryLoad load_history(const std::string& file, History& history, const std::function<void(const Reject&)>& rejected);

}  // namespace earlyhelp::io
