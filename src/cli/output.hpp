#pragma once

#include <cstddef>
#include <string>

namespace earlyhelp::cli {

/// Standard output through one big buffer. That everything arrived is checked: a full disk or a closed pipe must not
/// pass for a short list.
class Output {
 public:
  Output() = default;
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() = default;

  /// Append here, then call `pass_on` now and then.
  std::string& buffer() noexcept { return buffer_; }
  /// Writes when enough has gathered. Throws: std::runtime_error when standard output takes no more.
  void pass_on();
  /// Writes everything. Throws: as pass_on.
  void finish();

 private:
  void write();
  std::string buffer_;
};

}  // namespace earlyhelp::cli
