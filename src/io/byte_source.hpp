#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <span>
#include <string>

struct gzFile_s;

namespace earlyhelp::io {

/// A descriptor of the operating system, closed with its owner.
class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_{number} {}
  Descriptor(Descriptor&& other) noexcept : number_{other.release()} {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();
  int get() const noexcept { return number_; }
  bool is_open() const noexcept { return number_ >= 0; }
  int release() noexcept;

 private:
  int number_;
};

/// The bytes of a file, unpacked when it is a .gz; of standard input when it is called "-". Can begin again.
class ByteSource {
 public:
  explicit ByteSource(const std::string& file);
  /// The bytes of `stream`, as they are, from where it stands.
  explicit ByteSource(std::istream& stream);

  /// Fills `buffer` from its start as far as the file goes; how many bytes were put there. 0 at the end, and after an
  /// error.
  std::size_t read(std::span<char> buffer);

  /// Empty while everything went well.
  const std::string& error() const noexcept { return error_; }

  void rewind();

 private:
  struct Close {
    void operator()(gzFile_s* stream) const noexcept;
  };
  void open_stream();
  std::size_t read_given(std::span<char> buffer);

  Descriptor descriptor_;
  std::unique_ptr<gzFile_s, Close> stream_;
  std::istream* given_ = nullptr;
  std::istream::pos_type given_from_ = {};
  std::string error_;
};

}  // namespace earlyhelp::io
