#pragma once

#include <earlyhelp/indicators/indicator.hpp>

#include <boost/optional/optional.hpp>

#include <span>
#include <string_view>

namespace earlyhelp {

/// Every indicator of this library, by topic: contact, families, outcomes, callouts, feedback.
///
/// Source: each names its own.
std::span<const Indicator> shipped_indicators() noexcept;

/// The one whose id is exactly `id`. None: there is none.
boost::optional<const Indicator&> shipped_indicator(std::string_view id) noexcept;

}  // namespace earlyhelp
