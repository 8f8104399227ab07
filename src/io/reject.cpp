#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/io/reject.hpp>

namespace earlyhelp::io {

void write(const Reject& reject, std::string& out) {
  JsonWriter json{out};
  json.begin_object();
  json.key("line").number(static_cast<std::int64_t>(reject.line));
  json.key("field").text(reject.field);
  json.key("reason").text(reject.reason);
  json.end_object().end_line();
}

}  // namespace earlyhelp::io
