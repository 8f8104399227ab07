#include "case_words.hpp"

#include <earlyhelp/triage/fact.hpp>

#include <algorithm>

namespace earlyhelp::io {
namespace {

std::string in_words(Fact fact, const Facts& facts) {
  const auto value = value_of(fact, facts);
  return std::string{to_string(fact)} + " " + (value.empty() ? "none" : value);
}

}  // namespace

std::string grouped(std::uint64_t number) {
  constexpr std::size_t group = 3;
  auto digits = std::to_string(number);
  for (auto at = digits.size(); at > group; at -= group) digits.insert(at - group, 1, ',');
  return digits;
}

std::string padded_left(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, text.size()), ' ') + text;
}

std::string departures(const Facts& facts, const Facts& from) {
  std::string words;
  for (const auto fact : differing(facts, from)) words += (words.empty() ? "" : ", ") + in_words(fact, facts);
  return words.empty() ? "a quiet incident" : words;
}

}  // namespace earlyhelp::io
