#pragma once

#include "row_member.hpp"

#include <earlyhelp/io/line_reader.hpp>
#include <earlyhelp/io/reject.hpp>

#include <string>
#include <utility>

namespace earlyhelp::io {

/// Parses lines of NDJSON, and turns whatever is wrong with one into its reject. A plain row is read as it stands; any
/// other, and what is wrong with a row, is for the general parser.
class RowParser {
 public:
  RowParser();

  /// What `make` builds from the object that `line` holds and that nothing follows. It is called with either kind of
  /// value, and again with the other kind when the first did not come to an end.
  template <class Thing, class Make>
  Row<Thing> read(const Line& line, Make make) {
    if (!line.text.empty() && is_worth_a_look()) {
      try {
        PlainRow row{line.text};
        auto thing = make(row);
        row.end(line.text);
        misses_ = 0;
        return thing;
      } catch (const NotPlain&) {
        ++misses_;
      } catch (const RowFault&) {
        ++misses_;
      }
    }
    return read_any<Thing>(line, make);
  }

  /// The same by the general parser alone.
  template <class Thing, class Make>
  Row<Thing> read_any(const Line& line, Make make) {
    try {
      auto object = object_in(line);
      auto thing = make(object);
      require_end();
      return thing;
    } catch (RowFault& fault) {
      return reject(line, std::move(fault));
    }
  }

 private:
  /// Giving up costs as much as half a row: where many rows in turn were not plain, only a few more are tried.
  bool is_worth_a_look() noexcept {
    constexpr unsigned many = 32;
    if (misses_ < many) return true;
    return ++misses_ % many == 0;
  }
  simdjson::ondemand::object object_in(const Line& line);
  void require_end();
  static Reject reject(const Line& line, RowFault fault);

  simdjson::ondemand::parser parser_;
  simdjson::ondemand::document document_;
  unsigned misses_ = 0;  ///< rows in turn that were not plain
};

}  // namespace earlyhelp::io
