#include "plain_row.hpp"

#include <simdjson.h>

#include <cstring>

namespace earlyhelp::io {
namespace {

constexpr std::ptrdiff_t most_digits = 9;

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace

bool PlainRow::take(std::string_view word) noexcept {
  if (static_cast<std::size_t>(end_ - at_) < word.size()) return false;
  if (std::memcmp(at_, word.data(), word.size()) != 0) return false;
  at_ += word.size();
  return true;
}

std::int64_t PlainRow::number() {
  skip_space();
  const char* begin = at_;
  std::int64_t value = 0;
  for (; at_ != end_ && is_digit(*at_); ++at_) {
    if (at_ - begin == most_digits) give_up();
    value = value * 10 + (*at_ - '0');
  }
  if (at_ == begin || (*begin == '0' && at_ - begin > 1)) give_up();
  return value;
}

void PlainRow::end(std::string_view row) {
  skip_space();
  if (at_ != end_ || (!is_ascii_ && !simdjson::validate_utf8(row.data(), row.size()))) give_up();
}

}  // namespace earlyhelp::io
