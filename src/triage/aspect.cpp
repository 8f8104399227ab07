#include "triage/aspect.hpp"

#include "triage/examples.hpp"
#include "triage/fact_level.hpp"
#include "triage/signal_facts.hpp"
#include "triage/signals.hpp"

#include <earlyhelp/triage/realisable.hpp>

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>
#include <utility>

namespace earlyhelp {
namespace {

using enum Fact;

struct Bundle {
  std::string_view name;
  EnumSet<Fact> facts;
};

constexpr std::array bundles{
    Bundle{.name = "checklist", .facts = {instrument, yes_count, unanswered_count}},
    Bundle{.name = "children", .facts = {children_known, children_linked, youngest_child_age, school_age_children}},
};

Bundle bundle_of(Fact fact) {
  for (const auto& bundle : bundles) {
    if (bundle.facts.contains(fact)) return bundle;
  }
  return {.name = to_string(fact), .facts = {fact}};
}

using Key = std::vector<std::uint64_t>;

/// What is told apart of a fact that is looked at by itself, beside its signals.
std::uint64_t own_value(Fact fact, const Facts& facts) {
  constexpr EnumSet compared{yes_count, events_in_window, suspect_other_victims, children_linked, school_age_children};
  const auto level = level_of(fact, facts);
  if (compared.contains(fact)) return 0;
  if (fact == unanswered_count) return level > 0 ? 1 : 0;
  if (fact == youngest_child_age) return level == no_age_level ? 1 : 0;
  return static_cast<std::uint64_t>(level - none_level);
}

/// What counts as unknown turns on these, whatever the rules look at.
constexpr EnumSet always_cut{definition, officer_grade, judgement};

class Cutter {
 public:
  explicit Cutter(const Gaze& gaze)
      : gaze_{gaze},
        by_themselves_{gaze.facts | always_cut},
        looked_at_{gaze.signals | signals_behind(by_themselves_)},
        quiet_{quiet_facts_of(gaze)} {
    for (const auto* policy : gaze.policies) readers_.emplace_back(policy->thresholds());
  }

  Aspect cut(const Bundle& bundle) const {
    if (!is_looked_at(bundle.facts)) {
      return {.name = bundle.name, .facts = bundle.facts, .values = {{.members = {quiet_}, .departures = 0}}};
    }
    std::map<Key, std::vector<Facts>> found;
    std::vector<Key> in_order;
    for (const auto& example : examples(bundle.facts, gaze_.policies, quiet_)) {
      const auto [place, is_new] = found.try_emplace(key(bundle.facts, example));
      place->second.push_back(example);
      if (is_new) in_order.push_back(place->first);
    }
    Aspect aspect{.name = bundle.name, .facts = bundle.facts, .values = {}};
    for (const auto& key : in_order) aspect.values.push_back(value_of(std::move(found.at(key))));
    return aspect;
  }

  bool is_looked_at(EnumSet<Fact> facts) const {
    const auto reads = [&](Signal signal) { return !(facts_behind_if_yes(signal) & facts).empty(); };
    return !(by_themselves_ & facts).empty() || std::any_of(looked_at_.begin(), looked_at_.end(), reads);
  }

 private:
  Key key(EnumSet<Fact> facts, const Facts& example) const {
    Key key;
    for (const auto& reader : readers_) {
      const auto signals = reader.read(example);
      key.push_back((signals.known & looked_at_).bits());
      key.push_back((signals.if_unknowns_yes & looked_at_).bits());
    }
    for (const auto fact : facts& by_themselves_) {
      key.push_back(fact == reported_on ? policy_of(example.reported_on) : own_value(fact, example));
    }
    return key;
  }

  /// Which policy is in force on `day`: of several the first, which stands for all.
  std::uint64_t policy_of(Date day) const {
    const auto found = std::find_if(gaze_.policies.begin(), gaze_.policies.end(),
                                    [day](const Policy* policy) { return policy->in_force().contains(day); });
    return static_cast<std::uint64_t>(found - gaze_.policies.begin());
  }

  /// Where some members need nothing of other aspects and others do, those that do can be done without.
  AspectValue value_of(std::vector<Facts> members) const {
    const auto needs_others = [](const Facts& member) { return !is_realisable(member); };
    if (!std::all_of(members.begin(), members.end(), needs_others)) std::erase_if(members, needs_others);
    const auto departures = static_cast<unsigned>(differing(members.front(), quiet_).size());
    return {.members = std::move(members), .departures = departures};
  }

  const Gaze& gaze_;
  EnumSet<Fact> by_themselves_;
  EnumSet<Signal> looked_at_;
  Facts quiet_;
  std::vector<SignalReader> readers_;
};

/// The facts of other aspects on which it turns whether an incident can have some value of this one.
EnumSet<Fact> needed_by(const Aspect& aspect) {
  EnumSet<Fact> needed;
  for (const auto& value : aspect.values) {
    for (const auto& constraint : constraints()) {
      if (!constraint.holds(value.members.front())) needed |= constraint.facts - aspect.facts;
    }
  }
  return needed;
}

}  // namespace

Facts quiet_facts_of(const Gaze& gaze) {
  const auto in_force = gaze.policies.front()->in_force();
  auto day = in_force.first();
  for (const auto* policy : gaze.policies) {
    const auto notified_from = policy->thresholds().school_notification_from;
    if (in_force.contains(notified_from)) day = std::max(day, notified_from);
  }
  return quiet_facts(day);
}

std::vector<Aspect> aspects_of(const Gaze& gaze) {
  const Cutter cutter{gaze};
  std::vector<Aspect> aspects;
  EnumSet<Fact> done;
  EnumSet<Fact> needed;
  for (const auto fact : values_of<Fact>) {
    if (done.contains(fact)) continue;
    const auto bundle = bundle_of(fact);
    aspects.push_back(cutter.cut(bundle));
    done |= bundle.facts;
    needed |= needed_by(aspects.back());
  }
  // What a value needs of another aspect has to be looked at too.
  const bool is_enough =
      std::all_of(needed.begin(), needed.end(), [&](Fact fact) { return cutter.is_looked_at({fact}); });
  if (is_enough) return aspects;
  auto wider = gaze;
  wider.facts |= needed;
  return aspects_of(wider);
}

}  // namespace earlyhelp
