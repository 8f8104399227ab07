#include <earlyhelp/indicators/groupings.hpp>

#include <earlyhelp/indicators/contact_indicators.hpp>
#include <earlyhelp/indicators/family_indicators.hpp>
#include <earlyhelp/indicators/reach.hpp>

#include "support/make_register.hpp"

#include <catch2/catch.hpp>

using namespace earlyhelp;
using namespace earlyhelp::test;

namespace {

/// The names of the groups of the families in `logs`, in their order; "-" of whom it is not recorded.
std::string groups_of(const std::vector<FamilyLog>& logs, const Grouping& by) {
  std::string text;
  for (const auto& [group, measurement] : stratify(family_reached, make_register(logs, "2025-12-31"), the_year(), by)) {
    text += (text.empty() ? "" : " ") + group.value_or("-") + ":" + std::to_string(measurement.members().size());
  }
  return text;
}

}  // namespace

TEST_CASE("of several cases the first that says anything says where a family came from", "[indicators]") {
  const auto anna = FamilyLog{"anna"}.add("2025-01-06", make_decided("i-1", "2025-01-06"));
  const auto again = FamilyLog{"anna", "again"}.referred("2025-02-01", ReferralSource::school);
  const auto third = FamilyLog{"anna", "third"}.referred("2025-03-01", ReferralSource::health);
  const auto before = FamilyLog{"anna", "before"}.referred("2024-03-01", ReferralSource::self);
  CHECK(groups_of({anna}, by_referral_source()) == "-:1");
  CHECK(groups_of({anna, again, third}, by_referral_source()) == "school:1");
  CHECK(groups_of({before, anna, third}, by_referral_source()) == "health:1");  // of a case of the period
  CHECK(groups_of({third, again, anna}, by_referral_source()) == "school:1");   // whichever is given first
  const auto same_day = FamilyLog{"anna", "aa"}.referred("2025-02-01", ReferralSource::health);
  CHECK(groups_of({again, same_day}, by_referral_source()) == "health:1");  // then by id
  CHECK(groups_of({anna, FamilyLog{"berta"}.referred("2025-01-06"), FamilyLog{"clara"}.referred("2025-01-07")},
                  by_referral_source()) == "police:2 -:1");
}

TEST_CASE("the first grade is that of the first incident that has one", "[indicators]") {
  auto anna = FamilyLog{"anna"}.referred("2025-01-06");
  CHECK(groups_of({anna}, by_first_grade()) == "-:1");
  anna.add("2025-01-07", make_decided("i-1", "2025-01-07", boost::none));
  CHECK(groups_of({anna}, by_first_grade()) == "-:1");
  anna.add("2025-01-08", make_decided("i-2", "2025-01-08", RiskGrade::medium));
  anna.add("2025-01-09", make_decided("i-3", "2025-01-09", RiskGrade::high));
  CHECK(groups_of({anna}, by_first_grade()) == "medium:1");
}

TEST_CASE("an incident is sorted by its own grade", "[indicators]") {
  auto anna = FamilyLog{"anna"}.referred("2025-01-06");
  anna.add("2025-01-08", make_decided("i-1", "2025-01-08", RiskGrade::medium));
  anna.add("2025-01-09", make_decided("i-2", "2025-01-09", RiskGrade::high));
  anna.add("2025-01-10", make_decided("i-3", "2025-01-10", boost::none));
  std::string groups;
  for (const auto& [group, measurement] :
       stratify(contact_in_time, make_register(std::vector{anna}, "2025-12-31"), the_year(), by_first_grade())) {
    groups += group.value_or("-") + ":" + std::to_string(measurement.members().size()) + " ";
  }
  CHECK(groups == "high:1 medium:1 -:1 ");
}

TEST_CASE("the month is that of the index date in the place", "[indicators]") {
  const std::vector logs{FamilyLog{"anna"}.referred("2025-06-30T22:59:59Z"),
                         FamilyLog{"berta"}.referred("2025-06-30T23:00:00Z"),
                         FamilyLog{"clara"}.referred("2025-12-01")};
  CHECK(groups_of(logs, by_month()) == "2025-06:1 2025-07:1 2025-12:1");
}

TEST_CASE("a victim's group is what the caller has on record, of the first victim of whom there is anything",
          "[indicators]") {
  auto anna = FamilyLog{"anna"}.referred("2025-01-06");
  anna.add_member(PersonId{"sister"}, FamilyRole::victim);
  anna.add_member(PersonId{"grandmother"}, FamilyRole::victim);
  const auto by = by_victim("group", [](const PersonId& id) -> boost::optional<std::string> {
    CHECK(id.value() != "anna-suspect");
    if (id.value().ends_with("-victim")) return {};
    return id.value();
  });
  CHECK(by.id == "group");
  CHECK(groups_of({anna}, by) == "sister:1");
  CHECK(groups_of({anna, FamilyLog{"berta"}.referred("2025-01-06")}, by) == "sister:1 -:1");
}

TEST_CASE("strata are compared by their scores, those not recorded too", "[indicators]") {
  std::vector<FamilyLog> logs;
  for (int i = 0; i < 12; ++i) {
    auto log = FamilyLog{"family-" + std::to_string(i)};
    if (i < 8)
      log.referred("2025-01-06", i < 4 ? ReferralSource::school : ReferralSource::health);
    else
      log.add("2025-01-06", make_decided("i-1", "2025-01-06"));
    if (i % 4 < i / 4 + 1) log.spoken_with("2025-01-08");
    logs.push_back(log);
  }
  const auto all = make_register(logs, "2025-12-31");
  const auto compared = compare_strata(stratify(family_reached, all, the_year(), by_referral_source()));
  CHECK((compared.all == measure(family_reached, all, the_year()).score()));
  CHECK((compared.all == Proportion{.count = 6, .total = 12}));
  CHECK(compared.degrees_of_freedom == 2);
  CHECK(compared.widest_gap.value() == Approx(0.5));
}

TEST_CASE("reach is by the day of contact, whenever the family was referred, each once", "[indicators]") {
  const auto reach = [](const std::vector<FamilyLog>& logs, const Period& period) {
    return reach_in(make_register(logs, "2025-12-31"), period);
  };
  const Period july{Date{2025, 7, 1}, Date{2025, 7, 31}};
  auto anna = FamilyLog{"anna"}.referred("2024-01-06").spoken_with("2025-06-30T22:59:59Z");
  CHECK((reach({anna}, july) == PeriodReach{}));
  anna.spoken_with("2025-06-30T23:00:00Z").spoken_with("2025-07-20");
  CHECK((reach({anna}, july) == PeriodReach{.families = 1, .children = 1}));
  const auto again = FamilyLog{"anna", "again"}.referred("2025-07-10").spoken_with("2025-07-11");
  CHECK((reach({anna, again}, july) == PeriodReach{.families = 1, .children = 1}));
  auto berta = FamilyLog{"berta"}.referred("2025-07-01");
  berta.add_member(anna.child(), FamilyRole::child);
  berta.add("2025-07-02", ContactMade{.person = berta.child(), .mode = ContactMode::at_school});
  CHECK((reach({anna, again, berta}, july) == PeriodReach{.families = 2, .children = 2, .children_spoken_with = 1}));
  berta.add("2025-07-02", ContactAttempted{.person = anna.child(), .mode = ContactMode::phone, .result = {}});
  CHECK(reach({berta}, july).children_spoken_with == 1);
}

TEST_CASE("contact with a perpetrator alone, or before the case began, reaches no family", "[indicators]") {
  const Period july{Date{2025, 7, 1}, Date{2025, 7, 31}};
  auto log = FamilyLog{"anna"}.spoken_with("2025-07-02").referred("2025-07-10");
  log.add("2025-07-11", ContactMade{.person = log.suspect(), .mode = ContactMode::visit});
  CHECK((reach_in(make_register({log}, "2025-12-31"), july) == PeriodReach{}));
  log.spoken_with("2025-07-12");
  CHECK((reach_in(make_register({log}, "2025-12-31"), july) == PeriodReach{.families = 1, .children = 1}));
}
