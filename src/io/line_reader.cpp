#include "byte_source.hpp"

#include <earlyhelp/io/line_reader.hpp>

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>
#include <vector>

namespace earlyhelp::io {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 18;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

}  // namespace

bool is_blank(const Line& line) noexcept {
  return !line.is_too_long && line.text.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// The bytes from `begin` to `end` of `buffer` are read and not yet given out; of these, the first `searched` are known
/// to hold no end of line.
struct LineReader::State {
  State(std::string name, ByteSource bytes, std::size_t limit)
      : file{std::move(name)},
        limit_bytes{limit},
        source{std::move(bytes)},
        buffer(std::min(limit, default_limit_bytes) + block_bytes + padding) {
    note_error();
  }

  void note_error() {
    if (!source.error().empty()) error = FileError{.file = file, .reason = source.error()};
  }
  void restart() {
    source.rewind();
    begin = end = searched = 0;
    number = 0;
    is_at_end = false;
    error = boost::none;
    note_error();
  }

  /// Moves what is left to the front and reads a block behind it. False when there was nothing more to read.
  bool fill() {
    if (begin > 0) std::memmove(buffer.data(), buffer.data() + begin, end - begin);
    end -= begin;
    begin = 0;
    const auto most_bytes = limit_bytes + block_bytes + padding;
    if (buffer.size() - padding - end < block_bytes) buffer.resize(std::min(most_bytes, 2 * buffer.size()));
    const auto got = source.read(std::span{buffer}.subspan(end, std::min(block_bytes, buffer.size() - padding - end)));
    const bool is_first = number == 0 && end == 0;
    end += got;
    if (is_first && std::string_view{buffer.data(), end}.substr(0, 3) == byte_order_mark) begin = 3;
    if (got == 0) {
      note_error();
      is_at_end = !error;
    }
    return got > 0;
  }

  /// Where the end of the next line stands; `end` when it is not in the buffer yet.
  std::size_t find_end_of_line() {
    const auto* from = buffer.data() + begin + searched;
    const auto* found = static_cast<const char*>(std::memchr(from, '\n', end - begin - searched));
    searched = found != nullptr ? 0 : end - begin;
    return found != nullptr ? static_cast<std::size_t>(found - buffer.data()) : end;
  }

  Line line_to(std::size_t stop, bool is_too_long) {
    std::string_view text{buffer.data() + begin, stop - begin};
    const bool is_unterminated = stop == end;
    if (!is_unterminated && text.ends_with('\r')) text.remove_suffix(1);
    begin = is_unterminated ? end : stop + 1;
    searched = 0;
    is_too_long = is_too_long || text.size() > limit_bytes;
    return {.text = is_too_long ? std::string_view{} : text,
            .number = ++number,
            .is_too_long = is_too_long,
            .is_unterminated = is_unterminated};
  }

  std::string file;
  std::size_t limit_bytes;
  ByteSource source;
  std::vector<char> buffer;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t searched = 0;
  std::uint64_t number = 0;
  bool is_at_end = false;
  boost::optional<FileError> error = {};
};

LineReader::LineReader(std::string file, std::size_t limit_bytes) {
  ByteSource source{file};
  state_ = std::make_unique<State>(std::move(file), std::move(source), limit_bytes);
}
LineReader::LineReader(std::istream& stream, std::size_t limit_bytes)
    : state_{std::make_unique<State>("stream", ByteSource{stream}, limit_bytes)} {}
LineReader::LineReader(LineReader&&) noexcept = default;
LineReader& LineReader::operator=(LineReader&&) noexcept = default;
LineReader::~LineReader() = default;

boost::optional<Line> LineReader::next() {
  auto& state = *state_;
  bool is_too_long = false;
  for (;;) {
    const auto stop = state.find_end_of_line();
    if (stop != state.end) return state.line_to(stop, is_too_long);
    if (state.end - state.begin > state.limit_bytes) {
      is_too_long = true;
      state.begin = state.end;
      state.searched = 0;
    }
    if (state.fill()) continue;
    if (state.error || (state.begin == state.end && !is_too_long)) return {};
    return state.line_to(state.end, is_too_long);
  }
}

const boost::optional<FileError>& LineReader::error() const noexcept { return state_->error; }

void LineReader::rewind() { state_->restart(); }

bool LineReader::is_done() const noexcept { return state_->is_at_end && state_->begin == state_->end; }

}  // namespace earlyhelp::io
