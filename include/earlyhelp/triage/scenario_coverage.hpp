#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/enum_set.hpp>
#include <earlyhelp/names.hpp>
#include <earlyhelp/policy/mutant.hpp>
#include <earlyhelp/policy/policy_book.hpp>
#include <earlyhelp/policy/rule.hpp>
#include <earlyhelp/policy/signal.hpp>
#include <earlyhelp/triage/decision_part.hpp>
#include <earlyhelp/triage/facts.hpp>
#include <earlyhelp/triage/scenario.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Whether any case makes a rule fire.
struct RuleCoverage {
  RuleId id;
  bool fires;

  friend bool operator==(const RuleCoverage&, const RuleCoverage&) = default;
};

/// Whether cases answer a signal that the table reads with yes, and with no.
struct SignalCoverage {
  Signal signal;
  bool is_yes;
  bool is_no;

  friend bool operator==(const SignalCoverage&, const SignalCoverage&) = default;
};

/// What became of a mutant.
enum class MutantEnd : std::uint8_t {
  killed,      ///< a case expects something that the mutant does not decide
  survived,    ///< no case notices, and one could
  equivalent,  ///< no incident of any day is decided otherwise: proved over all cases and all policies of the book
};

template <>
struct Names<MutantEnd> {
  static constexpr std::array<std::string_view, 3> ids = {"killed", "survived", "equivalent"};
};

/// A mutant, as mutants_of() makes it, and what became of it.
struct MutantCoverage {
  Mutation mutation;
  std::string place;
  std::string what;
  MutantEnd end;
  boost::optional<Facts> killer = {};  ///< of a survivor: a case that would kill it if reported on the day that it has
};

/// What the cases of a policy reach, and which slips they would find.
struct ScenarioCoverage {
  std::size_t scenarios;                ///< how many cases there are
  std::size_t failing;                  ///< of these, show nothing, and count for nothing else; see coverage()
  std::vector<RuleCoverage> rules;      ///< in the order of the table
  std::vector<SignalCoverage> signals;  ///< those that the table reads, in their order
  std::vector<MutantCoverage> mutants;  ///< as mutants_of()

  std::size_t count(MutantEnd end) const noexcept;
};

/// Who is told how many of how many mutants are done.
using MutantProgress = std::function<void(std::size_t done, std::size_t of)>;

/// Tries every case on `book` and on each of its mutants. The policy that decides a case is that of the day of its
/// report; the mutants are those of `day`. A case shows nothing that the policy itself does not meet, that expects
/// nothing, or whose facts no incident can have (see is_realisable).
///
/// A mutant that no case kills is compared with the policy over every incident there can be, in everything that a case
/// can expect: on the days of the policy of `day`, and where that shows no difference, on those of every later and
/// earlier policy of the book.
///
/// Requires: a sound book with a row of every required parameter by `day` and by the day of each case.
/// Throws: std::length_error as verify().
/// Source: default triage policy, section 3; DeMillo, Lipton and Sayward, Hints on test data selection (1978).
ScenarioCoverage coverage(const PolicyBook& book, std::span<const Scenario> scenarios, Date day,
                          const MutantProgress& progress = {});

/// Cases that kill every mutant that any case can kill, when they expect every part of the decision.
struct KillingCases {
  std::vector<Facts> cases;
  std::vector<std::size_t> apart;  ///< places in mutants_of(): no case whatever kills two of these
  std::size_t at_least;            ///< no fewer cases kill all: not fewer than mutants are apart
};

/// A smallest set of cases that kills every mutant of `book` on `day` that any case can kill, on the days of whichever
/// policy of the book: each case is reported on a day of its own. And the proof that it is smallest: where as many
/// mutants are apart as there are cases, no fewer can do it. Where fewer are, every way to share the mutants out among
/// fewer cases is tried, and `at_least` says what that showed. The search is cut off in time; then nothing is known of
/// what lies between `at_least` and the cases found.
///
/// Which case kills which mutant is looked up in sets of all the cases that an incident can have, never tried on some.
///
/// Requires and throws: as coverage().
KillingCases killing_cases(const PolicyBook& book, Date day, const MutantProgress& progress = {});

}  // namespace earlyhelp
