#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace earlyhelp {

/// Sets of rules or duties as lists, the way that Arrow and most tables hold them: the codes of row i stand from
/// offsets[i] up to, and without, offsets[i + 1]. They are places in RuleIndex or Duty, in their order.
///
///   std::vector<std::int32_t> offsets(masks.size() + 1);
///   std::vector<std::uint8_t> codes(code_count(masks));
///   write_code_lists(masks, {.offsets = offsets, .codes = codes});
///
/// Source: Arrow columnar format, variable-size lists.
struct CodeLists {
  std::span<std::int32_t> offsets;  ///< one more than there are rows
  std::span<std::uint8_t> codes;
};

/// How many codes `masks` have together: the reasons, or the duties, of outcome columns.
std::size_t code_count(std::span<const std::uint64_t> masks) noexcept;
std::size_t code_count(std::span<const std::uint16_t> masks) noexcept;

/// Writes a list for each of `masks`.
///
/// Throws: std::invalid_argument when there is not exactly one offset more than masks, there is not exactly the room
/// for their codes, or there are more codes than an offset can count.
void write_code_lists(std::span<const std::uint64_t> masks, const CodeLists& lists);
void write_code_lists(std::span<const std::uint16_t> masks, const CodeLists& lists);

}  // namespace earlyhelp
