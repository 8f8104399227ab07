#include "case_row.hpp"

#include <earlyhelp/io/case_log.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace earlyhelp::io {
namespace {

using Lines = std::vector<std::uint64_t>;

/// A case as far as its rows were read, and the lines on which they stand.
struct GatheredCase {
  CaseFile file;
  Lines members = {};
  Lines ties = {};
  Lines residences = {};
  Lines events = {};
};

/// What makes two records of a case records of the same thing.
const PersonId& key_of(const FamilyMember& member) { return member.person.id; }
const CaseEventId& key_of(const CaseEvent& event) { return event.id; }
auto key_of(const FamilyTie& tie) {
  return std::tie(tie.one, tie.other, tie.kind, tie.from, tie.until, tie.recorded_at);
}
auto key_of(const Residence& residence) {
  return std::tie(residence.person, residence.household, residence.from, residence.until, residence.recorded_at);
}

/// Keeps the first record of each thing. `differs(line)` is told of those that say something else of it.
template <class Record, class Differs>
void keep_first(std::vector<Record>& records, const Lines& lines, Differs differs) {
  std::vector<std::size_t> order(records.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto is_before = [&records](std::size_t a, std::size_t b) { return key_of(records[a]) < key_of(records[b]); };
  const auto is_in_order = [&](std::size_t a, std::size_t b) { return !is_before(a, b); };
  if (std::adjacent_find(order.begin(), order.end(), is_in_order) == order.end()) return;
  std::stable_sort(order.begin(), order.end(), is_before);
  std::vector<bool> is_kept(records.size(), true);
  auto first = order.front();
  for (const auto at : std::span{order}.subspan(1)) {
    if (is_before(first, at)) {
      first = at;
      continue;
    }
    is_kept[at] = false;
    if (!(records[at] == records[first])) differs(lines[at]);
  }
  std::size_t at = 0;
  std::erase_if(records, [&](const Record&) { return !is_kept[at++]; });
}

/// The rows of a log on their way to their cases.
class Gathering {
 public:
  void add(Row<CaseRow> row, const Line& line, RowParser& parser) {
    ++log_.rows;
    if (auto* reject = std::get_if<Reject>(&row)) {
      for (const auto& named : cases_named_in(line, parser)) miss(line.number, named);
      log_.rejects.push_back(std::move(*reject));
      return;
    }
    auto& [of, record] = std::get<CaseRow>(row);
    auto& gathered = case_with(of);
    std::visit([&](auto& thing) { add(gathered, std::move(thing), line.number); }, record);
  }

  CaseLog finish() {
    log_.cases.reserve(cases_.size());
    for (auto& gathered : cases_) {
      close(gathered);
      log_.cases.push_back(std::move(gathered.file));
    }
    std::stable_sort(log_.rejects.begin(), log_.rejects.end(),
                     [](const Reject& a, const Reject& b) { return a.line < b.line; });
    std::stable_sort(missed_.begin(), missed_.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::unordered_set<CaseId> seen;
    for (auto& [line, of] : missed_) {
      if (seen.insert(of).second) log_.incomplete.push_back(std::move(of));
    }
    return std::move(log_);
  }

 private:
  static void add(GatheredCase& gathered, FamilyMember member, std::uint64_t line) {
    gathered.file.members.push_back(std::move(member));
    gathered.members.push_back(line);
  }
  static void add(GatheredCase& gathered, FamilyTie tie, std::uint64_t line) {
    gathered.file.ties.push_back(std::move(tie));
    gathered.ties.push_back(line);
  }
  static void add(GatheredCase& gathered, Residence residence, std::uint64_t line) {
    gathered.file.residences.push_back(std::move(residence));
    gathered.residences.push_back(line);
  }
  static void add(GatheredCase& gathered, CaseEvent event, std::uint64_t line) {
    gathered.file.events.push_back(std::move(event));
    gathered.events.push_back(line);
  }

  /// Rows of a case mostly stand together.
  GatheredCase& case_with(const CaseId& id) {
    if (cases_.empty() || cases_[last_].file.id != id) {
      const auto [found, is_new] = places_.try_emplace(id, cases_.size());
      if (is_new) cases_.push_back({.file = {.id = id}});
      last_ = found->second;
    }
    return cases_[last_];
  }

  void close(GatheredCase& gathered) {
    auto& file = gathered.file;
    const auto refuse_as = [&](std::string_view field, std::string_view reason) {
      return [this, &file, field, reason](std::uint64_t line) {
        miss(line, file.id);
        log_.rejects.push_back({.line = line, .field = std::string{field}, .reason = std::string{reason}});
      };
    };
    keep_first(file.members, gathered.members, refuse_as("person.id", "an earlier row says another thing of them"));
    keep_first(file.ties, gathered.ties, [](std::uint64_t) {});
    keep_first(file.residences, gathered.residences, [](std::uint64_t) {});
    keep_first(file.events, gathered.events,
               refuse_as("id", "an earlier row of the case is another event with this id"));
  }

  void miss(std::uint64_t line, const CaseId& of) { missed_.emplace_back(line, of); }

  CaseLog log_;
  std::vector<GatheredCase> cases_;
  std::unordered_map<CaseId, std::size_t> places_;
  std::size_t last_ = 0;
  std::vector<std::pair<std::uint64_t, CaseId>> missed_;
};

OrFileError<CaseLog> read_all(LineReader lines) {
  RowParser parser;
  Gathering gathering;
  while (const auto line = lines.next()) {
    if (!is_blank(*line)) gathering.add(read_case_row(*line, parser), *line, parser);
  }
  if (lines.error()) return *lines.error();
  return gathering.finish();
}

}  // namespace

CaseLog read_case_log(std::istream& in) {
  auto read = read_all(LineReader{in, max_case_row_bytes});
  if (const auto* error = std::get_if<FileError>(&read)) throw std::runtime_error{to_string(*error)};
  return std::get<CaseLog>(std::move(read));
}

OrFileError<CaseLog> read_case_log(const std::string& file) { return read_all(LineReader{file, max_case_row_bytes}); }

}  // namespace earlyhelp::io
