#pragma once

#include "name_table.hpp"
#include "value_source.hpp"
#include "wall_time.hpp"

#include <earlyhelp/calendar/time_zone.hpp>
#include <earlyhelp/date.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace earlyhelp::io {

/// One record, asked for values; it remembers whether anything did not fit.
class RecordReading {
 public:
  RecordReading(const CsvCells& record, std::uint64_t number) : record_{record}, number_{number} {}

  bool fits() const noexcept { return fits_; }
  void need(bool condition) noexcept { fits_ = fits_ && condition; }

  /// What `parse` makes of a cell, or what `given` takes from the row that has the value. None: not known, or unfit.
  template <class Parse, class Given>
  auto value(const ValueSource& source, Parse parse, Given given) {
    using Kind = FoundValue::Kind;
    decltype(parse(std::string_view{})) taken;
    if (!source.is_mapped()) return taken;
    const auto found = source.find(record_);
    if (found.kind == Kind::given) taken = given(*found.given);
    if (found.kind == Kind::text) taken = parse(found.text);
    need(found.kind == Kind::none || taken);
    return taken;
  }
  template <class Reference, class Given>
  boost::optional<Reference> reference(const ValueSource& source, Given given) {
    if (!source.is_mapped()) return {};
    if (auto made = source.made_id(record_, number_)) return referring<Reference>(*std::move(made));
    return value(
        source, [](std::string_view text) { return referring<Reference>(std::string{text}); }, given);
  }

  /// The same where `other` made the id `beside` of this record.
  template <class Reference, class Given>
  boost::optional<Reference> reference(const ValueSource& source, Given given, const ValueSource& other,
                                       const Reference& beside) {
    if (auto made = source.made_id_beside(other, beside.value())) return referring<Reference>(*std::move(made));
    return reference<Reference>(source, given);
  }

  template <class Given>
  boost::optional<WrittenInstant> time(const ValueSource& source, const TimeZone& zone, Given given) {
    return value(
        source,
        [&](std::string_view text) {
          return source.is_wall_time() ? written_on_wall(text, zone) : parse_instant(text);
        },
        given);
  }
  template <class Given>
  boost::optional<Date> day(const ValueSource& source, Given given) {
    return value(source, parse_date, given);
  }
  template <class Given>
  boost::optional<int> number(const ValueSource& source, int most, Given given) {
    return value(
        source, [most](std::string_view text) { return number_up_to(most, text); }, given);
  }
  template <Named Enum, class Given>
  boost::optional<Enum> choice(const ValueSource& source, Given given) {
    return value(
        source, [](std::string_view text) { return name_table<Enum>.find(text); }, given);
  }
  /// A value that only a mapping gives.
  template <class Thing, class Given>
  boost::optional<Thing> given_only(const ValueSource& source, Given given) {
    return value(
        source, [](std::string_view) { return boost::optional<Thing>{}; }, given);
  }

 private:
  template <class Reference>
  static boost::optional<Reference> referring(std::string text) {
    if (!is_ascii(text) && !simdjson::validate_utf8(text.data(), text.size())) return {};
    try {
      return Reference{std::move(text)};
    } catch (const std::invalid_argument&) {
      return {};
    }
  }
  static boost::optional<int> number_up_to(int most, std::string_view text) noexcept {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0 || number > most) return {};
    return static_cast<int>(number);
  }
  static bool is_ascii(std::string_view text) noexcept {
    unsigned char all = 0;
    for (const char c : text) all |= static_cast<unsigned char>(c);
    return all < 0x80;
  }

  const CsvCells& record_;
  std::uint64_t number_;
  bool fits_ = true;
};

}  // namespace earlyhelp::io
