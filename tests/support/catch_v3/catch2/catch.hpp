#pragma once

// Catch2 3 under the header name of version 2. Written from its documentation and not compiled: Debian 12 has 2.13.
#include <catch2/catch_all.hpp>

using Catch::Approx;

namespace Catch {

using Matchers::ContainsSubstring;
inline auto Contains(const std::string& text) { return ContainsSubstring(text); }

}  // namespace Catch

#if defined(CATCH_CONFIG_MAIN)
int main(int argc, char* argv[]) { return Catch::Session().run(argc, argv); }
#endif
