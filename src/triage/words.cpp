#include "triage/words.hpp"

#include <array>
#include <cstddef>

namespace earlyhelp {
namespace {

struct Abbreviation {
  std::string_view id;
  std::string_view printed;
};

/// What the field prints in capitals.
constexpr std::array abbreviations{Abbreviation{"idva", "IDVA"}, Abbreviation{"marac", "MARAC"},
                                   Abbreviation{"mash", "MASH"}};

}  // namespace

std::string plain(std::string_view id) {
  std::string words{id};
  for (auto& c : words) {
    if (c == '_') c = ' ';
  }
  for (const auto& [name, printed] : abbreviations) {
    if (words.starts_with(std::string{name} + " ")) words.replace(0, name.size(), printed);
  }
  return words;
}

std::string listed(const std::vector<std::string>& items) {
  std::string all;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) all += i + 1 == items.size() ? " and " : ", ";
    all += items[i];
  }
  return all;
}

}  // namespace earlyhelp
