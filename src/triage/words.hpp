#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// An id as people write it: "high_risk_panel" is "high risk panel", "mash_referral" is "MASH referral".
std::string plain(std::string_view id);

/// "a", "a and b", "a, b and c"
std::string listed(const std::vector<std::string>& items);

}  // namespace earlyhelp
