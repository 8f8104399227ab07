#include <earlyhelp/triage/code_lists.hpp>

#include <bit>
#include <limits>
#include <stdexcept>
#include <string>

namespace earlyhelp {
namespace {

template <class Mask>
std::size_t count(std::span<const Mask> masks) noexcept {
  std::size_t codes = 0;
  for (const auto mask : masks) codes += static_cast<std::size_t>(std::popcount(mask));
  return codes;
}

void require(bool is_so, const char* what, std::size_t has, std::size_t needs) {
  if (is_so) return;
  throw std::invalid_argument{"CodeLists: " + std::to_string(has) + " " + what + "; has to be " +
                              std::to_string(needs)};
}

template <class Mask>
void write(std::span<const Mask> masks, const CodeLists& lists) {
  const auto codes = count(masks);
  constexpr std::size_t most = std::numeric_limits<std::int32_t>::max();
  if (codes > most) throw std::invalid_argument{"CodeLists: more codes than an offset can count"};
  require(lists.offsets.size() == masks.size() + 1, "offsets", lists.offsets.size(), masks.size() + 1);
  require(lists.codes.size() == codes, "codes", lists.codes.size(), codes);

  auto* next = lists.codes.data();
  for (std::size_t i = 0; i < masks.size(); ++i) {
    lists.offsets[i] = static_cast<std::int32_t>(next - lists.codes.data());
    for (auto left = masks[i]; left != 0; left = static_cast<Mask>(left & (left - 1U))) {
      *next++ = static_cast<std::uint8_t>(std::countr_zero(left));
    }
  }
  lists.offsets.back() = static_cast<std::int32_t>(codes);
}

}  // namespace

std::size_t code_count(std::span<const std::uint64_t> masks) noexcept { return count(masks); }
std::size_t code_count(std::span<const std::uint16_t> masks) noexcept { return count(masks); }

void write_code_lists(std::span<const std::uint64_t> masks, const CodeLists& lists) { write(masks, lists); }
void write_code_lists(std::span<const std::uint16_t> masks, const CodeLists& lists) { write(masks, lists); }

}  // namespace earlyhelp
