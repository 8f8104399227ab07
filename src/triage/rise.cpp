#include "triage/rise.hpp"

#include "triage/fact_level.hpp"
#include "triage/words.hpp"

#include <algorithm>

namespace earlyhelp {
namespace {

/// How far a pair of incidents is from quiet: by the departures of the first, then by the facts that change.
std::size_t weight_of(const Facts& before, const Facts& after, const Facts& quiet) {
  return differing(before, quiet).size() * count_of<Fact> + differing(before, after).size();
}

void add_rise(std::size_t aspect, std::size_t from, std::size_t to, const Cells& cells, std::vector<Rise>& rises) {
  const auto& values = cells.aspects()[aspect].values;
  const auto quiet = cells.quiet();
  const Rise* found = nullptr;
  for (const auto& before : values[from].members) {
    for (const auto& after : values[to].members) {
      if (!is_graver(after, before)) continue;
      if (found != nullptr && weight_of(before, after, quiet) >= weight_of(found->before, found->after, quiet))
        continue;
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

Failure* RiseFailures::add(const std::string& subject, CellSet pairs, CellSet plainest, const Rise& rise) {
  const auto& aspect = verified_.cells.aspects()[rise.aspect].facts;
  const auto around = verified_.cells.smallest(plainest.empty() ? pairs : plainest);
  const auto before = with(around, aspect, rise.before);
  const auto after = with(around, aspect, rise.after);
  constexpr auto less_plain = count_of<Fact> * (count_of<Fact> + 1);
  const auto weight = weight_of(before, after, verified_.cells.quiet()) + (plainest.empty() ? less_plain : 0);

  const auto found = std::find_if(failures_.begin(), failures_.end(),
                                  [&](const Failure& failure) { return failure.subject == subject; });
  const auto place = static_cast<std::size_t>(found - failures_.begin());
  if (found == failures_.end()) {
    failures_.push_back({.subject = subject, .sentence = {}, .cases = 0});
    weights_.push_back(weight + 1);
  }
  auto& failure = failures_[place];
  failure.cases += count(pairs, rise);
  if (weight >= weights_[place]) return nullptr;
  weights_[place] = weight;
  failure.facts = before;
  failure.other = after;
  failure.starts = boost::none;
  return &failure;
}

std::string rise_in_words(const Facts& before, const Facts& after) {
  std::vector<std::string> changes;
  const auto said = [](const std::string& value) { return value.empty() ? "none" : value; };
  for (const auto fact : differing(before, after)) {
    changes.push_back(plain(to_string(fact)) + " from " + said(value_of(fact, before)) + " to " +
                      said(value_of(fact, after)));
  }
  return listed(changes);
}

}  // namespace earlyhelp
