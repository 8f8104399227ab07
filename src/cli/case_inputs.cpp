#include "case_inputs.hpp"

#include "inputs.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/casework_policy_file.hpp>

#include <stdexcept>

namespace earlyhelp::cli {

CaseworkPolicy load_casework_policy(const std::string& file, const TimeZone& zone) {
  if (file.empty()) return {.zone = zone};
  return or_throw(io::read_casework_policy(file, zone));
}

void require_one_standard_input(const std::string& cases, const std::string& feed) {
  if (cases == "-" && feed == "-") throw std::runtime_error{"only one of CASES and FEED can be standard input"};
}

io::CaseLog load_cases(const std::string& file) {
  auto log = or_throw(io::read_case_log(file));
  RejectsFile rejects{"", file};
  for (const auto& reject : log.rejects) rejects.add(reject);
  report_read(file, log.rows, rejects);
  return log;
}

}  // namespace earlyhelp::cli
