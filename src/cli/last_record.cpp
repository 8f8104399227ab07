#include "last_record.hpp"

#include <earlyhelp/indicators/callout_indicators.hpp>

#include <cstdint>
#include <iostream>

namespace earlyhelp::cli {

void LastRecord::warn(const std::string& file, const std::string& option, Instant until) const {
  constexpr std::int64_t a_day = 86'400'000'000;
  if (!at_) {
    std::cerr << file << ": WARNING: there is no record in it\n";
    return;
  }
  const auto silence = until.microseconds() - at_->microseconds();
  if (silence <= recording_lag_days * a_day) return;
  std::cerr << file << ": WARNING: the last record is of " << to_string(*at_) << ", " << silence / a_day
            << " days before " << option << "; what happened since is in no figure\n";
}

}  // namespace earlyhelp::cli
