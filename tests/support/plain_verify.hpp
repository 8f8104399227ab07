#pragma once

#include <earlyhelp/policy/policy_book.hpp>
#include <earlyhelp/triage/verify.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace earlyhelp::test {

using Change = std::function<void(Facts&)>;

/// That facts get graver, from one value of an axis to another, and an example of it.
struct PlainRise {
  std::size_t from;
  std::size_t to;
  Change before;
  Change after;
};

/// Facts that are varied together: each value as what it makes of an incident, the quiet one first, and which values
/// are graver than which.
struct PlainAxis {
  std::vector<Change> values;
  std::vector<PlainRise> rises;
  std::vector<std::pair<std::size_t, Change>> others =
      {};  ///< further incidents of a value, which may turn out otherwise
};

/// Cases that break a property in one way, counted one by one.
struct PlainFailure {
  std::uint64_t cases = 0;
  std::size_t departures = 1000;  ///< of the incident that departs least
  bool is_as_known = false;       ///< that incident fails as known, and not only if every unknown were a yes

  friend bool operator==(const PlainFailure& a, const PlainFailure& b) {
    return a.cases == b.cases && a.departures == b.departures;
  }
};

struct PlainRule {
  std::uint64_t fires_in = 0;
  std::uint64_t only_reason_in = 0;
  std::uint64_t matters_in = 0;
  std::size_t departures = 1000;  ///< of the least incident in which it matters, or else fires

  friend bool operator==(const PlainRule&, const PlainRule&) = default;
};

struct PlainVerification {
  std::uint64_t combinations = 0;
  std::uint64_t cases = 0;
  std::map<std::string, std::uint64_t> looked_at;                        ///< how many cases or pairs, by property
  std::map<std::pair<std::string, std::string>, PlainFailure> failures;  ///< by property and subject, a line each
  std::map<std::string, PlainFailure> undecided;                         ///< clocks that cannot be ordered, by promise
  std::vector<PlainRule> rules;
};

/// Goes through every combination of the values of `axes`, one after the other, decides each by triage(), and holds it,
/// and every pair that one axis parts, against the properties, as they are written. What is fast has to say the same.
///
/// The truths of every case are every other case, so they are asked for apart, with plain_truths(). Nothing else breaks
/// `unknowns_are_bounded` under the subject `truth`.
PlainVerification plain_verify(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet,
                               const std::vector<Invariant>& invariants = {});

/// Of which cases the truth may be graver than the decision in which every unknown is a yes.
PlainFailure plain_truths(const PolicyBook& book, const std::vector<PlainAxis>& axes, const Facts& quiet);

/// What is said of one subject in two ways is told apart behind it: a promise that ends, two rows of which one asks to
/// tell the family.
inline const std::string ended = ", ended";
inline const std::string told = ", told and not told";

/// The same of what verify() found, without the truths: no two of its lines are added together.
///
/// Throws: std::logic_error when two lines say the same of one subject.
PlainVerification plain(const Verification& found, const Facts& quiet);

/// The axis of a fact that has one value for each example, in which is_graver() says what is graver.
PlainAxis axis_of(const std::vector<Change>& values, const Facts& quiet);

}  // namespace earlyhelp::test
