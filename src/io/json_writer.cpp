#include "text_stretch.hpp"

#include <earlyhelp/io/json_writer.hpp>

#include <array>
#include <charconv>

namespace earlyhelp::io {
namespace {

constexpr bool must_escape(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

/// How many bytes of `value` come before one that must be escaped.
std::size_t plain_bytes(std::string_view value) noexcept {
  std::size_t at = 0;
  while (value.size() - at >= stretch_bytes) {
    const auto stretch = stretch_at(value.data() + at);
    at += stretch.size;
    if (stretch.size < stretch_bytes) return at;
  }
  while (at < value.size() && !must_escape(value[at])) ++at;
  return at;
}

template <class Number>
void append_number(std::string& out, Number value) {
  std::array<char, 32> digits{};
  const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
  out.append(digits.data(), written.ptr);
}

}  // namespace

JsonWriter& JsonWriter::key(std::string_view name) {
  separate();
  out_.push_back('"');
  out_.append(name);
  out_.append("\":", 2);
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::escaped_key(std::string_view name) {
  text(name);
  out_.push_back(':');
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view value) {
  separate();
  out_.push_back('"');
  const auto plain = plain_bytes(value);
  out_.append(value.substr(0, plain));
  if (plain < value.size()) escape(value, plain);
  out_.push_back('"');
  return *this;
}

JsonWriter& JsonWriter::number(std::int64_t value) {
  separate();
  append_number(out_, value);
  return *this;
}

JsonWriter& JsonWriter::number(double value) {
  separate();
  append_number(out_, value);
  return *this;
}

void JsonWriter::end_line() {
  out_.push_back('\n');
  needs_comma_ = false;
}

JsonWriter& JsonWriter::open(char bracket) {
  separate();
  out_.push_back(bracket);
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::close(char bracket) {
  out_.push_back(bracket);
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::raw(std::string_view json) {
  separate();
  out_.append(json);
  return *this;
}

void JsonWriter::separate() {
  if (needs_comma_) out_.push_back(',');
  needs_comma_ = true;
}

void JsonWriter::escape(std::string_view value, std::size_t from) {
  constexpr std::string_view hex = "0123456789abcdef";
  for (const char c : value.substr(from)) {
    if (!must_escape(c)) {
      out_.push_back(c);
    } else if (c == '"' || c == '\\') {
      out_.append({'\\', c});
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out_.append("\\u00").append({hex[byte >> 4U], hex[byte & 0xfU]});
    }
  }
}

}  // namespace earlyhelp::io
