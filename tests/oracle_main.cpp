// The oracle tests have a main of their own: its last line says how many reference cases were compared, and none at all
// is a failure.
#define CATCH_CONFIG_RUNNER
#include "support/oracle.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <iostream>

int main(int argc, char* argv[]) {
  Catch::Session session;
  if (const int usage = session.applyCommandLine(argc, argv); usage != 0) return usage;
  const auto& asked = session.configData();
  const bool only_lists = asked.showHelp || asked.listTests || asked.listTags || asked.listReporters;
  const int failed = session.run();
  if (only_lists) return failed;
  std::cout << "oracle cases: " << earlyhelp::oracle_cases() << std::endl;
  return earlyhelp::oracle_cases() == 0 ? EXIT_FAILURE : failed;
}
