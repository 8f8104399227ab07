#pragma once

#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

// Small numbers point at people. What leaves the house is a PublishedCount, and only a policy makes one.

namespace earlyhelp {

/// What is done with a share of 0 % or 100 %, which tells of everybody in its group at once, however many they are.
enum class WholeShares : std::uint8_t { hidden, shown };

template <>
struct Names<WholeShares> {
  static constexpr std::array<std::string_view, 2> ids = {"hidden", "shown"};
};

/// Counts from `lowest` to `highest` are not shown; the others are rounded to a multiple of `round_to` (1: as they
/// are), in this order. `lowest` is 0 or 1: to hide larger counts and show a one would protect nobody.
struct DisclosurePolicy {
  std::string_view id;  ///< names it beside what is published
  std::int64_t lowest;
  std::int64_t highest;
  std::int64_t round_to = 1;
  WholeShares whole_shares = WholeShares::hidden;  ///< of measurements and outcomes; a count alone is none

  friend bool operator==(const DisclosurePolicy&, const DisclosurePolicy&) = default;
};

/// The policies in use; a place may have its own.
///
/// Source: NHS Digital, disclosure control in Hospital Episode Statistics (September 2018): 1 to 7 hidden, the others
///         rounded to 5; OpenSAFELY documentation, releasing outputs; the older rule hides 1 to 4.
inline constexpr std::array<DisclosurePolicy, 5> disclosure_policies = {{
    {.id = "suppress_1_4", .lowest = 1, .highest = 4},
    {.id = "suppress_1_7", .lowest = 1, .highest = 7},
    {.id = "suppress_0_4", .lowest = 0, .highest = 4},
    {.id = "suppress_1_7_then_round_5", .lowest = 1, .highest = 7, .round_to = 5},
    {.id = "suppress_1_4_then_round_5", .lowest = 1, .highest = 4, .round_to = 5},
}};

/// The policy in use whose id is exactly `id`. None: there is none.
boost::optional<DisclosurePolicy> disclosure_policy(std::string_view id) noexcept;

/// Throws: std::invalid_argument unless `lowest` is 0 or 1, no more than `highest`, `round_to` is from 1 to 10^9, and
///         no count that is shown is rounded to one that is not: with 1 to 5 hidden and a base of 5, a 5 would mean 6
///         or 7.
void require_sound(const DisclosurePolicy& policy);

/// A count as the public may see it: a number, or hidden. Only publish() makes one out of a count.
class PublishedCount {
 public:
  /// None: it is hidden.
  boost::optional<std::int64_t> value() const noexcept { return value_; }
  bool is_hidden() const noexcept { return !value_; }

  friend bool operator==(const PublishedCount&, const PublishedCount&) = default;

 private:
  explicit PublishedCount(boost::optional<std::int64_t> value) noexcept : value_{value} {}
  friend PublishedCount publish(std::int64_t count, const DisclosurePolicy& policy);
  friend class PublishedTable;

  boost::optional<std::int64_t> value_;
};

/// The number, or "*".
std::string to_string(const PublishedCount& count);

/// Whether `policy` hides `count` for being small.
bool is_small(std::int64_t count, const DisclosurePolicy& policy) noexcept;

/// Throws: std::invalid_argument unless 0 <= `count` <= 10^15, and as require_sound.
PublishedCount publish(std::int64_t count, const DisclosurePolicy& policy);
/// The same by a further policy; by the one that made it, it stays as it is.
///
/// Throws: as require_sound.
PublishedCount publish(const PublishedCount& count, const DisclosurePolicy& policy);

/// The nearest multiple of `base`; exact halves go up.
///
/// Throws: std::invalid_argument unless 0 <= `count` <= 10^15 and 1 <= `base` <= 10^9.
std::int64_t round_to_base(std::int64_t count, std::int64_t base);

/// The middle of the six numbers among which `count` lies (1 to 6: 3; 7 to 12: 9); 0 stays 0. What is rounded so is not
/// too large or too small on average, which survival tables need.
///
/// Throws: std::invalid_argument unless 0 <= `count` <= 10^15.
/// Source: OpenSAFELY documentation, midpoint 6 rounding.
std::int64_t midpoint_6(std::int64_t count);

}  // namespace earlyhelp
