#pragma once

#include <earlyhelp/triage/triage.hpp>

namespace earlyhelp::test {

/// Decides one incident slowly and plainly: one reading after the other, one rule after the other, one yes or no after
/// the other, as the page is read. What is fast has to say the same.
Decision plain_triage(const Facts& facts, const Policy& policy);

}  // namespace earlyhelp::test
