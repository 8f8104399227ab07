#include "policy_words.hpp"

#include <cstddef>

namespace earlyhelp::io {

boost::optional<int> minutes_from(std::string_view text) {
  const auto is_digit = [text](std::size_t at) { return text[at] >= '0' && text[at] <= '9'; };
  if (text.size() != 5 || text[2] != ':') return {};
  if (!is_digit(0) || !is_digit(1) || !is_digit(3) || !is_digit(4)) return {};
  const int hours = (text[0] - '0') * 10 + (text[1] - '0');
  const int minutes = (text[3] - '0') * 10 + (text[4] - '0');
  if (hours > 23 || minutes > 59) return {};
  return hours * 60 + minutes;
}

std::string time_of_day(int minutes) {
  std::string text = "00:00";
  const auto put = [&text](std::size_t at, int value) {
    text[at] = static_cast<char>('0' + value / 10);
    text[at + 1] = static_cast<char>('0' + value % 10);
  };
  put(0, minutes / 60);
  put(3, minutes % 60);
  return text;
}

}  // namespace earlyhelp::io
