#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

#include <functional>
#include <string>
#include <vector>

namespace earlyhelp {

/// One answer that a rule looked at: the signal, the value behind it, and the number of the policy it was held against.
struct SeenValue {
  Signal signal;
  bool answer;                           ///< whether the signal was a yes
  std::string value;                     ///< as the feed would spell it: "4", "y", "standard", "none"
  boost::optional<Parameter> threshold;  ///< none: compared with no number of the policy
  boost::optional<std::string> threshold_value;

  friend bool operator==(const SeenValue&, const SeenValue&) = default;
};

/// A rule and what it saw. Of a rule that fired, the answers that let it; of one that did not, those that stood in its
/// way.
struct RuleAccount {
  RuleIndex rule;
  RuleId id;
  std::vector<SeenValue> seen;
  Source source;
  std::string sentence;

  friend bool operator==(const RuleAccount&, const RuleAccount&) = default;
};

/// How much more of one count would change what is decided: "two more yes answers would make it high".
struct Margin {
  Signal signal;  ///< the threshold that would be reached
  int more;       ///< at least 1
  boost::optional<RiskGrade> grade;
  Route route;
  Duties new_duties;
  std::string sentence;

  friend bool operator==(const Margin&, const Margin&) = default;
};

/// A decision in words.
struct Explanation {
  std::vector<RuleAccount> reasons;  ///< exactly the reasons of the decision as known, in their order
  std::vector<RuleAccount> why_not;  ///< rules that would have raised the grade or the route, and did not fire
  std::vector<Margin> margins;       ///< the nearest first
};

/// How a rule's account becomes a sentence; `fired` tells a reason from a why-not. Replace it for another language or
/// house style; what is decided does not depend on it.
using Wording = std::function<std::string(const Rule& rule, const std::vector<SeenValue>& seen, bool fired)>;

/// "Repeated abuse between the same two people: 4 incidents in the window (escalation_events 3)."
std::string english(const Rule& rule, const std::vector<SeenValue>& seen, bool fired);

/// Why `decision` came out as it did, why not graver, and how far it is from graver.
///
/// Requires: decision == triage(facts, policy).
/// Source: the rule table of `policy`; every rule and number carries its own.
Explanation explain(const Decision& decision, const Facts& facts, const Policy& policy,
                    const Wording& wording = english);

}  // namespace earlyhelp
