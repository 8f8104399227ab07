#pragma once

#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace earlyhelp::test {

/// A file with this content, gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view content) {
    const int made = ::mkstemp(name_.data());
    if (made < 0) throw std::runtime_error{"no temporary file"};
    ::close(made);
    std::ofstream{name_, std::ios::binary} << content;
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { ::unlink(name_.c_str()); }

  const std::string& name() const noexcept { return name_; }

 private:
  std::string name_ = "/tmp/earlyhelp-test-XXXXXX";
};

}  // namespace earlyhelp::test
