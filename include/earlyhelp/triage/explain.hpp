#pragma once

#include <earlyhelp/policy/policy.hpp>
#include <earlyhelp/triage/decision.hpp>
#include <earlyhelp/triage/facts.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace earlyhelp {

/// One answer that a rule looked at: the signal, the value behind it, and the number of the policy it was held against.
struct SeenValue {
  Signal signal;
  bool answer;                                   ///< whether the signal was a yes
  std::string value;                             ///< as the feed would spell it: "4", "y", "standard", "none"
  boost::optional<Parameter> threshold;          ///< none: compared with no number of the policy
  boost::optional<std::string> threshold_value;  ///< none: the policy has no such threshold, or nothing was compared

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

/// How much more of one count (yes answers, incidents in the window, unconnected victims) would change what is decided.
/// Yes answers are taken from the unanswered ones first.
struct Margin {
  Signal signal;      ///< the threshold that would be reached
  std::int64_t more;  ///< at least 1
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
  std::vector<Margin> margins;       ///< the nearest first; each changes more than a nearer one of the same count
};

/// "Repeated abuse between the same two people: definition domestic abuse, 4 incidents in the window (escalation_events
/// 3)."
/// "\"Strangulation\" does not apply: strangulation no."
std::string english_account(const Rule& rule, const std::vector<SeenValue>& seen, bool fired);

/// "Two more yes answers would make the grade high, make the route high risk panel and open the duties IDVA offer and
/// MARAC referral."
std::string english_margin(const Margin& margin, const Outcome& known);

/// How an explanation becomes sentences. Replace it for another language or house style; what is decided does not
/// depend on it.
///
/// Requires: neither is empty.
struct Wording {
  /// `fired` tells a reason from a why-not.
  std::function<std::string(const Rule& rule, const std::vector<SeenValue>& seen, bool fired)> account =
      english_account;
  /// `known` is what was decided; the sentence of `margin` is still empty.
  std::function<std::string(const Margin& margin, const Outcome& known)> margin = english_margin;
};

/// Why `decision` came out as it did, why not graver, and how far it is from graver.
///
/// Total: every value of `facts` has an explanation, contradictory ones too.
///
/// Requires: decision == triage(facts, policy).
/// Source: the rule table of `policy`; every rule and number carries its own.
Explanation explain(const Decision& decision, const Facts& facts, const Policy& policy, const Wording& wording = {});

}  // namespace earlyhelp
