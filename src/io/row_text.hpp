#pragma once

#include <earlyhelp/instant.hpp>
#include <earlyhelp/text.hpp>

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// The text of a row while it is made: many short pieces, each copied in place, then appended to `out` at once.
class RowText {
 public:
  explicit RowText(std::string& out) noexcept : out_{out} {}

  void add(char c) {
    make_room(1);
    bytes_[size_++] = c;
  }
  void add(std::string_view text) {
    if (text.size() >= bytes_.size()) return add_long(text);
    make_room(text.size());
    std::memcpy(&bytes_[size_], text.data(), text.size());
    size_ += text.size();
  }
  template <std::size_t Size>
  void add(const char (&literal)[Size]) {
    make_room(Size - 1);
    std::memcpy(&bytes_[size_], literal, Size - 1);
    size_ += Size - 1;
  }
  /// The bytes behind the text are copied too, so that the number of bytes is known beforehand.
  template <std::size_t Capacity>
  void add(const Text<Capacity>& text) {
    make_room(Capacity);
    std::memcpy(&bytes_[size_], text.view().data(), Capacity);
    size_ += text.size();
  }
  /// Takes the last byte back. Requires: it was added just before.
  void drop_last() noexcept { --size_; }
  /// Appends everything. Call it once, at the end.
  void finish() { out_.append(bytes_.data(), size_); }

 private:
  static constexpr std::size_t enough_bytes = 4096;

  void make_room(std::size_t size) {
    if (bytes_.size() - size_ < size) pass_on();
  }
  void pass_on() {
    // One byte stays, for whoever takes it back.
    const auto passed = size_ - 1;
    out_.append(bytes_.data(), passed);
    bytes_.front() = bytes_[passed];
    size_ = 1;
  }
  void add_long(std::string_view text) {
    out_.append(bytes_.data(), size_);
    out_.append(text);
    size_ = 0;
  }

  std::string& out_;
  std::size_t size_ = 0;
  std::array<char, enough_bytes>
      bytes_;  // NOLINT(cppcoreguidelines-pro-type-member-init): what is used is written first
};

/// to_string(instant), without a string of its own when there is no fraction of a second.
void append_instant(RowText& out, Instant instant);

}  // namespace earlyhelp::io
