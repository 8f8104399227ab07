#include "linear_system.hpp"

#include <Eigen/LU>

namespace earlyhelp {

boost::optional<std::vector<double>> solve(const SquareMatrix& matrix, const std::vector<double>& right) {
  using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const auto size = static_cast<Eigen::Index>(matrix.size);
  const Eigen::FullPivLU<Matrix> factors{Eigen::Map<const Matrix>{matrix.values.data(), size, size}};
  if (!factors.isInvertible()) return {};
  const Eigen::VectorXd x = factors.solve(Eigen::Map<const Eigen::VectorXd>{right.data(), size});
  return std::vector<double>(x.begin(), x.end());
}

}  // namespace earlyhelp
