#pragma once

#include "feed_field.hpp"

#include <earlyhelp/io/csv_reader.hpp>
#include <earlyhelp/io/mapping.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace earlyhelp::io {

/// A rule of a mapping, with the places of its columns in the records of one file.
struct PlacedRule {
  ValueRule rule;
  FieldKind kind;
  std::vector<std::size_t> places;
};

/// Writes records of one file as rows of a feed.
class RecordMapper {
 public:
  explicit RecordMapper(Mapping mapping) : mapping_{std::move(mapping)} {}

  /// Finds the columns of the mapping in the record that names them. What is wrong with the first one that is not there
  /// exactly once comes back as `key` and `reason`.
  boost::optional<FileError> place(const CsvRecord& header);

  /// Appends the row that `record`, the `number`-th of its file, becomes.
  ///
  /// Throws: RowFault, with the column as its field.
  void write(const CsvCells& record, std::uint64_t number, std::string& out) const;

  const Mapping& mapping() const noexcept { return mapping_; }
  /// None: the mapping has no rule for it.
  const boost::optional<PlacedRule>& placed(FeedField field) const { return fields_[static_cast<std::size_t>(field)]; }
  const boost::optional<PlacedRule>& placed(Finding finding) const {
    return findings_[static_cast<std::size_t>(finding)];
  }

  /// The column that the value at `path` of a feed comes from; `path` when no single column is behind it.
  std::string column_at(std::string_view path) const;

 private:
  static boost::optional<FileError> place(const boost::optional<ValueRule>& rule, FieldKind kind,
                                          const CsvRecord& header, boost::optional<PlacedRule>& placed);

  Mapping mapping_;
  std::array<boost::optional<PlacedRule>, count_of<FeedField>> fields_ = {};
  std::array<boost::optional<PlacedRule>, count_of<Finding>> findings_ = {};
};

}  // namespace earlyhelp::io
