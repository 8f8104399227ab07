#pragma once

#include "feed_field.hpp"
#include "record_mapper.hpp"

#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/io/csv_reader.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp::io {

/// A value that a mapping gives, read when the mapping was: the shortest row of a feed that has it.
struct GivenValue {
  boost::optional<Incident> row = {};  ///< none: not known, or no row has it
  bool is_known = true;
};

/// What a record says for one field: bytes of a cell, or a value that the mapping gives.
struct FoundValue {
  enum class Kind : std::uint8_t {
    none,
    text,
    given,
    unfit,  ///< the mapping does not fit the cell
  };
  Kind kind = Kind::none;
  std::string_view text = {};
  const Incident* given = nullptr;
};

/// Where the values of one field come from, made from the rule for it so that a record is asked quickly.
class ValueSource {
 public:
  ValueSource() = default;
  template <class Field>
  ValueSource(const PlacedRule& placed, Field field);

  bool is_mapped() const noexcept { return form_ != Form::nothing; }
  bool is_wall_time() const noexcept { return is_wall_time_; }

  /// Requires: the source is of a column, or gives one value.
  FoundValue find(const CsvCells& record) const;

  /// The id that stands in, or is made from the `number` of the record. None: the id is in a cell, or given.
  boost::optional<std::string> made_id(const CsvCells& record, std::uint64_t number) const;
  /// The id that stands in where `other` made `id` of the same record. None: it cannot be told from that.
  boost::optional<std::string> made_id_beside(const ValueSource& other, std::string_view id) const;

 private:
  enum class Form : std::uint8_t { nothing, column, constant, stand_in, row_number };
  static FoundValue found(const GivenValue& value) noexcept;

  Form form_ = Form::nothing;
  bool is_wall_time_ = false;
  std::vector<std::size_t> places_;
  std::string prefix_;
  std::map<std::string, GivenValue, std::less<>> values_;
  boost::optional<GivenValue> otherwise_;  ///< for other cells, or for every record
};

}  // namespace earlyhelp::io
