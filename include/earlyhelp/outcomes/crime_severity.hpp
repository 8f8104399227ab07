#pragma once

#include <earlyhelp/source.hpp>
#include <earlyhelp/text.hpp>

#include <boost/optional/optional.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace earlyhelp {

/// How grave one offence of a class is, as sentences say.
struct OffenceWeight {
  Text<7> code;             ///< of the class, as the table's publisher writes it: "8N"
  std::int64_t millionths;  ///< of a day

  friend bool operator==(const OffenceWeight&, const OffenceWeight&) = default;
};

/// The weights of one publisher and year. Sums of different tables do not compare.
///
/// Invariant: a name; every code once; weights from 0 to 100,000 days.
/// Source: library default; each table names its own.
class OffenceWeights {
 public:
  /// Throws: std::invalid_argument, naming the code, unless the invariant holds.
  OffenceWeights(Text<31> name, std::vector<OffenceWeight> weights, Source source);

  const Text<31>& name() const noexcept { return name_; }
  const std::vector<OffenceWeight>& weights() const noexcept { return weights_; }
  const Source& source() const noexcept { return source_; }

  /// Unit: millionths of a day.
  /// None: the table has no such code. That is not a weight of 0.
  boost::optional<std::int64_t> weight(const Text<7>& code) const noexcept;

 private:
  Text<31> name_;
  std::vector<OffenceWeight> weights_;  ///< by code
  Source source_;
};

/// How many offences of a class there were. An incident without an offence is none.
struct OffenceCount {
  Text<7> code;
  std::int64_t count;

  friend bool operator==(const OffenceCount&, const OffenceCount&) = default;
};

/// What offences weigh together.
struct CrimeSeverity {
  Text<31> weights;                          ///< the table's name
  boost::optional<std::int64_t> millionths;  ///< of a day; none: not every offence has a weight
  std::vector<Text<7>> without_weight;       ///< the codes that have none, each once, in order

  friend bool operator==(const CrimeSeverity&, const CrimeSeverity&) = default;
};

/// The sum of what `offences` weigh; a code may stand more than once. It is never a rank of victims: weights from
/// sentences make little of stalking and of control.
///
/// Throws: std::invalid_argument for a negative count, and for more than 10^7 offences in all.
/// Source: Office for National Statistics, Crime Severity Score, method; for other tables, theirs.
CrimeSeverity crime_severity(std::span<const OffenceCount> offences, const OffenceWeights& weights);

/// The weights of England and Wales of 2021, by Home Office class. Controlling or coercive behaviour and non-fatal
/// strangulation are not among them.
///
/// Source: Office for National Statistics, Crime Severity Score (experimental statistics), Open Government Licence
///         v3.0; as joined to Home Office codes in the data of the project M-O-P-D/crims, March 2021.
OffenceWeights ons_severity_2021();

}  // namespace earlyhelp
