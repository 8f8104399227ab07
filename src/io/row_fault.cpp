#include "row_fault.hpp"

#include <algorithm>
#include <cstddef>

namespace earlyhelp::io {
namespace {

constexpr std::size_t max_named_key = 64;

bool is_plain(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

}  // namespace

void refuse(std::string_view reason) { throw RowFault{.field = {}, .reason = std::string{reason}}; }

void refuse_key(std::string_view key, std::string_view reason) {
  const bool can_be_named =
      !key.empty() && key.size() <= max_named_key && std::all_of(key.begin(), key.end(), is_plain);
  throw RowFault{.field = can_be_named ? std::string{key} : "?", .reason = std::string{reason}};
}

}  // namespace earlyhelp::io
