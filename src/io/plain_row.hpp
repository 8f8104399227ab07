#pragma once

#include "text_stretch.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace earlyhelp::io {

/// Thrown where a row is not as plain as this reader needs it: the general parser has to read it.
struct NotPlain {};

/// A row of NDJSON read from left to right without a parser in between. It knows only what usual writers write: texts
/// without escapes, whole numbers of few digits, true, false and null. What it accepts, the general parser accepts with
/// the same values; at everything else, faults too, it gives up.
///
/// One stands for every value of its row, each in its turn.
class PlainRow {
 public:
  /// Requires: 64 readable bytes behind `text`.
  explicit PlainRow(std::string_view text) noexcept : at_{text.data()}, end_{text.data() + text.size()} {}

  /// Whether `c` comes next, behind white space or not; taken then.
  bool next_is(char c) noexcept {
    skip_space();
    if (*at_ != c || at_ == end_) return false;
    ++at_;
    return true;
  }
  void need(char c) {
    if (!next_is(c)) give_up();
  }
  /// Whether `word` comes next; taken then.
  bool next_is(std::string_view word) noexcept {
    skip_space();
    return *at_ == word.front() && take(word);
  }

  /// A text, with its quotes taken off.
  std::string_view text() {
    need('"');
    const char* begin = at_;
    Stretch stretch{.size = stretch_bytes, .is_ascii = true};
    while (stretch.size == stretch_bytes && at_ < end_) {
      stretch = stretch_at(at_);
      is_ascii_ = is_ascii_ && stretch.is_ascii;
      at_ += stretch.size;
    }
    if (at_ >= end_ || *at_ != '"') give_up();
    return {begin, static_cast<std::size_t>(at_++ - begin)};
  }
  /// A text of one byte from a to z, with its quotes taken off. Empty, and nothing is taken, when
  /// anything else comes next.
  std::string_view letter() noexcept {
    skip_space();
    const bool is_letter = end_ - at_ >= 3 && at_[0] == '"' && at_[1] >= 'a' && at_[1] <= 'z' && at_[2] == '"';
    if (!is_letter) return {};
    at_ += 3;
    return {at_ - 2, 1};
  }
  /// A whole number from 0 on.
  std::int64_t number();
  /// Gives up unless nothing but white space is left, and what was read is valid UTF-8.
  void end(std::string_view row);

  [[noreturn]] static void give_up() { throw NotPlain{}; }

 private:
  void skip_space() noexcept {
    while (*at_ <= ' ' && at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
  }
  bool take(std::string_view word) noexcept;

  const char* at_;
  const char* end_;
  bool is_ascii_ = true;
};

/// A member of an object, its key taken.
struct PlainField {
  std::string_view name;
  PlainRow& row;
  PlainRow& value() noexcept { return row; }
};

inline bool take_null(PlainRow& row) { return row.next_is("null"); }
inline std::string_view text_of(PlainRow& row, std::string_view) { return row.text(); }
inline std::string_view raw_text_of(PlainRow& row, std::string_view) { return row.text(); }
inline std::string_view raw_key_of(PlainField& field) { return field.name; }
inline std::string_view key_of(PlainField& field) { return field.name; }
inline std::int64_t number_of(PlainRow& row, std::string_view) { return row.number(); }
/// Of these it knows only the whole ones.
inline double real_number_of(PlainRow& row, std::string_view) { return static_cast<double>(row.number()); }
inline bool boolean_of(PlainRow& row) {
  if (row.next_is("true")) return true;
  if (!row.next_is("false")) PlainRow::give_up();
  return false;
}

template <class Take>
void each_field(PlainRow& row, Take take) {
  row.need('{');
  if (row.next_is('}')) return;
  do {
    PlainField field{.name = row.text(), .row = row};
    row.need(':');
    take(field);
  } while (row.next_is(','));
  row.need('}');
}

template <class Take>
void each_element(PlainRow& row, Take take) {
  row.need('[');
  if (row.next_is(']')) return;
  do take(row);
  while (row.next_is(','));
  row.need(']');
}

}  // namespace earlyhelp::io
