#pragma once

#include <fstream>
#include <string>

/// The most memory that this process has had so far, in KiB; 0 where Linux does not say.
inline long peak_kib() {
  std::ifstream status{"/proc/self/status"};
  for (std::string word; status >> word;) {
    long kib = 0;
    if (word == "VmHWM:" && status >> kib) return kib;
  }
  return 0;
}
