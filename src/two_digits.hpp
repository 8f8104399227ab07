#pragma once

namespace earlyhelp {

/// What two decimal digits write; when one is no digit, `is_number` becomes false and the value means nothing.
inline unsigned two_digits(const char* at, bool& is_number) noexcept {
  const auto tens = static_cast<unsigned>(static_cast<unsigned char>(at[0])) - '0';
  const auto ones = static_cast<unsigned>(static_cast<unsigned char>(at[1])) - '0';
  is_number = is_number && tens <= 9 && ones <= 9;
  return tens * 10 + ones;
}

}  // namespace earlyhelp
