#include "byte_source.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <cerrno>
#include <cstdlib>
#include <limits>
#include <system_error>
#include <utility>
#include <vector>

namespace earlyhelp::io {
namespace {

// At most a quarter of what is read at once: then zlib puts bytes that are not packed where they are wanted, without a
// buffer of its own in between.
constexpr unsigned stream_buffer_bytes = 1U << 16U;

std::string reason_of(int number) { return std::generic_category().message(number); }

/// A file without a name: gone when it is closed, readable by nobody else. /var/tmp is on a disk, /tmp often in memory.
Descriptor nameless_file() {
  const char* chosen = std::getenv("TMPDIR");
  std::string name = std::string{chosen != nullptr ? chosen : "/var/tmp"} + "/earlyhelp-XXXXXX";
  Descriptor file{::mkstemp(name.data())};
  if (file.is_open()) ::unlink(name.c_str());
  return file;
}

bool write_all(int to, const char* bytes, std::size_t size) {
  while (size > 0) {
    const auto written = ::write(to, bytes, size);
    if (written < 0) return false;
    bytes += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

/// What can be read only once, in a file that can be read twice. Not open, and `errno` says why, when that fails.
Descriptor spool(const Descriptor& once) {
  auto file = nameless_file();
  if (!file.is_open()) return file;
  std::vector<char> block(stream_buffer_bytes);
  for (;;) {
    const auto got = ::read(once.get(), block.data(), block.size());
    if (got == 0) return file;
    if (got < 0 || !write_all(file.get(), block.data(), static_cast<std::size_t>(got))) return Descriptor{};
  }
}

Descriptor open_for_two_passes(const std::string& file) {
  Descriptor opened{file == "-" ? ::dup(STDIN_FILENO) : ::open(file.c_str(), O_RDONLY | O_CLOEXEC)};
  struct stat about {};
  if (!opened.is_open() || ::fstat(opened.get(), &about) != 0) return Descriptor{};
  if (S_ISREG(about.st_mode)) return opened;
  return spool(opened);
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  if (this != &other) {
    if (is_open()) ::close(number_);
    number_ = other.release();
  }
  return *this;
}

Descriptor::~Descriptor() {
  if (is_open()) ::close(number_);
}

int Descriptor::release() noexcept { return std::exchange(number_, -1); }

void ByteSource::Close::operator()(gzFile_s* stream) const noexcept { ::gzclose(stream); }

ByteSource::ByteSource(const std::string& file) : descriptor_{open_for_two_passes(file)} {
  if (!descriptor_.is_open()) {
    error_ = "cannot be opened: " + reason_of(errno);
    return;
  }
  open_stream();
}

ByteSource::ByteSource(std::istream& stream) : given_{&stream}, given_from_{stream.tellg()} {
  if (!stream) error_ = "cannot be read";
}

void ByteSource::open_stream() {
  if (::lseek(descriptor_.get(), 0, SEEK_SET) < 0) {
    error_ = "cannot be read from its start: " + reason_of(errno);
    return;
  }
  Descriptor own{::dup(descriptor_.get())};
  if (own.is_open()) stream_.reset(::gzdopen(own.get(), "rb"));
  if (!stream_) {
    error_ = "cannot be opened: " + reason_of(errno);
    return;
  }
  own.release();
  ::gzbuffer(stream_.get(), stream_buffer_bytes);
}

std::size_t ByteSource::read_given(std::span<char> buffer) {
  given_->read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
  if (given_->bad()) error_ = "cannot be read further";
  return static_cast<std::size_t>(given_->gcount());
}

std::size_t ByteSource::read(std::span<char> buffer) {
  if (given_ != nullptr) return error_.empty() ? read_given(buffer) : 0;
  if (!error_.empty() || !stream_) return 0;
  const auto wanted = std::min<std::size_t>(buffer.size(), std::numeric_limits<int>::max());
  const int got = ::gzread(stream_.get(), buffer.data(), static_cast<unsigned>(wanted));
  if (got == static_cast<int>(wanted)) return wanted;
  int number = Z_OK;
  const char* reason = ::gzerror(stream_.get(), &number);
  if (number == Z_BUF_ERROR) {
    error_ = "breaks off: the compressed data have no end";
  } else if (number != Z_OK) {
    error_ = "cannot be read: " + (number == Z_ERRNO ? reason_of(errno) : std::string{reason});
  }
  return got > 0 ? static_cast<std::size_t>(got) : 0;
}

void ByteSource::rewind() {
  if (given_ != nullptr) {
    error_.clear();
    given_->clear();
    if (!given_->seekg(given_from_)) error_ = "cannot be read from its start";
    return;
  }
  if (!descriptor_.is_open()) return;
  error_.clear();
  stream_.reset();
  open_stream();
}

}  // namespace earlyhelp::io
