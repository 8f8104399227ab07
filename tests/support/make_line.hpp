#pragma once

#include <earlyhelp/io/line_reader.hpp>

#include <string>

namespace earlyhelp::test {

/// A line with the room behind it that a parser needs, as a LineReader would give it.
class PaddedLine {
 public:
  explicit PaddedLine(std::string text, std::uint64_t number = 1)
      : size_{text.size()}, number_{number}, bytes_{std::move(text)} {
    bytes_.append(io::LineReader::padding, '\0');
  }
  io::Line line() const noexcept { return {.text = {bytes_.data(), size_}, .number = number_}; }

 private:
  std::size_t size_;
  std::uint64_t number_;
  std::string bytes_;
};

}  // namespace earlyhelp::test
