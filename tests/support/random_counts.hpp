#pragma once

#include <earlyhelp/statistics/count_table.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace earlyhelp {

/// A table with counts from 0 to `most`, small ones more often.
inline CountTable random_counts(std::mt19937_64& random, std::size_t rows, std::size_t columns, std::uint64_t most) {
  std::vector<std::vector<std::int64_t>> counts(rows, std::vector<std::int64_t>(columns));
  for (auto& row : counts) {
    for (auto& count : row) count = static_cast<std::int64_t>(random() % (1 + random() % (most + 1)));
  }
  return CountTable{counts};
}

}  // namespace earlyhelp
