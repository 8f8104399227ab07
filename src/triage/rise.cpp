#include "triage/rise.hpp"

#include "triage/fact_level.hpp"
#include "triage/words.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

/// How far a pair of incidents is from quiet: by the departures of the first, then by the facts that change.
std::size_t weight(const Facts& before, const Facts& after, const Facts& quiet) {
  return differing(before, quiet).size() * count_of<Fact> + differing(before, after).size();
}

void add_rise(std::size_t aspect, std::size_t from, std::size_t to, const Cells& cells, std::vector<Rise>& rises) {
  const auto& values = cells.aspects()[aspect].values;
  const auto quiet = cells.quiet();
  const Rise* found = nullptr;
  for (const auto& before : values[from].members) {
    for (const auto& after : values[to].members) {
      if (!is_graver(after, before)) continue;
      if (found != nullptr && weight(before, after, quiet) >= weight(found->before, found->after, quiet)) continue;
      if (found != nullptr) rises.pop_back();
      rises.push_back({.aspect = aspect, .from = from, .to = to, .before = before, .after = after});
      found = &rises.back();
    }
  }
}

}  // namespace

std::vector<Rise> rises_of(const Cells& cells) {
  std::vector<Rise> rises;
  for (std::size_t aspect = 0; aspect < cells.aspects().size(); ++aspect) {
    const auto values = cells.aspects()[aspect].values.size();
    for (std::size_t from = 0; from < values; ++from) {
      for (std::size_t to = 0; to < values; ++to) {
        if (from != to) add_rise(aspect, from, to, cells, rises);
      }
    }
  }
  return rises;
}

CellSet RiseFailures::pairs(const Rise& rise) const {
  return verified_.realisable.given(rise.aspect, rise.from) & verified_.realisable.given(rise.aspect, rise.to);
}

std::uint64_t RiseFailures::count(CellSet pairs, const Rise& rise) const {
  return pairs.count() / verified_.cells.aspects()[rise.aspect].values.size();
}

Failure* RiseFailures::add(const std::string& subject, CellSet pairs, const Rise& rise) {
  const auto& aspect = verified_.cells.aspects()[rise.aspect].facts;
  const auto around = verified_.cells.smallest(pairs);
  const auto before = with(around, aspect, rise.before);
  const auto after = with(around, aspect, rise.after);
  const auto& quiet = verified_.cells.quiet();
  auto found = std::find_if(failures_.begin(), failures_.end(),
                            [&](const Failure& failure) { return failure.subject == subject; });
  const bool is_new = found == failures_.end();
  if (is_new) {
    failures_.push_back({.subject = subject, .sentence = {}, .cases = 0, .facts = before, .other = after});
    found = failures_.end() - 1;
  }
  found->cases += count(pairs, rise);
  if (!is_new && weight(before, after, quiet) >= weight(*found->facts, *found->other, quiet)) return nullptr;
  found->facts = before;
  found->other = after;
  found->starts = boost::none;
  return &*found;
}

std::string rise_in_words(const Facts& before, const Facts& after) {
  std::vector<std::string> changes;
  const auto said = [](std::string value) { return value.empty() ? "none" : value; };
  for (const auto fact : differing(before, after)) {
    changes.push_back(plain(to_string(fact)) + " from " + said(value_of(fact, before)) + " to " +
                      said(value_of(fact, after)));
  }
  return listed(changes);
}

}  // namespace earlyhelp
