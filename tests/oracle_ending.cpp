#include "support/ending.hpp"
#include "support/oracle.hpp"

#include <cstdlib>
#include <iostream>

/// The last line says how many reference cases were compared, and none at all is a failure.
int earlyhelp::ending(int failed) {
  std::cout << "oracle cases: " << oracle_cases() << std::endl;
  return oracle_cases() == 0 ? EXIT_FAILURE : failed;
}
