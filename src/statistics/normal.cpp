#include "normal.hpp"

#include "argument.hpp"

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/special_functions/gamma.hpp>

#include <cmath>
#include <numbers>

namespace earlyhelp {

double normal_reach(double confidence) {
  require_confidence(confidence);
  return std::numbers::sqrt2 * boost::math::erfc_inv(1 - confidence);
}

double two_sided_p(double z) noexcept { return std::erfc(std::abs(z) / std::numbers::sqrt2); }

double chi_square_p(double statistic, int degrees_of_freedom) {
  return boost::math::gamma_q(degrees_of_freedom / 2.0, statistic / 2);
}

}  // namespace earlyhelp
