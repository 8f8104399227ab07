#pragma once

#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/statistics/interval.hpp>
#include <earlyhelp/statistics/proportion.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace earlyhelp {

/// When a family was promised contact, and what came of it.
struct ContactRecord {
  Instant start;                            ///< of the clock: attendance, by default
  Instant due;                              ///< exactly then is in time
  boost::optional<Instant> contacted = {};  ///< both sides spoke; an attempt is no contact
  boost::optional<Instant> closed = {};
};

/// What became of the promise, as it was known at a moment.
enum class PromptContact : std::uint8_t {
  met,
  breached_late_contact,
  breached_closed_uncontacted,  ///< after it was due
  breached_open_overdue,
  pending_not_due,
  excluded_closed_before_due,
  invalid_contact_before_start,  ///< a mistake in the record: never met
};

template <>
struct Names<PromptContact> {
  static constexpr std::array<std::string_view, 7> ids = {
      "met",
      "breached_late_contact",
      "breached_closed_uncontacted",
      "breached_open_overdue",
      "pending_not_due",
      "excluded_closed_before_due",
      "invalid_contact_before_start",
  };
};

/// What became of the promise by `snapshot`; what came later was not known then. The one home of the rule: for the
/// records of cases contact_in_time asks it.
///
/// Source: library default; the promise itself: Northamptonshire early intervention service (48 hours).
PromptContact prompt_contact(const ContactRecord& record, Instant snapshot) noexcept;

/// How many promises came to what.
class PromptContactCounts {
 public:
  void add(PromptContact what, std::int64_t records = 1) noexcept;

  std::int64_t of(PromptContact what) const noexcept { return counts_[static_cast<std::size_t>(what)]; }
  std::int64_t records() const noexcept;
  std::int64_t breached() const noexcept;
  /// Met, of all that were met or breached: what is pending, excluded or wrong is in neither, and is told beside it.
  /// Never of those contacted alone.
  Proportion compliance() const noexcept;
  /// Compliance if everything pending came to be breached, and met.
  ///
  /// None: nothing was met, breached or pending.
  boost::optional<Interval> bounds() const;

  friend bool operator==(const PromptContactCounts&, const PromptContactCounts&) = default;

 private:
  std::array<std::int64_t, count_of<PromptContact>> counts_ = {};
};

}  // namespace earlyhelp
