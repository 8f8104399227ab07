#pragma once

#include <earlyhelp/casework/capacity.hpp>
#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/practitioner.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/names.hpp>

#include <boost/optional/optional.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace earlyhelp {

/// Somebody of a family who needs a practitioner.
struct WaitingPerson {
  CaseId in_case;
  PersonId person;
  FamilyRole role;
  Instant due;                               ///< by when somebody has to work with them
  int weight = 1;                            ///< slots of work; at least 1
  std::vector<LanguageId> languages = {};    ///< that the practitioner has to speak, all of them
  std::vector<SkillId> skills = {};          ///< that the practitioner has to have, all of them
  boost::optional<WorkerId> known_by = {};   ///< who knew the family before; nobody, when not there any more
  std::vector<WorkerId> must_not_work = {};  ///< with them, whatever the reason
};

/// Why this practitioner and no other.
enum class ChosenFor : std::uint8_t {
  continuity,
  only_one_with_language,  ///< of those with enough free slots
  only_one_with_skills,    ///< the same, of those who speak the languages
  only_one_possible,       ///< nobody else has enough free slots, or may
  most_free_slots,         ///< nobody else who could had more
  leaves_room_for_others,  ///< somebody had more free slots, and is better placed elsewhere
};

template <>
struct Names<ChosenFor> {
  static constexpr std::array<std::string_view, 6> ids = {"continuity",           "only_one_with_language",
                                                          "only_one_with_skills", "only_one_possible",
                                                          "most_free_slots",      "leaves_room_for_others"};
};

/// Why nobody works with them yet: the first of these that holds.
enum class WaitsBecause : std::uint8_t {
  no_free_slot,           ///< nobody has one, whoever is asked for
  nobody_speaks,          ///< the languages
  nobody_has_skills,      ///< of those who speak the languages
  too_few_free_slots,     ///< each who could has too few, or no capacity
  nobody_else_may,        ///< each who could must not work with them
  works_with_other_side,  ///< each who could works with the other side of the case, or will from this run on
  taken_by_earlier_due,   ///< each who could
};

template <>
struct Names<WaitsBecause> {
  static constexpr std::array<std::string_view, 7> ids = {
      "no_free_slot",    "nobody_speaks",         "nobody_has_skills",   "too_few_free_slots",
      "nobody_else_may", "works_with_other_side", "taken_by_earlier_due"};
};

/// The same in a sentence.
std::string_view sentence(ChosenFor reason) noexcept;
std::string_view sentence(WaitsBecause reason) noexcept;

/// Who works with whom from now on.
struct Placement {
  CaseId in_case;
  PersonId person;
  WorkerId worker;
  ChosenFor chosen_for;
  bool is_overdue;  ///< already; at the due instant not yet

  friend bool operator==(const Placement&, const Placement&) = default;
};

/// Who goes on waiting.
struct StillWaiting {
  CaseId in_case;
  PersonId person;
  WaitsBecause because;
  std::vector<WorkerId> turned_away;  ///< whom that reason is about, by id
  bool is_overdue;

  friend bool operator==(const StillWaiting&, const StillWaiting&) = default;
};

/// How the work is shared out.
struct Allocation {
  std::vector<Placement> placed;      ///< by turn
  std::vector<StillWaiting> waiting;  ///< by turn
  std::size_t at_most;                ///< no allocation places more
  bool is_best;                       ///< proved: no other places more, or somebody due earlier in place of one later

  /// How many more could be placed at most.
  std::size_t gap() const noexcept { return at_most - placed.size(); }

  friend bool operator==(const Allocation&, const Allocation&) = default;
};

/// Shares those who wait out among `practitioners`. Turns go by due instant, then case id, then person id; the order of
/// the arguments does not matter.
///
/// Never broken: free slots, languages, skills, who must not work with whom, and that nobody works with victim and
/// perpetrator of one case, now or by this run, unless a manager waived that for them in that case.
///
/// When all weights are equal the result is the best there is: it places as many as possible, of all such sets the one
/// due earliest, as many of them as possible with whoever knew the family, the rest where most slots are free. Where
/// several people wait on one side of a case and somebody on the other, continuity is only as good as was met with on
/// the way, and so many such cases may be too many to try: `is_best` and gap() tell.
///
/// With different weights the question is one of packing: turn by turn, earlier ones are moved over where that makes
/// room and keep their place, nobody waits who could simply be given to somebody, gap() is the distance to a relaxation
/// (work could be shared, the lightest cases first), and `is_best` says when the result is the best all the same.
///
/// Requires: check(policy) has no objection.
/// Throws: std::invalid_argument, naming whom, for a weight below 1, somebody who waits twice in one case, a worker
///         who is there twice, a person who has two roles in one case, and more than 10,000 who wait or practitioners.
Allocation allocate(const std::vector<WaitingPerson>& waiting, const std::vector<Practitioner>& practitioners,
                    const AllocationPolicy& policy, Instant now);

}  // namespace earlyhelp
