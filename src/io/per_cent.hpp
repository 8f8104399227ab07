#pragma once

#include <string>

namespace earlyhelp::io {

/// In whole per cent, and never all or none of them where it is not: "over 99 %", "under 1 %".
std::string per_cent(double share);

}  // namespace earlyhelp::io
