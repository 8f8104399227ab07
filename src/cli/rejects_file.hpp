#pragma once

#include <earlyhelp/io/reject.hpp>

#include <cstdint>
#include <fstream>
#include <string>

namespace earlyhelp::cli {

/// The file beside a feed that keeps its rejects as NDJSON. It is made with the first reject; a file that an earlier
/// run left there goes away when there is none.
class RejectsFile {
 public:
  /// `asked_for` may be empty: then it is `feed`.rejects.ndjson, for standard input stdin.rejects.ndjson.
  RejectsFile(const std::string& asked_for, const std::string& feed);

  /// Throws: std::runtime_error naming the file when it cannot be written.
  void add(const io::Reject& reject);
  void finish();

  const std::string& name() const noexcept { return name_; }
  std::uint64_t count() const noexcept { return count_; }

 private:
  void require_good() const;
  std::string name_;
  std::ofstream file_;
  std::uint64_t count_ = 0;
};

}  // namespace earlyhelp::cli
