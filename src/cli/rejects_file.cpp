#include "rejects_file.hpp"

#include <filesystem>
#include <stdexcept>
#include <system_error>

namespace earlyhelp::cli {

RejectsFile::RejectsFile(const std::string& asked_for, const std::string& feed)
    : name_{!asked_for.empty() ? asked_for : (feed == "-" ? "stdin" : feed) + ".rejects.ndjson"} {}

void RejectsFile::add(const io::Reject& reject) {
  if (!file_.is_open()) file_.open(name_, std::ios::binary | std::ios::trunc);
  std::string line;
  io::write(reject, line);
  file_ << line;
  require_good();
  ++count_;
}

void RejectsFile::finish() {
  if (count_ == 0) {
    std::error_code none_there;
    std::filesystem::remove(name_, none_there);
    return;
  }
  file_.flush();
  require_good();
}

void RejectsFile::require_good() const {
  if (!file_) throw std::runtime_error{name_ + ": cannot be written"};
}

}  // namespace earlyhelp::cli
