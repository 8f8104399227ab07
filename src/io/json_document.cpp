#include "json_document.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace earlyhelp::io {
namespace {

std::string_view kind_of(const JsonValue::Content& content) noexcept {
  constexpr std::array<std::string_view, 7> kinds = {"null",   "true or false", "a whole number", "a number",
                                                     "a text", "an array",      "an object"};
  return kinds[content.index()];
}

template <class Range>
std::string list_of(const Range& names) {
  std::string list;
  for (const std::string_view name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

}  // namespace

bool JsonValue::boolean() const {
  if (const auto* value = std::get_if<bool>(&content_)) return *value;
  refuse("true or false");
}

std::int64_t JsonValue::integer(std::int64_t least, std::int64_t most) const {
  const auto* value = std::get_if<std::int64_t>(&content_);
  if (value == nullptr) refuse("a whole number");
  if (*value < least || *value > most) {
    fail("expected a whole number from " + std::to_string(least) + " to " + std::to_string(most));
  }
  return *value;
}

double JsonValue::number() const {
  if (const auto* whole = std::get_if<std::int64_t>(&content_)) return static_cast<double>(*whole);
  if (const auto* value = std::get_if<double>(&content_)) return *value;
  refuse("a number");
}

const std::string& JsonValue::text() const {
  if (const auto* value = std::get_if<std::string>(&content_)) return *value;
  refuse("a text");
}

std::span<const JsonValue> JsonValue::items() const {
  if (const auto* value = std::get_if<std::vector<JsonValue>>(&content_)) return *value;
  refuse("an array");
}

std::span<const JsonValue::Member> JsonValue::members() const {
  if (const auto* value = std::get_if<std::vector<Member>>(&content_)) return *value;
  refuse("an object");
}

void JsonValue::only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : members()) {
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) {
      value.fail("unknown key; expected one of " + list_of(keys));
    }
  }
}

const JsonValue& JsonValue::at(std::string_view key) const {
  for (const auto& [name, value] : members()) {
    if (name == key) return value;
  }
  fail("expected the key \"" + std::string{key} + "\", which is missing");
}

boost::optional<const JsonValue&> JsonValue::find(std::string_view key) const {
  for (const auto& [name, value] : members()) {
    if (name == key && !value.is_null()) return value;
  }
  return {};
}

void JsonValue::refuse(std::string_view expected) const {
  fail("expected " + std::string{expected} + ", found " + std::string{kind_of(content_)});
}

void JsonValue::fail(std::string reason) const {
  throw JsonFault{.line = line_, .key = key_, .reason = std::move(reason)};
}

void JsonValue::refuse_choice(std::span<const std::string_view> ids) const { fail("expected one of " + list_of(ids)); }

}  // namespace earlyhelp::io
