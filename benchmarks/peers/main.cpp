#include "peak_memory.hpp"
#include "peer_facts.hpp"
#include "ways.hpp"

#include <earlyhelp/policy/default_policy.hpp>

#include <algorithm>
#include <exception>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::uint64_t seed = 20260105;

std::string name_of(peers::Way way) {
  std::string name{to_string(way)};
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

void decide(const std::string& way, const std::string& facts, const std::string& answers) {
  const auto parsed = parse<peers::Way>(way);
  if (!parsed) throw std::runtime_error{way + ": no such way"};
  const auto policy = policy_on(default_policy_book(), Date{2026, 1, 5}).value();
  const auto measured = peers::measure(*parsed, facts, policy);
  // Nothing is written before this: the answers are not part of what deciding takes.
  std::cout << R"({"name": "earlyhelp, )" << name_of(*parsed) << R"(", "rows": )" << measured.answers.size()
            << R"(, "load_seconds": )" << measured.load_seconds << R"(, "decide_seconds": )" << measured.decide_seconds
            << R"(, "peak_kib": )" << peak_kib() << "}\n";
  std::ofstream out{answers};
  for (const auto& [grade, route, duties, reasons] : measured.answers) {
    out << int{grade} << ' ' << int{route} << ' ' << duties << ' ' << reasons << '\n';
  }
  if (!out.flush()) throw std::runtime_error{answers + ": cannot be written"};
}

}  // namespace

int main(int count, char** words) {
  try {
    const std::vector<std::string> arguments(words + 1, words + count);
    if (arguments.size() == 2 && arguments[0] == "facts") {
      peers::write_csv(peers::make_facts(std::stoul(arguments[1]), seed), std::cout);
    } else if (arguments.size() == 4 && arguments[0] == "decide") {
      decide(arguments[1], arguments[2], arguments[3]);
    } else {
      throw std::runtime_error{"usage: earlyhelp_peers facts ROWS | decide WAY FACTS ANSWERS"};
    }
  } catch (const std::exception& error) {
    std::cerr << "earlyhelp_peers: " << error.what() << '\n';
    return 1;
  }
}
