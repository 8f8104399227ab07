#pragma once

#include "triage/plane_kernel.hpp"

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/fact_columns.hpp>

#include <cstddef>

namespace earlyhelp {

/// Makes the signals of columns, block by block.
class ColumnReader {
 public:
  /// Throws: std::invalid_argument naming a column that is not as long as the others.
  ColumnReader(const FactColumns& facts, const Thresholds& thresholds, const PlaneKernel& kernel);

  std::size_t rows() const noexcept { return facts_.size(); }
  std::size_t blocks() const noexcept { return (rows() + block_rows - 1) / block_rows; }
  /// How many rows of block `i` are incidents.
  std::size_t rows(std::size_t i) const noexcept;

  /// Answers `signals` about the incidents of block `i`; other answers, and other rows, stay as they are.
  ///
  /// Throws: std::invalid_argument naming column and row of the first issue that check() finds.
  void read(std::size_t i, EnumSet<Signal> signals, SignalBlock& block) const;

 private:
  const FactColumns& facts_;
  const PlaneKernel& kernel_;
  RowLimits limits_;
  RowColumns columns_;
};

/// Every signal that facts answer.
constexpr auto signals_of_facts = EnumSet<Signal>::of_bits((std::uint64_t{1} << fact_signals) - 1);

}  // namespace earlyhelp
