#pragma once

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/reject.hpp>

#include <memory>

namespace earlyhelp::io {

/// Reads incidents, one line of NDJSON each, as incident.schema.json describes them (it ships, see shipped_file.hpp).
///
/// Nothing is guessed or skipped: an unknown key, a key given twice, a value of another type, a day that does not
/// exist, an age outside 0 to 120, an id with white space, anything behind the object make the row a reject with its
/// line, the field and what was expected. An incident that is returned has no faults (see incident_fault.hpp). That
/// its id is new among the rows is asked elsewhere: see seen_ids.hpp.
///
/// A reader keeps its buffers from row to row: one for each thread.
class IncidentReader {
 public:
  IncidentReader();
  IncidentReader(IncidentReader&&) noexcept;
  IncidentReader& operator=(IncidentReader&&) noexcept;
  ~IncidentReader();

  /// Requires: LineReader::padding readable bytes behind `line.text`, as a LineReader leaves them.
  Row<Incident> read(const Line& line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace earlyhelp::io
