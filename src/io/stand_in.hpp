#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace earlyhelp::io {

/// Appends `cell` to `id` so that the whole is a reference and different cells stay different: white space becomes _,
/// and what would then be mistaken for something else (_ | ~ % and control characters) becomes %XX.
void append_cell(std::string_view cell, std::string& id);

/// `prefix` and the cells, joined by |. When that is longer than a reference may be, its beginning and 128 bits made
/// from the whole.
///
///   stand_in_id("victim:", {"002XX W 24TH PL", "APARTMENT"}) == "victim:002XX_W_24TH_PL|APARTMENT"
std::string stand_in_id(std::string_view prefix, std::span<const std::string_view> cells);

/// The id of a row that no cell tells from another; no stand_in_id() is the same.
std::string row_id(std::string_view prefix, std::uint64_t row);

}  // namespace earlyhelp::io
