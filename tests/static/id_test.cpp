#include <earlyhelp/casework/case_file.hpp>
#include <earlyhelp/casework/practitioner.hpp>
#include <earlyhelp/id.hpp>
#include <earlyhelp/incident/checklist.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

using namespace earlyhelp;

// An id is made on purpose, from text, and from nothing else.
static_assert(!std::is_default_constructible_v<FamilyId>);
static_assert(std::is_constructible_v<FamilyId, std::string>);
static_assert(!std::is_convertible_v<std::string, FamilyId>);
static_assert(!std::is_convertible_v<const char*, FamilyId>);
static_assert(!std::is_convertible_v<FamilyId, std::string>);

// Ids of different things do not convert, compare or mix.
static_assert(!std::is_constructible_v<PersonId, FamilyId>);
static_assert(!std::is_assignable_v<PersonId&, FamilyId>);
static_assert(!std::equality_comparable_with<PersonId, FamilyId>);
static_assert(!std::three_way_comparable_with<PersonId, FamilyId>);

// Each can be ordered, hashed and copied.
template <class Id>
constexpr bool is_a_key = std::totally_ordered<Id>&& std::copyable<Id>&& requires(const Id& id) {
  { std::hash<Id>{}(id) } -> std::same_as<std::size_t>;
};
static_assert(is_a_key<CaseEventId>);
static_assert(is_a_key<CaseId>);
static_assert(is_a_key<ChannelId>);
static_assert(is_a_key<ChecklistVersionId>);
static_assert(is_a_key<FactorId>);
static_assert(is_a_key<FamilyId>);
static_assert(is_a_key<HouseholdId>);
static_assert(is_a_key<IncidentId>);
static_assert(is_a_key<LanguageId>);
static_assert(is_a_key<OnwardReferralId>);
static_assert(is_a_key<PersonId>);
static_assert(is_a_key<ReasonId>);
static_assert(is_a_key<ReferralId>);
static_assert(is_a_key<SkillId>);
static_assert(is_a_key<WorkerId>);
