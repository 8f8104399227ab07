#include "progress_bar.hpp"

#include <iostream>
#include <string>

#include <unistd.h>

namespace earlyhelp::cli {

ProgressBar::ProgressBar() : is_terminal_{isatty(STDERR_FILENO) == 1} {}

ProgressBar::~ProgressBar() { erase(); }

void ProgressBar::show(std::uint64_t done, boost::optional<std::uint64_t> total) {
  if (!is_terminal_) return;
  std::string text = "\rreading, " + std::to_string(done) + " rows ";
  if (total && *total > 0) {
    constexpr std::uint64_t width = 40;
    const std::size_t filled = done * width / *total;
    text = "\r[" + std::string(filled, '#') + std::string(width - filled, '.') + "] " +
           std::to_string(done * 100 / *total) + " % ";
  }
  std::cerr << text << std::flush;
  is_shown_ = true;
}

void ProgressBar::erase() {
  if (is_shown_) std::cerr << '\r' << std::string(60, ' ') << '\r' << std::flush;
  is_shown_ = false;
}

}  // namespace earlyhelp::cli
