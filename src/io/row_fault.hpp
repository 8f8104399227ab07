#pragma once

#include <string>
#include <string_view>

namespace earlyhelp::io {

/// Why a row is rejected, thrown at the value at fault; the levels above put their keys before `field`. Rejects are
/// rare, and good rows pay nothing for it.
struct RowFault {
  std::string field;
  std::string reason;

  void put_before(std::string_view key) {
    if (!field.empty() && field.front() != '[') field.insert(0, 1, '.');
    field.insert(0, key);
  }
};

[[noreturn]] void refuse(std::string_view reason);
/// Refuses a key that is not known; it is named only when it cannot be a sentence.
[[noreturn]] void refuse_key(std::string_view key, std::string_view reason);

}  // namespace earlyhelp::io
