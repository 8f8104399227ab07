#pragma once

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// Writes compact JSON to the end of a string: rows are made by the million, and appending to one buffer is several
/// times faster than building a tree first. Commas are put by the writer; that keys and values alternate, and that
/// what is begun is ended, is the caller's part.
///
///   JsonWriter json{out};
///   json.begin_object().key("id").text("i-1").key("ages").begin_array().number(7).number(9).end_array().end_object();
///
/// appends {"id":"i-1","ages":[7,9]}.
class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) noexcept : out_{out} {}

  JsonWriter& begin_object() { return open('{'); }
  JsonWriter& end_object() { return close('}'); }
  JsonWriter& begin_array() { return open('['); }
  JsonWriter& end_array() { return close(']'); }

  /// Requires: `name` needs no escape; the names of our formats do not.
  JsonWriter& key(std::string_view name);
  /// A key that is a caller's own id. Requires: valid UTF-8.
  JsonWriter& escaped_key(std::string_view name);

  /// Any text; what JSON must escape is escaped. Requires: valid UTF-8.
  JsonWriter& text(std::string_view value);
  JsonWriter& number(std::int64_t value);
  /// The shortest digits that read back as `value`. Requires: a finite `value`.
  JsonWriter& number(double value);
  JsonWriter& number(int value) { return number(std::int64_t{value}); }
  JsonWriter& boolean(bool value) { return raw(value ? "true" : "false"); }
  JsonWriter& null() { return raw("null"); }
  /// One value that is JSON already.
  JsonWriter& raw(std::string_view json);

  /// A new line, between two documents.
  void end_line();

 private:
  JsonWriter& open(char bracket);
  JsonWriter& close(char bracket);
  void separate();
  void escape(std::string_view value, std::size_t from);

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace earlyhelp::io
