#pragma once

#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/instrument.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <variant>
#include <vector>

namespace earlyhelp {

/// Which wording of a checklist was used, as the caller names it.
using ChecklistVersionId = Id<struct ChecklistVersion>;
using FactorId = Id<struct RiskFactor>;  ///< one question of a checklist, by our own id; its wording is licensed

/// The answer to one question of a checklist. Only `yes` scores; the last three leave the question unanswered.
enum class ChecklistAnswer : std::uint8_t { yes, no, dont_know, not_asked, refused };

template <>
struct Names<ChecklistAnswer> {
  static constexpr std::array<std::string_view, 5> ids = {"yes", "no", "dont_know", "not_asked", "refused"};
};

/// One question and its answer.
struct AnsweredFactor {
  FactorId factor;
  ChecklistAnswer answer;

  friend bool operator==(const AnsweredFactor&, const AnsweredFactor&) = default;
};

/// A checklist of which only the sums are kept.
struct ChecklistCounts {
  int yes_count;
  int unanswered_count;

  friend bool operator==(const ChecklistCounts&, const ChecklistCounts&) = default;
};

/// A checklist that was used, with its version, as answers or as counts.
struct Checklist {
  Instrument instrument;
  ChecklistVersionId version;
  std::variant<std::vector<AnsweredFactor>, ChecklistCounts> content;

  friend bool operator==(const Checklist&, const Checklist&) = default;
};

/// What a checklist, or its absence, says.
struct ChecklistFacts {
  boost::optional<Instrument> instrument = {};  ///< none: no checklist was used
  int yes_count = 0;
  int unanswered_count = 0;  ///< "don't know", "not asked" and "refused" together

  friend bool operator==(const ChecklistFacts&, const ChecklistFacts&) = default;
};

/// The counts of `checklist`; no instrument and no counts when there is none.
///
/// A question answered more than once counts once, with the gravest answer: yes, then unanswered, then no.
ChecklistFacts checklist_facts(const boost::optional<Checklist>& checklist);

/// Whether `checklist` answers one question in different ways.
bool has_conflicting_answers(const Checklist& checklist);

}  // namespace earlyhelp
