#pragma once

#include "row_value.hpp"

#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/reject.hpp>

#include <string>
#include <utility>

namespace earlyhelp::io {

/// Parses lines of NDJSON, and turns whatever is wrong with one into its reject.
class RowParser {
 public:
  RowParser();

  /// What `make` builds from the object that `line` holds and that nothing follows.
  template <class Thing, class Make>
  Row<Thing> read(const Line& line, Make make) {
    try {
      auto thing = make(object_in(line));
      require_end();
      return thing;
    } catch (RowFault& fault) {
      return reject(line, std::move(fault));
    }
  }

 private:
  simdjson::ondemand::object object_in(const Line& line);
  void require_end();
  static Reject reject(const Line& line, RowFault fault);

  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
};

}  // namespace earlyhelp::io
