#pragma once

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp::cli {

/// Shows on standard error how far a feed has come, when that is a terminal; silent otherwise.
class ProgressBar {
 public:
  ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();

  /// Rows done; of how many when that is known.
  void show(std::uint64_t done, boost::optional<std::uint64_t> total);

 private:
  void erase();
  bool is_terminal_;
  bool is_shown_ = false;
};

}  // namespace earlyhelp::cli
