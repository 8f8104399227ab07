#pragma once

#include <earlyhelp/indicators/indicator.hpp>
#include <earlyhelp/indicators/population.hpp>
#include <earlyhelp/period.hpp>

#include <boost/optional/optional.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace earlyhelp {

/// What an indicator is, line by line, as a reader has to know it who is to defend a figure: made of the definition
/// that counts, and of nothing else.
///
/// Source: HL7 FHIR, Measure; the sentences are those of the indicator.
std::vector<std::string> explain(const Indicator& indicator);

/// What one subject answered to one criterion.
struct AskedCriterion {
  Criterion criterion;
  Reply reply;
  bool is_asked;  ///< false: the indicator does not ask it; the first two are then yes, the others no

  friend bool operator==(const AskedCriterion&, const AskedCriterion&) = default;
};

/// Why a subject stands where it stands.
struct SubjectExplanation {
  boost::optional<Instant> index;          ///< none: it is not of the period, and nothing was asked
  std::vector<AskedCriterion> asked = {};  ///< as far as the answers went, in order
  Standing standing = Standing::not_in_initial_population;
};

/// Throws: as measure; std::out_of_range for a place that there is not.
/// Source: as explain.
SubjectExplanation explain(const Indicator& indicator, const CaseRegister& all, const Period& period,
                           std::size_t place);

}  // namespace earlyhelp
