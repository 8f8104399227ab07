#include "case_inputs.hpp"

#include "inputs.hpp"
#include "rejects_file.hpp"

#include <earlyhelp/io/casework_policy_file.hpp>

#include <iostream>

namespace earlyhelp::cli {

CaseworkPolicy load_casework_policy(const std::string& file, const TimeZone& zone) {
  if (file.empty()) return {.zone = zone};
  return or_throw(io::read_casework_policy(file, zone));
}

io::CaseLog load_cases(const std::string& file) {
  auto log = or_throw(io::read_case_log(file));
  RejectsFile rejects{"", file};
  for (const auto& reject : log.rejects) rejects.add(reject);
  rejects.finish();
  std::cerr << file << ": " << log.rows << " rows: " << log.rows - log.rejects.size() << " read, " << log.rejects.size()
            << " rejected";
  if (rejects.count() > 0) std::cerr << " (see " << rejects.name() << ")";
  std::cerr << '\n';
  return log;
}

}  // namespace earlyhelp::cli
