#include "byte_source.hpp"
#include "json_document.hpp"

#include <simdjson.h>

#include <algorithm>
#include <cstddef>
#include <unordered_set>

namespace earlyhelp::io {
namespace {

namespace od = simdjson::ondemand;

constexpr int max_depth = 32;
constexpr std::size_t max_file_bytes = std::size_t{16} << 20;

/// Builds the tree while it walks through the text once, counting lines on the way.
class Builder {
 public:
  explicit Builder(const char* text) : at_{text} {}

  JsonValue build(od::value value, std::string key, int depth) {
    const auto line = line_of(value.raw_json_token().data());
    auto content = content_of(value, key, depth, line);
    return {line, std::move(key), std::move(content)};
  }

  std::uint64_t line_of(const char* place) {
    line_ += static_cast<std::uint64_t>(std::count(at_, std::max(at_, place), '\n'));
    at_ = std::max(at_, place);
    return line_;
  }
  std::uint64_t line() const noexcept { return line_; }

 private:
  JsonValue::Content content_of(od::value& value, const std::string& key, int depth, std::uint64_t line) {
    switch (value.type().value()) {
      case od::json_type::array:
        return array(value.get_array(), key, next(depth, key, line));
      case od::json_type::object:
        return object(value.get_object(), key, next(depth, key, line));
      case od::json_type::string:
        return std::string{value.get_string().value()};
      case od::json_type::boolean:
        return value.get_bool().value();
      case od::json_type::number:
        return number(value.get_number().value());
      case od::json_type::null:
        break;
    }
    if (!value.is_null().value()) throw simdjson::simdjson_error{simdjson::N_ATOM_ERROR};
    return nullptr;
  }

  static int next(int depth, const std::string& key, std::uint64_t line) {
    if (depth < max_depth) return depth + 1;
    throw JsonFault{.line = line, .key = key, .reason = "nested deeper than 32"};
  }

  static JsonValue::Content number(od::number value) {
    if (value.is_int64()) return value.get_int64();
    return value.as_double();
  }

  JsonValue::Content array(od::array items, const std::string& key, int depth) {
    std::vector<JsonValue> values;
    for (auto item : items)
      values.push_back(build(item.value(), key + '[' + std::to_string(values.size()) + ']', depth));
    return values;
  }

  JsonValue::Content object(od::object fields, const std::string& key, int depth) {
    std::vector<JsonValue::Member> members;
    std::unordered_set<std::string> seen;
    for (auto field : fields) {
      line_of(field.key().value().raw());
      std::string name{field.unescaped_key().value()};
      auto path = key.empty() ? name : key + '.';
      if (!key.empty()) path += name;
      if (!seen.insert(name).second) throw JsonFault{.line = line_, .key = path, .reason = "the key occurs twice"};
      members.emplace_back(std::move(name), build(field.value(), path, depth));
    }
    return members;
  }

  const char* at_;
  std::uint64_t line_ = 1;
};

boost::optional<std::uint64_t> line_with_invalid_utf8(std::string_view text) {
  for (std::uint64_t line = 1;; ++line) {
    const auto end = std::min(text.find('\n'), text.size());
    if (!simdjson::validate_utf8(text.data(), end)) return line;
    if (end == text.size()) return {};
    text.remove_prefix(end + 1);
  }
}

std::string reason_of(simdjson::error_code error) { return std::string{"not JSON: "} + simdjson::error_message(error); }

}  // namespace

JsonValue parse_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const simdjson::padded_string padded{text};
  od::parser parser;
  Builder builder{padded.data()};
  od::document document;
  if (const auto error = parser.iterate(padded).get(document)) {
    throw JsonFault{.line = error == simdjson::UTF8_ERROR ? line_with_invalid_utf8(text) : boost::none,
                    .key = "",
                    .reason = reason_of(error)};
  }
  try {
    if (document.is_scalar()) throw JsonFault{.line = 1, .key = "", .reason = "expected an object or an array"};
    auto root = builder.build(document.get_value(), "", 0);
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS) {
      throw JsonFault{.line = builder.line_of(rest), .key = "", .reason = "not JSON: something follows the value"};
    }
    return root;
  } catch (const simdjson::simdjson_error& error) {
    const char* place = nullptr;
    const bool is_placed = document.current_location().get(place) == simdjson::SUCCESS;
    throw JsonFault{
        .line = is_placed ? builder.line_of(place) : builder.line(), .key = "", .reason = reason_of(error.error())};
  }
}

std::string read_whole_file(const std::string& file) {
  ByteSource source{file};
  std::string content(max_file_bytes + 1, '\0');
  const auto size = source.read(content);
  if (!source.error().empty()) throw JsonFault{.line = boost::none, .key = "", .reason = source.error()};
  if (size > max_file_bytes) throw JsonFault{.line = boost::none, .key = "", .reason = "longer than 16 MiB"};
  content.resize(size);
  return content;
}

}  // namespace earlyhelp::io
