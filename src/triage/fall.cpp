#include "triage/fall.hpp"

#include "triage/words.hpp"

#include <vector>

namespace earlyhelp {

std::string fall_in_words(const Outcome& from, const Outcome& to) {
  std::vector<std::string> falls;
  if (to.grade < from.grade) {
    falls.push_back("the grade from " + plain(to_string(from.grade)) + " to " + plain(to_string(to.grade)));
  }
  if (to.route < from.route) {
    falls.push_back("the route from " + plain(to_string(from.route)) + " to " + plain(to_string(to.route)));
  }
  return listed(falls);
}

}  // namespace earlyhelp
