#pragma once

#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <string>
#include <vector>

namespace earlyhelp::peers {

/// Facts as a police feed brings them: mostly quiet, some unknown, the same ones from the same seed everywhere.
std::vector<Facts> make_facts(std::size_t rows, std::uint64_t seed);

/// One row for each of `facts` under the names of the triage page, every value a whole number: a code for what has
/// names (0 for a grade or an instrument that there is none of), days since 1970-01-01, -1 for an age that is none.
void write_csv(const std::vector<Facts>& facts, std::ostream& out);

/// Reads what write_csv wrote, row after row.
class FactsReader {
 public:
  /// Throws: std::runtime_error when `file` cannot be read.
  explicit FactsReader(const std::string& file);

  /// None: after the last row.
  boost::optional<Facts> next();

 private:
  int number();
  bool is_yes() { return number() == 1; }

  std::ifstream in_;
  std::string line_;
  std::size_t at_ = 0;
};

}  // namespace earlyhelp::peers
