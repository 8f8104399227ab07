#include <earlyhelp/io/file_error.hpp>

namespace earlyhelp::io {

std::string to_string(const FileError& error) {
  auto text = error.file;
  if (error.line) text += ':' + std::to_string(*error.line);
  text += ": ";
  if (!error.key.empty()) text += error.key + ": ";
  return text + error.reason;
}

}  // namespace earlyhelp::io
