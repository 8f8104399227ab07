#pragma once

#include <boost/optional/optional.hpp>

#include <span>
#include <string_view>

namespace earlyhelp::io {

/// A data file that ships with the library and is part of it, so that no path has to be known to read it.
struct ShippedFile {
  std::string_view name;  ///< as in "england_and_wales.json"
  std::string_view content;
};

/// All of them: the calendar of England and Wales, the schemas of the feeds, the mapping of a public record.
std::span<const ShippedFile> shipped_files() noexcept;

/// The content of the shipped file with this name.
///
/// None: when no such file ships.
boost::optional<std::string_view> shipped_file(std::string_view name) noexcept;

}  // namespace earlyhelp::io
