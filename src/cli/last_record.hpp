#pragma once

#include <earlyhelp/instant.hpp>

#include <boost/optional/optional.hpp>

#include <string>

namespace earlyhelp::cli {

/// The last moment at which anything of a file was recorded: what happened since is not in it.
class LastRecord {
 public:
  void add(Instant recorded_at) {
    if (!at_ || *at_ < recorded_at) at_ = recorded_at;
  }

  /// Warns on standard error when `until`, which `option` says, is later by more than the days for late records: an
  /// indicator would take that nothing is recorded for that nothing happened.
  void warn(const std::string& file, const std::string& option, Instant until) const;

 private:
  boost::optional<Instant> at_;
};

}  // namespace earlyhelp::cli
