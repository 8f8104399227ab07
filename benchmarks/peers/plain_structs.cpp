// Decides the facts with plain structs and ifs: what a programmer writes who puts the rules into code. The header that
// it is compiled with is written from the policy file.
//
//   plain_structs FACTS ROWS ANSWERS

#include "peak_memory.hpp"
#include "plain_policy.hpp"

#include <algorithm>
#include <cstddef>
#include <ctime>
#include <fstream>
#include <iostream>
#include <limits>
#include <string>
#include <vector>

namespace {

constexpr int runs = 3;

double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

std::vector<Incident> read_incidents(const char* file, std::size_t rows) {
  std::ifstream in{file};
  std::string names;
  std::getline(in, names);
  std::vector<Incident> incidents;
  char comma = 0;
  int number = 0;
  while (incidents.size() < rows && in) {
    Incident incident{};
    for (const auto column : columns) {
      in >> number >> comma;
      incident.*column = static_cast<std::int8_t>(number);
    }
    if (in >> incident.reported_on) incidents.push_back(incident);
  }
  return incidents;
}

}  // namespace

int main(int count, char** words) {
  if (count != 4) return 1;
  auto start = std::clock();
  const auto incidents = read_incidents(words[1], std::stoul(words[2]));
  const auto load_seconds = seconds_since(start);

  std::vector<Outcome> outcomes(incidents.size());
  auto best = std::numeric_limits<double>::max();
  for (int run = 0; run < runs; ++run) {
    start = std::clock();
    std::transform(incidents.begin(), incidents.end(), outcomes.begin(), decide);
    best = std::min(best, seconds_since(start));
  }
  std::cout << R"({"name": "plain structs and ifs", "rows": )" << outcomes.size() << R"(, "load_seconds": )"
            << load_seconds << R"(, "decide_seconds": )" << best << R"(, "peak_kib": )" << peak_kib() << "}\n";
  std::ofstream out{words[3]};
  for (const auto& [grade, route, duties, reasons] : outcomes) {
    out << grade << ' ' << route << ' ' << duties << ' ' << reasons << '\n';
  }
  return out.flush() ? 0 : 1;
}
