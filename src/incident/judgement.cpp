#include <earlyhelp/incident/judgement.hpp>

namespace earlyhelp {

boost::optional<RiskGrade> effective_judgement(const boost::optional<Judgement>& judgement,
                                               boost::optional<RiskGrade> officer_grade) noexcept {
  if (!judgement || !judgement->reason) return {};
  if (officer_grade && judgement->grade < *officer_grade) return {};
  return judgement->grade;
}

}  // namespace earlyhelp
