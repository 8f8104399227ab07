#pragma once

#include <earlyhelp/io/file_error.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <initializer_list>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace earlyhelp::io {

/// What is the matter with a configuration file, thrown from inside a document and turned into a FileError by
/// read_json_file; it goes no further.
struct JsonFault {
  boost::optional<std::uint64_t> line;
  std::string key;
  std::string reason;
};

/// A value of a configuration file that knows where it stands. Every question it cannot answer is a JsonFault with its
/// line, its key and what was expected. No member is ever skipped: a reader begins with `only`.
class JsonValue {
 public:
  using Member = std::pair<std::string, JsonValue>;
  using Content = std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, std::vector<JsonValue>,
                               std::vector<Member>>;

  JsonValue(std::uint64_t line, std::string key, Content content)
      : line_{line}, key_{std::move(key)}, content_{std::move(content)} {}

  std::uint64_t line() const noexcept { return line_; }
  const std::string& key() const noexcept { return key_; }  ///< from the root, as in `holidays.days[3]`

  bool is_null() const noexcept { return std::holds_alternative<std::nullptr_t>(content_); }
  bool is_text() const noexcept { return std::holds_alternative<std::string>(content_); }
  bool is_boolean() const noexcept { return std::holds_alternative<bool>(content_); }
  bool is_array() const noexcept { return std::holds_alternative<std::vector<JsonValue>>(content_); }
  bool is_object() const noexcept { return std::holds_alternative<std::vector<Member>>(content_); }

  bool boolean() const;
  /// A number without fraction or exponent, from `least` to `most`.
  std::int64_t integer(std::int64_t least, std::int64_t most) const;
  double number() const;
  const std::string& text() const;
  std::span<const JsonValue> items() const;
  std::span<const Member> members() const;

  /// A text that is the id of a value of `Enum`.
  template <Named Enum>
  Enum choice() const {
    const auto value = parse<Enum>(text());
    if (!value) refuse_choice(Names<Enum>::ids);
    return *value;
  }

  /// Refuses an object with a member that is not one of `keys`.
  void only(std::initializer_list<std::string_view> keys) const;
  /// The member with this key, which must be there.
  const JsonValue& at(std::string_view key) const;
  /// The member with this key. None: when it is absent or null.
  boost::optional<const JsonValue&> find(std::string_view key) const;

  /// What `make` returns; when it throws std::invalid_argument, its words become the fault of this value.
  template <class Make>
  auto build(Make make) const {
    try {
      return make();
    } catch (const std::invalid_argument& refused) {
      fail(refused.what());
    }
  }

  /// "expected a date, found a text": `expected` names what would have been right.
  [[noreturn]] void refuse(std::string_view expected) const;
  [[noreturn]] void fail(std::string reason) const;

 private:
  [[noreturn]] void refuse_choice(std::span<const std::string_view> ids) const;

  std::uint64_t line_;
  std::string key_;
  Content content_;
};

/// The whole of a JSON text. Throws: JsonFault when it is not one value of strict JSON with valid UTF-8, when a key
/// occurs twice in an object, and when it is nested deeper than 32.
JsonValue parse_json(std::string_view text);

/// The content of a configuration file, which may be a .gz. Throws: JsonFault when it cannot be read or has more than
/// 16 MiB.
std::string read_whole_file(const std::string& file);

/// What `build` makes of the root of the document, or the first fault met on the way.
template <class Build>
auto read_json_text(const std::string& name, std::string_view text, Build build)
    -> OrFileError<decltype(build(std::declval<const JsonValue&>()))> {
  try {
    return build(parse_json(text));
  } catch (const JsonFault& fault) {
    return FileError{.file = name, .line = fault.line, .key = fault.key, .reason = fault.reason};
  }
}

template <class Build>
auto read_json_file(const std::string& file, Build build)
    -> OrFileError<decltype(build(std::declval<const JsonValue&>()))> {
  try {
    return read_json_text(file, read_whole_file(file), build);
  } catch (const JsonFault& fault) {
    return FileError{.file = file, .reason = fault.reason};
  }
}

}  // namespace earlyhelp::io
