#pragma once

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <vector>

namespace earlyhelp {

/// A square matrix of `size` rows, row by row.
struct SquareMatrix {
  explicit SquareMatrix(std::size_t rows) : size{rows}, values(rows * rows) {}

  double& at(std::size_t row, std::size_t column) { return values[row * size + column]; }
  double at(std::size_t row, std::size_t column) const { return values[row * size + column]; }

  std::size_t size;
  std::vector<double> values;
};

/// The x with `matrix` x = `right`. None: there is none, or more than one.
///
/// Requires: right.size() == matrix.size.
boost::optional<std::vector<double>> solve(const SquareMatrix& matrix, const std::vector<double>& right);

}  // namespace earlyhelp
