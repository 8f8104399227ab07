#include <earlyhelp/casework/staffing_plan.hpp>

namespace earlyhelp {
namespace {

constexpr double published_incidents_a_day = 40;
constexpr double published_further_work_share = 0.4;

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
