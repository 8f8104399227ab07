#include <earlyhelp/indicators/population.hpp>

namespace earlyhelp {

Criteria counted(Criteria met) noexcept {
  Criteria counts;
  const auto meets = [&](Criterion criterion) {
    if (met.contains(criterion)) counts.insert(criterion);
    return met.contains(criterion);
  };
  const auto is_in = meets(Criterion::initial_population) && meets(Criterion::denominator);
  if (!is_in || meets(Criterion::denominator_exclusion)) return counts;
  meets(meets(Criterion::numerator) ? Criterion::numerator_exclusion : Criterion::denominator_exception);
  return counts;
}

Standing standing(Criteria met) noexcept {
  const auto counts = counted(met);
  if (!counts.contains(Criterion::initial_population)) return Standing::not_in_initial_population;
  if (!counts.contains(Criterion::denominator)) return Standing::not_in_denominator;
  if (counts.contains(Criterion::denominator_exclusion)) return Standing::excluded;
  if (counts.contains(Criterion::numerator_exclusion)) return Standing::numerator_excluded;
  if (counts.contains(Criterion::numerator)) return Standing::numerator;
  if (counts.contains(Criterion::denominator_exception)) return Standing::exception;
  return Standing::denominator_only;
}

void PopulationCounts::add(Criteria met, std::int64_t subjects) noexcept {
  for (const auto criterion : counted(met)) counts_[static_cast<std::size_t>(criterion)] += subjects;
}

Proportion PopulationCounts::score() const noexcept {
  return {.count = of(Criterion::numerator) - of(Criterion::numerator_exclusion),
          .total =
              of(Criterion::denominator) - of(Criterion::denominator_exclusion) - of(Criterion::denominator_exception)};
}

}  // namespace earlyhelp
