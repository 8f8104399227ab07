#include <earlyhelp/casework/staffing_plan.hpp>

#include <cstddef>

namespace earlyhelp {
namespace {

constexpr double published_incidents_a_day = 40;
constexpr double published_further_work_share = 0.4;

/// The share of the weights of those hours of the week that count.
template <class Counts>
double weight_share(const HourWeights& weights, Counts counts) {
  auto counted = 0.0;
  auto all = 0.0;
  for (std::size_t hour = 0; hour < weights.size(); ++hour) {
    all += weights[hour];
    if (counts(hour)) counted += weights[hour];
  }
  return counted / all;
}

bool is_at_weekend(std::size_t hour) { return hour >= std::size_t{5} * 24; }
bool is_at_night(std::size_t hour) { return hour % 24 < 6 || hour % 24 >= 18; }

}  // namespace

std::vector<StaffingAssumption> assumptions_of(const StaffingPlan& plan) {
  const Source assumed{"Library default", "no figure found"};
  return {
      {.what = "incidents a day that police attended",
       .value = plan.incidents_a_day,
       .is_published = plan.incidents_a_day == published_incidents_a_day,
       .source = {"Northamptonshire Police, 2022, in the Northampton Chronicle",
                  "about 1,200 domestic abuse incidents a month"}},
      {.what = "of them graded standard, and so the team's",
       .value = plan.team_share,
       .is_published = false,
       .source = assumed},
      {.what = "of incidents attended on Saturdays and Sundays",
       .value = weight_share(plan.hour_weights, is_at_weekend),
       .is_published = false,
       .source = assumed},
      {.what = "of incidents attended between six in the evening and six in the morning",
       .value = weight_share(plan.hour_weights, is_at_night),
       .is_published = false,
       .source = assumed},
      {.what = "of first contacts that reach the family, after however many attempts",
       .value = 1,
       .is_published = false,
       .source = assumed},
      {.what = "hours for a first contact, on average",
       .value = plan.first_contact.mean_hours,
       .is_published = false,
       .source = assumed},
      {.what = "of families with work behind the first contact",
       .value = plan.further_work_share,
       .is_published = plan.further_work_share == published_further_work_share,
       .source = {"Northamptonshire early intervention service, annual report 2020-21",
                  "advice given, no further support needed: 60% of cases"}},
      {.what = "hours for that work, on average",
       .value = plan.further_work.mean_hours,
       .is_published = false,
       .source = assumed},
      {.what = "of days at work lost to leave, illness, training and meetings",
       .value = plan.absence_share,
       .is_published = false,
       .source = assumed},
  };
}

}  // namespace earlyhelp
