#include <earlyhelp/people/definition.hpp>

namespace earlyhelp {
namespace {

constexpr int full_age_of_the_act = 16;  // Domestic Abuse Act 2021, s. 1(2)(a)

bool is_known_under_16(boost::optional<int> age_years) noexcept {
  return age_years && *age_years < full_age_of_the_act;
}

}  // namespace

Definition define_incident(boost::optional<RelationshipKind> relationship, boost::optional<int> victim_age_years,
                           boost::optional<int> suspect_age_years,
                           boost::optional<EnumSet<Behaviour>> behaviours) noexcept {
  if (is_known_under_16(victim_age_years) || is_known_under_16(suspect_age_years)) return Definition::party_under_16;
  if (relationship && !is_personally_connected(*relationship)) return Definition::not_domestic;
  if (!relationship || !victim_age_years || !suspect_age_years || !behaviours) return Definition::undetermined;
  return behaviours->empty() ? Definition::family_conflict : Definition::domestic_abuse;
}

}  // namespace earlyhelp
