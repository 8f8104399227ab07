#pragma once

#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/due_times.hpp>
#include <earlyhelp/triage/facts.hpp>
#include <earlyhelp/triage/invariant.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// What verify() holds a policy against.
enum class Property : std::uint8_t {
  no_gap,                ///< a rule fires in every case, and no domestic incident goes to nobody
  no_contradiction,      ///< no two rows ask for different things in the very same cases, or for contact in two ways
  rules_can_fire,        ///< each in at least one case
  rules_matter,          ///< without it something would change, or a case would have no reason
  graver_never_lowers,   ///< no fact that gets graver lowers grade or route, as known or with every unknown a yes
  graver_never_delays,   ///< nor makes the first contact or a safeguarding duty due later
  people_never_lowered,  ///< the grade is never below the officer's or a professional's
  unknowns_are_bounded,  ///< no grade or route is above that with every unknown a yes, nor is any truth
  invariants_hold,       ///< every invariant that was given
};

template <>
struct Names<Property> {
  static constexpr std::array<std::string_view, 9> ids = {"no_gap",
                                                          "no_contradiction",
                                                          "rules_can_fire",
                                                          "rules_matter",
                                                          "graver_never_lowers",
                                                          "graver_never_delays",
                                                          "people_never_lowered",
                                                          "unknowns_are_bounded",
                                                          "invariants_hold"};
};

/// What the property says, in a sentence.
std::string_view title_of(Property property) noexcept;

/// Cases that break a property in one way.
struct Failure {
  std::string subject;  ///< the rule, fact, duty or invariant that it is about, by its id
  std::string sentence;
  std::uint64_t cases;  ///< in how many it fails; pairs where two are compared
  boost::optional<Facts> facts =
      {};  ///< of these the incident that departs least from a quiet one. None: there is none
  boost::optional<Facts> other = {};         ///< the graver incident, or the truth, that `facts` is compared with
  boost::optional<ClockStarts> starts = {};  ///< moments at which a duty is due later
};

/// What was found of one property.
struct PropertyReport {
  Property property;
  std::uint64_t cases;  ///< how many were looked at; pairs where two are compared
  std::vector<Failure> failures = {};
  std::vector<Failure> undecided = {};  ///< clocks of different kinds that could not be ordered
};

/// What a rule does over all cases.
struct RuleReport {
  RuleIndex rule;
  RuleId id;
  std::uint64_t fires_in;
  std::uint64_t only_reason_in;  ///< no other rule fires there
  std::uint64_t matters_in;      ///< without it grade, route, duties or a duty's clocks would be others there
  boost::optional<Facts> example =
      {};  ///< the smallest incident in which it matters, or else fires. None: it cannot fire
};

/// The values into which a fact, or several that constraints tie together, was cut. Within one nothing changes.
struct FactCut {
  std::string name;
  EnumSet<Fact> facts;
  std::vector<Facts> values;  ///< an incident for each, quiet but for these facts
};

/// What verify() found.
struct Verification {
  PolicyStamp policy;
  Facts quiet;  ///< the incident from which departures are counted
  std::vector<FactCut> cuts;
  std::uint64_t combinations;              ///< of the values of all cuts: their product
  std::uint64_t cases;                     ///< those that an incident can have; see realisable.hpp
  std::vector<PropertyReport> properties;  ///< in the order of `Property`
  std::vector<RuleReport> rules;           ///< in the order of the table

  const PropertyReport& of(Property property) const noexcept { return properties[static_cast<std::size_t>(property)]; }
  /// Whether nothing failed. What is undecided did not fail.
  bool holds() const noexcept;
};

/// What verify() is asked beside the policy.
struct VerifyOptions {
  std::vector<Invariant> invariants = shipped_invariants();
  /// Called after each property, with how many of how many are done.
  std::function<void(std::size_t done, std::size_t of)> progress = {};
};

/// Goes through every case that a policy can meet, and says what does not hold, each with its smallest counterexample.
///
/// Why is that every case, when they are more than anybody can count? A rule sees only on which side of its thresholds
/// a value lies. So the facts are cut into values wherever a rule, a number of the policy or an invariant looks, and
/// the cases are the combinations of these values: finitely many, and alike in everything that decides. They are held
/// as sets, not one by one: the rule program runs once, each of its steps on the set of all cases in which it holds,
/// and cases that no step tells apart from some fact on are gone through as one. A property is then a set too, of the
/// cases that break it, and holds when that set is empty. Counts are exact.
///
/// That a fact gets graver is looked at in pairs of cases, alike but for one fact (or the facts of one checklist, or of
/// the children, which go together), in which it is graver by `direction_of`.
///
/// Throws: std::length_error when the rules are so entangled that the sets fit no memory; no table that people wrote
/// is. Source: default triage policy, sections 1, 3 and 4.
Verification verify(const Policy& policy, const VerifyOptions& options = {});

}  // namespace earlyhelp
