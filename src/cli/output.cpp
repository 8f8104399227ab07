#include "output.hpp"

#include <cstdio>
#include <stdexcept>

namespace earlyhelp::cli {
namespace {

constexpr std::size_t enough_bytes = std::size_t{1} << 18;

[[noreturn]] void fail() { throw std::runtime_error{"standard output cannot be written"}; }

}  // namespace

void Output::pass_on() {
  if (buffer_.size() >= enough_bytes) write();
}

void Output::finish() {
  write();
  if (std::fflush(stdout) != 0) fail();
}

void Output::write() {
  if (std::fwrite(buffer_.data(), 1, buffer_.size(), stdout) != buffer_.size()) fail();
  buffer_.clear();
}

}  // namespace earlyhelp::cli
