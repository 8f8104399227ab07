#pragma once

#include "record_mapper.hpp"
#include "value_source.hpp"

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/io/reject.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace earlyhelp::io {

/// Makes incidents of the records of one file without a row of a feed in between. What it makes of a record is what
/// the reader of a feed makes of the row that the record becomes; at every fault, and at whatever is unusual, it makes
/// nothing: then the row tells.
class IncidentMaker {
 public:
  IncidentMaker() = default;
  /// Requires: `mapper` has found its columns.
  explicit IncidentMaker(const RecordMapper& mapper);

  /// False when nothing was made, and the row that the record becomes has to be read.
  bool make(const CsvCells& record, std::uint64_t number, boost::optional<Row<Incident>>& into) const;

  /// When the incident was recorded, if `record` becomes one. None: the row has to be read.
  boost::optional<WrittenInstant> when_recorded(const CsvCells& record) const;

 private:
  static constexpr std::size_t time_count = 4;
  using Times = std::array<boost::optional<WrittenInstant>, time_count>;

  class Reading;
  const ValueSource& source(FeedField field) const noexcept { return sources_[static_cast<std::size_t>(field)]; }

  bool is_usual_ = false;
  TimeZone zone_{"UTC0"};
  std::array<ValueSource, count_of<FeedField>> sources_ = {};
  std::array<std::size_t, time_count> same_as_ = {};  ///< for each time, the one that it is taken from
  std::vector<std::pair<Finding, ValueSource>> findings_ = {};
};

}  // namespace earlyhelp::io
