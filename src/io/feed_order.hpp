#pragma once

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/io/incident_reader.hpp>
#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/table_reader.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp::io {

/// Looks through the lines of a feed for whether its incidents stand in the order in which they were recorded, few of
/// them at any one moment: then each can be decided soon after it was read. What it finds is a promise; a feed in which
/// only a bad row is out of order may be taken for one out of order.
///
/// A row is not parsed for that. In a good row the text "recorded_at":" can only be the key, behind it the value: the
/// quote before the colon ends a text and the one behind it starts one, so that a text which is a key ends with
/// recorded_at; any other such key, and the same one twice, make the row bad when its value is an instant. A row in
/// which that text, or an instant behind it, is not found is read in full.
class FeedOrder {
 public:
  /// So much text of rows recorded at one moment still counts as little.
  static constexpr std::size_t most_bytes_at_once = std::size_t{1} << 22;

  explicit FeedOrder(boost::optional<Instant> as_of) noexcept : as_of_{as_of} {}

  /// Looks at the next line. False as soon as the feed is not in order: the rest need not be looked at.
  bool goes_on_with(const Line& line);
  /// The same of the next record of a table.
  bool goes_on_with(const TableReader::Glance& record);

  /// Of the lines so far, those that are not blank.
  std::uint64_t rows() const noexcept { return rows_; }

 private:
  boost::optional<Instant> recorded_at(const Line& line);
  bool goes_on(boost::optional<Instant> recorded, std::size_t bytes);

  boost::optional<Instant> as_of_;
  IncidentReader incidents_;
  std::size_t last_place_ = 0;  ///< where the value stood in the row before
  boost::optional<Instant> latest_;
  std::size_t bytes_at_latest_ = 0;
  std::uint64_t rows_ = 0;
};

}  // namespace earlyhelp::io
