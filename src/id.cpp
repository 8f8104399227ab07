#include <earlyhelp/id.hpp>

#include <algorithm>
#include <stdexcept>

namespace earlyhelp {

bool is_reference(std::string_view text) noexcept {
  if (text.empty() || text.size() > max_reference_bytes) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte != 0x7f;
  });
}

void require_reference(std::string_view text) {
  if (!is_reference(text)) {
    throw std::invalid_argument{"Id: needs 1 to 128 bytes without white space or control characters"};
  }
}

}  // namespace earlyhelp
