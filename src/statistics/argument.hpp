#pragma once

#include <cmath>
#include <stdexcept>
#include <string>

namespace earlyhelp {

/// Throws: std::invalid_argument "<name>: needs <expected>, not <value>" unless `is_good`.
inline void require_argument(bool is_good, const char* name, const char* expected, double value) {
  if (!is_good) {
    throw std::invalid_argument{std::string{name} + ": needs " + expected + ", not " + std::to_string(value)};
  }
}

inline void require_not_negative(const char* name, double value) {
  require_argument(std::isfinite(value) && value >= 0, name, "a finite number, 0 or more", value);
}

inline void require_positive(const char* name, double value) {
  require_argument(std::isfinite(value) && value > 0, name, "a finite number above 0", value);
}

inline void require_confidence(double value) {
  require_argument(value > 0 && value < 1, "confidence", "more than 0 and less than 1", value);
}

}  // namespace earlyhelp
