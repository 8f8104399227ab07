#include <earlyhelp/io/case_log.hpp>
#include <earlyhelp/io/generate_cases.hpp>
#include <earlyhelp/io/line_reader.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

constexpr std::uint64_t incidents = 3'600;  // a quarter of one county
constexpr int runs = 3;

/// The seconds of the fastest of some runs.
template <class Run>
double seconds_of(Run run) {
  double best = 1e9;
  for (int i = 0; i < runs; ++i) {
    const auto start = std::chrono::steady_clock::now();
    run();
    best = std::min(best, std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
  }
  return best;
}

}  // namespace

TEST_CASE("a quarter of one county: its case log read and written", "[casework][case_log]") {
  const auto files = io::generate_case_files({.feed = {.incidents = incidents, .seed = 1}});
  std::string text;
  const auto written = seconds_of([&] {
    text.clear();
    for (const auto& file : files) io::write(file, text);
  });
  std::size_t lines = 0;
  const auto plain = seconds_of([&] {
    std::istringstream in{text};
    io::LineReader reader{in, io::max_case_row_bytes};
    for (lines = 0; reader.next(); ++lines) {
    }
  });
  io::CaseLog log;
  const auto read = seconds_of([&] {
    std::istringstream in{text};
    log = io::read_case_log(in);
  });
  CHECK(log.cases == files);
  CHECK(log.rows == lines);

  const auto rows_a_second = [lines](double seconds) { return std::llround(static_cast<double>(lines) / seconds); };
  const auto megabytes = static_cast<double>(text.size()) / 1e6;
  std::cout << lines << " rows, " << megabytes << " MB: read " << rows_a_second(read) << " rows/s (" << megabytes / read
            << " MB/s), " << read / plain << " times as long as finding the lines alone; written "
            << rows_a_second(written) << " rows/s (" << megabytes / written << " MB/s)\n";
}
