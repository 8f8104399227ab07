#include "plain_record.hpp"

#include <earlyhelp/io/csv_reader.hpp>
#include <earlyhelp/io/line_reader.hpp>

#include <csv.h>

#include <cstddef>
#include <deque>
#include <new>
#include <utility>

namespace earlyhelp::io {
namespace {

constexpr std::size_t max_record_bytes = LineReader::default_limit_bytes;
constexpr std::size_t max_record_lines = 1000;

/// One record in the making.
class RecordParser {
 public:
  RecordParser() { begin(); }
  RecordParser(const RecordParser&) = delete;
  RecordParser& operator=(const RecordParser&) = delete;
  ~RecordParser() { csv_free(&parser_); }

  /// Forgets a record that went wrong in its middle.
  void restart() {
    csv_free(&parser_);
    begin();
    fields_.clear();
    is_whole_ = false;
  }
  /// False when a quote stands where none may.
  bool take(const std::string& bytes) {
    return csv_parse(&parser_, bytes.data(), bytes.size(), take_field, end_record, this) == bytes.size();
  }
  bool is_whole() const noexcept { return is_whole_; }
  /// Takes the fields out, and is ready for the next record.
  std::vector<std::string> fields() {
    is_whole_ = false;
    return std::exchange(fields_, {});
  }

 private:
  void begin() {
    if (csv_init(&parser_, CSV_STRICT) != 0) throw std::bad_alloc{};
    csv_set_space_func(&parser_, [](unsigned char) { return 0; });
    csv_set_term_func(&parser_, [](unsigned char c) { return c == '\n' ? 1 : 0; });
  }
  static void take_field(void* bytes, std::size_t size, void* self) {
    static_cast<RecordParser*>(self)->fields_.emplace_back(static_cast<const char*>(bytes), size);
  }
  static void end_record(int, void* self) { static_cast<RecordParser*>(self)->is_whole_ = true; }

  csv_parser parser_{};
  std::vector<std::string> fields_;
  bool is_whole_ = false;
};

struct PhysicalLine {
  std::string text;  ///< with its end
  std::uint64_t number;
  bool is_too_long;
};

}  // namespace

struct CsvReader::State {
  explicit State(std::string file) : lines{std::move(file)} {}

  /// None: at the end of the file, and when it cannot be read further.
  boost::optional<Row<CsvCells>> next() {
    while (again.empty()) {
      const auto line = lines.next();
      if (!line) return {};
      if (line->text.empty() && !line->is_too_long) continue;
      if (line->text.size() < max_record_bytes && !line->is_too_long && split_plain(line->text, cells)) {
        return Row<CsvCells>{CsvCells{.line = line->number, .cells = cells}};
      }
      return read_record(copy_of(*line));
    }
    PhysicalLine line;
    do {
      if (!next_line(line)) return {};
    } while (!line.is_too_long && line.text == "\n");
    return read_record(std::move(line));
  }

  static PhysicalLine copy_of(const Line& line) {
    return {.text = std::string{line.text} + '\n', .number = line.number, .is_too_long = line.is_too_long};
  }

  /// The next line: one that was read before and has to be looked at again, or a new one.
  bool next_line(PhysicalLine& line) {
    if (!again.empty()) {
      line = std::move(again.front());
      again.pop_front();
      return true;
    }
    const auto read = lines.next();
    if (!read) return false;
    line = copy_of(*read);
    return true;
  }

  /// The record that begins with `first`; a reject, and the lines behind its first one are looked at again.
  Row<CsvCells> read_record(PhysicalLine first) {
    const auto begin = first.number;
    std::deque<PhysicalLine> taken;
    std::size_t bytes = 0;
    const auto reject = [&](std::string reason) {
      parser.restart();
      again.insert(again.begin(), std::make_move_iterator(taken.begin()), std::make_move_iterator(taken.end()));
      return Reject{.line = begin, .field = {}, .reason = std::move(reason)};
    };
    for (auto line = std::move(first);;) {
      bytes += line.text.size();
      const bool is_too_long = line.is_too_long || bytes > max_record_bytes || taken.size() > max_record_lines;
      const bool is_good = !is_too_long && parser.take(line.text);
      if (line.number != begin) taken.push_back(std::move(line));
      if (is_too_long) return reject("the record is too long, or a quote in it is not closed");
      if (!is_good) return reject("a quote stands where none may");
      if (parser.is_whole()) {
        fields = parser.fields();
        cells.assign(fields.begin(), fields.end());
        return CsvCells{.line = begin, .cells = cells};
      }
      if (!next_line(line)) return reject("a quote is not closed");
    }
  }

  LineReader lines;
  RecordParser parser;
  std::deque<PhysicalLine> again;
  std::vector<std::string> fields;
  std::vector<std::string_view> cells;
};

CsvReader::CsvReader(std::string file) : state_{std::make_unique<State>(std::move(file))} {}
CsvReader::CsvReader(CsvReader&&) noexcept = default;
CsvReader& CsvReader::operator=(CsvReader&&) noexcept = default;
CsvReader::~CsvReader() = default;

boost::optional<Row<CsvRecord>> CsvReader::next() {
  const auto row = next_cells();
  if (!row) return {};
  if (const auto* reject = std::get_if<Reject>(&*row)) return Row<CsvRecord>{*reject};
  const auto& [line, cells] = *std::get_if<CsvCells>(&*row);
  return Row<CsvRecord>{CsvRecord{.line = line, .fields = {cells.begin(), cells.end()}}};
}

boost::optional<Row<CsvCells>> CsvReader::next_cells() {
  auto row = state_->next();
  if (error()) return {};
  return row;
}

void CsvReader::rewind() {
  state_->lines.rewind();
  state_->parser.restart();
  state_->again.clear();
}

const boost::optional<FileError>& CsvReader::error() const noexcept { return state_->lines.error(); }

}  // namespace earlyhelp::io
