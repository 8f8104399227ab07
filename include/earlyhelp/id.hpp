#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace earlyhelp {

/// Whether `text` can be a reference: 1 to 128 bytes, none of them white space or a control character. A sentence is
/// not a reference, so free text about a person cannot slip in as one.
constexpr std::size_t max_reference_bytes = 128;
bool is_reference(std::string_view text) noexcept;

/// The identity of a real-world thing, as the caller names it: an opaque reference, kept exactly and printed back.
///
/// Two records with equal ids describe the same thing at different moments. Ids of different things do not convert,
/// compare or mix. There is no default: a record that forgets its id does not compile.
template <class Thing>
class Id {
 public:
  /// Throws: std::invalid_argument unless is_reference(value).
  explicit Id(std::string value);
  const std::string& value() const noexcept { return value_; }

  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string value_;
};

/// Throws: std::invalid_argument, naming the rule and not the text.
void require_reference(std::string_view text);

template <class Thing>
Id<Thing>::Id(std::string value) : value_{std::move(value)} {
  require_reference(value_);
}

/// What the records are about; each is found by its id and by nothing else.
using PersonId = Id<struct Person>;
using FamilyId = Id<struct Family>;
using HouseholdId = Id<struct Household>;
using IncidentId = Id<struct Incident>;
using ReferralId = Id<struct MaracReferral>;
using WorkerId = Id<struct Worker>;
using ReasonId = Id<struct WrittenReason>;  ///< where a written reason is kept; the reason itself never enters

}  // namespace earlyhelp

template <class Thing>
struct std::hash<earlyhelp::Id<Thing>> {
  std::size_t operator()(const earlyhelp::Id<Thing>& id) const noexcept { return std::hash<std::string>{}(id.value()); }
};
