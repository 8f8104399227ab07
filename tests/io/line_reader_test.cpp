#include <earlyhelp/io/line_reader.hpp>

#include "support/temporary_file.hpp"

#include <zlib.h>
#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace earlyhelp::io;
using earlyhelp::test::TemporaryFile;

namespace {

std::vector<std::string> lines_of(LineReader& reader) {
  std::vector<std::string> lines;
  while (const auto line = reader.next()) {
    CHECK(line->number == lines.size() + 1);
    lines.emplace_back(line->is_too_long ? "<too long>" : line->text);
  }
  return lines;
}

std::vector<std::string> lines_of(const std::string& content, std::size_t limit = LineReader::default_limit_bytes) {
  const TemporaryFile file{content};
  LineReader reader{file.name(), limit};
  auto lines = lines_of(reader);
  CHECK_FALSE(reader.error().has_value());
  CHECK(reader.is_done());
  return lines;
}

std::string packed(const std::string& content) {
  z_stream stream{};
  deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, content.size()) + 64, '\0');
  std::string in = content;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("lines end with LF or CRLF, and the last one need not end", "[io]") {
  CHECK(lines_of("").empty());
  CHECK(lines_of("a\nb\r\n\r\nc\rd\n") == Lines{"a", "b", "", "c\rd"});
  CHECK(lines_of("\n\n\n") == Lines{"", "", ""});
  CHECK(lines_of("a\nb") == Lines{"a", "b"});
  CHECK(lines_of(std::string{"a\0b\nc", 5}) == Lines{std::string{"a\0b", 3}, "c"});
}

TEST_CASE("a byte order mark at the start is no part of the first line, elsewhere it is left alone", "[io]") {
  CHECK(lines_of("\xEF\xBB\xBF{}\n\xEF\xBB\xBF{}\n") == Lines{"{}", "\xEF\xBB\xBF{}"});
  CHECK(lines_of("\xEF\xBB\xBF").empty());
  CHECK(lines_of("\xEF\xBB") == Lines{"\xEF\xBB"});
}

TEST_CASE("a last line without an end says so", "[io]") {
  const TemporaryFile file{"a\nb"};
  LineReader reader{file.name()};

  CHECK_FALSE(reader.next()->is_unterminated);
  CHECK(reader.next()->is_unterminated);
  CHECK_FALSE(reader.next().has_value());
}

TEST_CASE("a line longer than the limit is reported and the next one is read", "[io]") {
  const auto x = [](std::size_t n) { return std::string(n, 'x'); };

  CHECK(lines_of(x(9) + "\n" + x(10) + "\n" + x(11) + "\nb\n", 10) == Lines{x(9), x(10), "<too long>", "b"});
  CHECK(lines_of("a\n" + x(10'000'000) + "\nb\n") == Lines{"a", "<too long>", "b"});
  CHECK(lines_of("a\n" + x(10'000'000)) == Lines{"a", "<too long>"});
  CHECK(lines_of(x((std::size_t{1} << 20) + 1) + "\n" + x(std::size_t{1} << 20)) == Lines{"<too long>", x(1 << 20)});
}

TEST_CASE("lines that straddle the blocks of reading are whole, and there is room behind each", "[io]") {
  std::string content;
  for (std::size_t i = 0; i < 5'000; ++i) content += std::string(i % 700, static_cast<char>('a' + i % 26)) + '\n';
  const TemporaryFile file{content};
  LineReader reader{file.name()};

  std::size_t count = 0;
  unsigned sum = 0;
  while (const auto line = reader.next()) {
    REQUIRE(line->text == std::string(count % 700, static_cast<char>('a' + count % 26)));
    for (std::size_t i = 0; i < LineReader::padding; ++i)
      sum += static_cast<unsigned char>(line->text.data()[line->text.size() + i]);
    ++count;
  }
  CHECK(count == 5'000);
  CHECK(sum > 0);
}

TEST_CASE("a compressed file reads like a plain one, twice", "[io]") {
  std::string content;
  for (int i = 0; i < 100'000; ++i) content += "line " + std::to_string(i) + "\n";
  const TemporaryFile file{packed(content)};
  LineReader reader{file.name()};

  const auto first = lines_of(reader);
  reader.rewind();
  const auto second = lines_of(reader);

  CHECK(first.size() == 100'000);
  CHECK(first == second);
  CHECK(first.back() == "line 99999");
}

TEST_CASE("a compressed file that breaks off, or is damaged, is an error that names file and reason", "[io]") {
  std::string content;
  for (int i = 0; i < 200'000; ++i) content += "line " + std::to_string(i * 7919 % 200'017) + "\n";
  auto whole = packed(content);
  const TemporaryFile cut{whole.substr(0, whole.size() / 2)};
  whole[whole.size() / 2] = static_cast<char>(whole[whole.size() / 2] + 1);
  const TemporaryFile damaged{whole};

  for (const auto* file : {&cut, &damaged}) {
    LineReader reader{file->name()};
    while (reader.next()) {
    }
    REQUIRE(reader.error().has_value());
    CHECK(reader.error()->file == file->name());
    CHECK_FALSE(reader.error()->reason.empty());
    CHECK_FALSE(reader.is_done());
    reader.rewind();
    CHECK(reader.next()->number == 1);
  }
}

TEST_CASE("a file that cannot be read has no lines and an error", "[io]") {
  for (const std::string name : {"/nonexistent/feed.ndjson", "/tmp"}) {
    LineReader reader{name};
    CHECK_FALSE(reader.next().has_value());
    REQUIRE(reader.error().has_value());
    CHECK(to_string(*reader.error()).find(name + ": cannot be ") == 0);
    reader.rewind();
    CHECK(reader.error().has_value());
  }
}

TEST_CASE("what can be read only once is read twice all the same", "[io]") {
  int ends[2] = {};
  REQUIRE(::pipe(ends) == 0);
  const std::string content = "a\nb\n";
  REQUIRE(::write(ends[1], content.data(), content.size()) == 4);
  ::close(ends[1]);
  LineReader reader{"/dev/fd/" + std::to_string(ends[0])};
  ::close(ends[0]);

  CHECK(lines_of(reader) == Lines{"a", "b"});
  reader.rewind();
  CHECK(lines_of(reader) == Lines{"a", "b"});
}
