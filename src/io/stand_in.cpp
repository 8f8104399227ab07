#include "stand_in.hpp"

#include <earlyhelp/id.hpp>

#include <array>

namespace earlyhelp::io {
namespace {

constexpr std::string_view hex = "0123456789abcdef";
constexpr std::size_t print_width = 32;

/// FNV-1a, from a basis of the caller's.
std::uint64_t print_of(std::string_view text, std::uint64_t basis) noexcept {
  auto print = basis;
  for (const char c : text) print = (print ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  // The last bytes reach only the low bits so far.
  print = (print ^ (print >> 32U)) * 0xd6e8feb86659fd93U;
  return print ^ (print >> 32U);
}

void append_hex(std::uint64_t value, std::string& out) {
  for (unsigned shift = 64; shift > 0; shift -= 4) out.push_back(hex[(value >> (shift - 4)) & 0xfU]);
}

bool is_mistakable(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  const bool is_control = (byte < 0x20) | (byte == 0x7f);
  return is_control | (c == '_') | (c == '|') | (c == '~') | (c == '%');
}

}  // namespace

void append_cell(std::string_view cell, std::string& id) {
  const auto begin = id.size();
  id.append(cell);
  char* const copy = id.data() + begin;
  unsigned mistakable = 0;
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char c = cell[i];
    mistakable |= static_cast<unsigned>(is_mistakable(c));
    copy[i] = c == ' ' ? '_' : c;
  }
  if (mistakable == 0) return;
  id.resize(begin);
  for (const char c : cell) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_mistakable(c)) {
      id.append({'%', hex[byte >> 4U], hex[byte & 0xfU]});
    } else {
      id.push_back(c == ' ' ? '_' : c);
    }
  }
}

std::string stand_in_id(std::string_view prefix, std::span<const std::string_view> cells) {
  auto size = prefix.size() + cells.size();
  for (const auto cell : cells) size += cell.size();
  std::string id;
  id.reserve(size);
  id = prefix;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) id.push_back('|');
    append_cell(cells[i], id);
  }
  if (id.size() <= max_reference_bytes) return id;
  const auto low = print_of(id, 0xcbf29ce484222325U);
  const auto high = print_of(id, 0x9e3779b97f4a7c15U);
  size = max_reference_bytes - print_width - 1;
  while ((static_cast<unsigned char>(id[size]) & 0xc0U) == 0x80U) --size;  // not inside a character
  id.resize(size);
  id.push_back('~');
  append_hex(high, id);
  append_hex(low, id);
  return id;
}

std::string row_id(std::string_view prefix, std::uint64_t row) {
  return std::string{prefix} + "~row-" + std::to_string(row);
}

}  // namespace earlyhelp::io
