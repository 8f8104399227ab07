#include <earlyhelp/indicators/case_register.hpp>

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace earlyhelp {
namespace {

/// Sets that are put together, by Tarjan's union and find with halving of paths.
class Groups {
 public:
  explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::uint32_t{0}); }

  std::uint32_t first(std::uint32_t place) {
    while (parent_[place] != place) place = parent_[place] = parent_[parent_[place]];
    return place;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    const auto [low, high] = std::minmax({first(a), first(b)});
    parent_[high] = low;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

/// The ids of two people, the lower first.
struct PairKey {
  std::string_view one;
  std::string_view other;

  PairKey(const PersonId& a, const PersonId& b) : one{a.value()}, other{b.value()} {
    if (other < one) std::swap(one, other);
  }
  friend bool operator==(const PairKey&, const PairKey&) = default;
};

struct PairHash {
  std::size_t operator()(const PairKey& key) const noexcept {
    const std::hash<std::string_view> hash;
    return hash(key.one) * 31 + hash(key.other);
  }
};

/// Pairs by who they are. The ids that are looked up have to stay where they are.
class PairIndex {
 public:
  PairRecord& at(const PersonId& a, const PersonId& b) {
    const PairKey key{a, b};
    const auto [found, is_new] = places_.try_emplace(key, pairs_.size());
    if (is_new) {
      pairs_.push_back({.one = PersonId{std::string{key.one}}, .other = PersonId{std::string{key.other}}});
    }
    return pairs_[found->second];
  }
  /// The pairs of victim and suspect in `record`, the case with the number `in_case`.
  void add_case(const CaseRecord& record, std::uint32_t in_case) {
    for (const auto& victim : record.people) {
      if (victim.role != FamilyRole::victim) continue;
      for (const auto& suspect : record.people) {
        if (suspect.role != FamilyRole::perpetrator || suspect.id == victim.id) continue;
        auto& cases = at(victim.id, suspect.id).cases;
        if (cases.empty() || cases.back() != in_case) cases.push_back(in_case);
      }
    }
  }
  std::vector<PairRecord> pairs() && { return std::move(pairs_); }

 private:
  std::unordered_map<PairKey, std::size_t, PairHash> places_;
  std::vector<PairRecord> pairs_;
};

/// In the order in which they occurred; of those with one id the first that was recorded.
void put_in_order(std::vector<Callout>& callouts) {
  const auto by_id = [](const Callout& a, const Callout& b) {
    return std::tie(a.incident, a.recorded_at, a.occurred_on) < std::tie(b.incident, b.recorded_at, b.occurred_on);
  };
  const auto is_same = [](const Callout& a, const Callout& b) { return a.incident == b.incident; };
  std::sort(callouts.begin(), callouts.end(), by_id);
  callouts.erase(std::unique(callouts.begin(), callouts.end(), is_same), callouts.end());
  std::stable_sort(callouts.begin(), callouts.end(),
                   [](const Callout& a, const Callout& b) { return a.occurred_on < b.occurred_on; });
}

std::uint32_t as_place(std::size_t place) noexcept { return static_cast<std::uint32_t>(place); }

}  // namespace

CaseRegister::CaseRegister(std::span<const CaseFile> cases, std::span<const PastIncident> callouts,
                           const CaseworkPolicy& policy, const Calendar& calendar, Instant cut_off)
    : cut_off_{cut_off}, zone_{policy.zone} {
  std::unordered_set<std::string_view> ids;
  cases_.reserve(cases.size());
  for (const auto& case_file : cases) {
    if (!ids.insert(case_file.id.value()).second) {
      throw std::invalid_argument{"CaseRegister: two cases have the id " + case_file.id.value()};
    }
    auto record = case_record(case_file, policy, calendar, cut_off);
    const bool is_known = record.began_at || !record.people.empty() || !record.incidents.empty();
    if (is_known) cases_.push_back(std::move(record));
  }
  group_families();
  group_children();
  group_pairs(callouts);
  list_incidents();
  for (auto& family : families_) put_cases_in_order(family);
  for (auto& child : children_) put_cases_in_order(child.cases);
  for (auto& pair : pairs_) put_cases_in_order(pair.cases);
}

void CaseRegister::put_cases_in_order(std::vector<std::uint32_t>& places) const {
  std::sort(places.begin(), places.end(), [&](std::uint32_t a, std::uint32_t b) {
    const auto& one = cases_[a];
    const auto& other = cases_[b];
    if (one.began_at == other.began_at) return one.id < other.id;
    return one.began_at && (!other.began_at || *one.began_at < *other.began_at);
  });
}

void CaseRegister::group_families() {
  Groups groups{cases_.size()};
  std::unordered_map<std::string_view, std::uint32_t> case_of;
  for (std::size_t i = 0; i < cases_.size(); ++i) {
    for (const auto& person : cases_[i].people) {
      if (person.role != FamilyRole::victim) continue;
      const auto [found, is_new] = case_of.try_emplace(person.id.value(), as_place(i));
      if (!is_new) groups.unite(found->second, as_place(i));
    }
  }
  std::vector<std::uint32_t> family_of(cases_.size());
  for (std::uint32_t i = 0; i < cases_.size(); ++i) {
    const auto first = groups.first(i);
    if (first == i) {
      family_of[i] = as_place(families_.size());
      families_.emplace_back();
    }
    families_[family_of[first]].push_back(i);
  }
}

void CaseRegister::group_children() {
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::uint32_t i = 0; i < cases_.size(); ++i) {
    for (const auto& person : cases_[i].people) {
      if (person.role != FamilyRole::child) continue;
      const auto [found, is_new] = places.try_emplace(person.id.value(), children_.size());
      if (is_new) children_.push_back({.id = person.id});
      auto& cases = children_[found->second].cases;
      if (cases.empty() || cases.back() != i) cases.push_back(i);
    }
  }
}

void CaseRegister::group_pairs(std::span<const PastIncident> callouts) {
  PairIndex index;
  for (std::uint32_t i = 0; i < cases_.size(); ++i) index.add_case(cases_[i], i);
  for (const auto& callout : callouts) {
    if (callout.definition == Definition::not_domestic || callout.recorded_at > cut_off_) continue;
    if (callout.victim == callout.suspect) continue;
    index.at(callout.victim, callout.suspect)
        .callouts.push_back(
            {.incident = callout.id, .occurred_on = callout.occurred_at.day, .recorded_at = callout.recorded_at});
  }
  pairs_ = std::move(index).pairs();
  for (auto& pair : pairs_) put_in_order(pair.callouts);
}

void CaseRegister::list_incidents() {
  for (std::uint32_t i = 0; i < cases_.size(); ++i) {
    for (std::uint32_t j = 0; j < cases_[i].incidents.size(); ++j) incidents_.push_back({.in_case = i, .place = j});
  }
}

std::size_t CaseRegister::size(CountedUnit unit) const noexcept {
  switch (unit) {
    case CountedUnit::family:
      return families_.size();
    case CountedUnit::child:
      return children_.size();
    case CountedUnit::pair:
      return pairs_.size();
    case CountedUnit::incident:
      return incidents_.size();
  }
  return 0;
}

std::span<const std::uint32_t> CaseRegister::cases_of(CountedUnit unit, std::size_t place) const noexcept {
  switch (unit) {
    case CountedUnit::family:
      return families_[place];
    case CountedUnit::child:
      return children_[place].cases;
    case CountedUnit::pair:
      return pairs_[place].cases;
    case CountedUnit::incident:
      return {&incidents_[place].in_case, 1};
  }
  return {};
}

std::vector<std::string> CaseRegister::ids(CountedUnit unit, std::size_t place) const {
  std::vector<std::string> ids;
  switch (unit) {
    case CountedUnit::family:
      for (const auto in_case : families_.at(place)) ids.push_back(cases_[in_case].id.value());
      break;
    case CountedUnit::child:
      ids.push_back(children_.at(place).id.value());
      break;
    case CountedUnit::pair:
      ids = {pairs_.at(place).one.value(), pairs_.at(place).other.value()};
      break;
    case CountedUnit::incident: {
      const auto& [in_case, incident] = incidents_.at(place);
      ids = {cases_[in_case].id.value(), cases_[in_case].incidents[incident].id.value()};
      break;
    }
  }
  return ids;
}

}  // namespace earlyhelp
