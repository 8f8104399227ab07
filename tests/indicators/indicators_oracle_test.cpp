#include <earlyhelp/indicators/feedback_chain.hpp>
#include <earlyhelp/indicators/population.hpp>
#include <earlyhelp/indicators/prompt_contact.hpp>
#include <earlyhelp/indicators/reach.hpp>

#include "support/oracle_case.hpp"

#include <catch2/catch.hpp>

#include <map>
#include <sstream>
#include <string>
#include <vector>

using namespace earlyhelp;

namespace {

const char* word(bool is_true) { return is_true ? "TRUE" : "FALSE"; }

boost::optional<Instant> instant(const OracleCase& of, const char* column) {
  if (of.is_missing(column)) return {};
  return parse_instant(of.at(column)).value().instant;
}

std::vector<std::string> parts(const std::string& text, char between) {
  std::vector<std::string> all;
  std::istringstream stream{text};
  for (std::string part; std::getline(stream, part, between);) all.push_back(part);
  return all;
}

/// What each set came to.
struct ContactSet {
  PromptContactCounts counts = {};
  std::int64_t in_time = 0;
  std::int64_t contacted = 0;  ///< and not before it began
};

std::map<std::string, ContactSet> contact_sets() {
  std::map<std::string, ContactSet> sets;
  const auto table = read_oracle("contact48_cases.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase of{table, row};
    const auto start = instant(of, "referred_at").value();
    const ContactRecord record{.start = start,
                               .due = add_hours(start, 48),
                               .contacted = instant(of, "contacted_at"),
                               .closed = instant(of, "closed_at")};
    const auto what = prompt_contact(record, instant(of, "snapshot_at").value());
    auto& set = sets[of.at("set")];
    set.counts.add(what);
    set.in_time += what == PromptContact::met ? 1 : 0;
    set.contacted += what == PromptContact::met || what == PromptContact::breached_late_contact ? 1 : 0;
  }
  return sets;
}

}  // namespace

TEST_CASE("what counts of each combination of criteria is the reference", "[indicators][oracle]") {
  for_each_case("population_membership.csv", [](const OracleCase& expected) {
    Criteria met;
    const auto raw = [&](const char* column, Criterion criterion) {
      if (expected.at(column) == "TRUE") met.insert(criterion);
    };
    raw("raw_ip", Criterion::initial_population);
    raw("raw_denominator", Criterion::denominator);
    raw("raw_denominator_exclusion", Criterion::denominator_exclusion);
    raw("raw_numerator", Criterion::numerator);
    raw("raw_numerator_exclusion", Criterion::numerator_exclusion);
    raw("raw_denominator_exception", Criterion::denominator_exception);
    const auto counts = counted(met);

    expected.check_text("ip", word(counts.contains(Criterion::initial_population)));
    expected.check_text("denominator", word(counts.contains(Criterion::denominator)));
    expected.check_text("denominator_exclusion", word(counts.contains(Criterion::denominator_exclusion)));
    expected.check_text("numerator", word(counts.contains(Criterion::numerator)));
    expected.check_text("numerator_exclusion", word(counts.contains(Criterion::numerator_exclusion)));
    expected.check_text("denominator_exception", word(counts.contains(Criterion::denominator_exception)));
    expected.check_text("status", std::string{to_string(standing(met))});
  });
}

TEST_CASE("the score of each population is the reference", "[indicators][oracle]") {
  for_each_case("population_scores.csv", [](const OracleCase& expected) {
    PopulationCounts counts;
    const auto subjects = expected.is_missing("subjects_by_raw_mask") ? "" : expected.at("subjects_by_raw_mask");
    for (const auto& part : parts(subjects, ';')) {
      const auto numbers = parts(part, ':');
      counts.add(Criteria::of_bits(std::stoull(numbers.at(0))), std::stoll(numbers.at(1)));
    }
    CHECK(counts.of(Criterion::initial_population) == expected.whole("ip"));
    CHECK(counts.of(Criterion::denominator) == expected.whole("denominator"));
    CHECK(counts.of(Criterion::denominator_exclusion) == expected.whole("denominator_exclusion"));
    CHECK(counts.of(Criterion::numerator) == expected.whole("numerator"));
    CHECK(counts.of(Criterion::numerator_exclusion) == expected.whole("numerator_exclusion"));
    CHECK(counts.of(Criterion::denominator_exception) == expected.whole("denominator_exception"));
    CHECK(counts.score().count == expected.whole("score_numerator"));
    CHECK(counts.score().total == expected.whole("score_denominator"));
    expected.check("score", share(counts.score()));
  });
}

TEST_CASE("what became of each promise of contact is the reference", "[indicators][oracle]") {
  for_each_case("contact48_cases.csv", [](const OracleCase& expected) {
    const auto start = instant(expected, "referred_at").value();
    const auto what = prompt_contact({.start = start,
                                      .due = add_hours(start, 48),
                                      .contacted = instant(expected, "contacted_at"),
                                      .closed = instant(expected, "closed_at")},
                                     instant(expected, "snapshot_at").value());
    CHECK(expected.count("case") > 0);
    // There the clock starts with the referral.
    expected.check_text("class", what == PromptContact::invalid_contact_before_start ? "invalid_contact_before_referral"
                                                                                     : std::string{to_string(what)});
  });
}

TEST_CASE("promises of contact kept are the reference, and not those of the contacted alone", "[indicators][oracle]") {
  auto sets = contact_sets();
  for_each_case("contact48_summary.csv", [&](const OracleCase& expected) {
    const auto& [counts, in_time, contacted] = sets[expected.at("set")];
    const Proportion naive{.count = in_time, .total = contacted};
    CHECK(expected.whole("met") + expected.whole("breached") + expected.whole("pending") +
              expected.whole("excluded_closed_before_due") + expected.whole("invalid") ==
          expected.whole("n_records"));
    if (counts.records() < expected.whole("n_records")) return;  // the file of the cases was cut short

    CHECK(counts.records() == expected.whole("n_records"));
    CHECK(counts.of(PromptContact::met) == expected.whole("met"));
    CHECK(counts.breached() == expected.whole("breached"));
    CHECK(counts.of(PromptContact::pending_not_due) == expected.whole("pending"));
    CHECK(counts.of(PromptContact::excluded_closed_before_due) == expected.whole("excluded_closed_before_due"));
    CHECK(counts.of(PromptContact::invalid_contact_before_start) == expected.whole("invalid"));
    CHECK(counts.compliance().total == expected.whole("denominator"));
    expected.check("compliance", share(counts.compliance()));
    expected.check("wilson95_lower", "wilson95_upper", wilson(counts.compliance(), 0.95));
    expected.check("bound_if_all_pending_breach", "bound_if_all_pending_met", counts.bounds());
    // The wrong way, which is larger wherever anybody was never contacted.
    CHECK(naive.total == expected.whole("contacted_only_denominator"));
    expected.check("naive_contacted_only", share(naive));
    CHECK(naive.total <= counts.compliance().total);
  });
}

TEST_CASE("the chain of feedback is the reference", "[indicators][oracle]") {
  for_each_case("feedback_bounds.csv", [](const OracleCase& expected) {
    const FeedbackChain chain{.supported = expected.whole("supported"),
                              .asked = expected.whole("asked"),
                              .answered = expected.whole("responded"),
                              .positive = expected.whole("positive")};
    const auto bounds = feedback_bounds(chain);

    expected.check("coverage", share(chain.coverage()));
    expected.check("response_rate", share(chain.response()));
    expected.check("answered_of_supported", share(chain.answered_of_supported()));
    expected.check("positive_of_responded", share(chain.satisfaction()));
    expected.check("wilson95_lower", "wilson95_upper", wilson(chain.satisfaction(), 0.95));
    expected.check("worst_case_of_asked", "best_case_of_asked", bounds.of_asked);
    expected.check("worst_case_of_supported", "best_case_of_supported", bounds.of_supported);
  });
}

TEST_CASE("families and children reached are the reference", "[indicators][oracle]") {
  std::map<std::string, std::vector<Reached>> sets;
  const auto table = read_oracle("unique_counts_incidents.csv");
  for (std::size_t row = 0; row < table.rows(); ++row) {
    const OracleCase incident{table, row};
    Reached reached{.family = HouseholdId{incident.at("family_id")}};
    if (!incident.is_missing("child_ids")) {
      for (const auto& child : parts(incident.at("child_ids"), ';')) reached.children.emplace_back(child);
    }
    sets[incident.at("set")].push_back(reached);
  }
  for_each_case("unique_counts_summary.csv", [&](const OracleCase& expected) {
    const auto reach = reach_of(sets[expected.at("set")]);
    CHECK(reach.incidents == expected.whole("incidents"));
    CHECK(reach.families == expected.whole("unique_families"));
    CHECK(reach.children == expected.whole("unique_children"));
    CHECK(reach.children_at_incidents == expected.whole("child_incident_links"));
    CHECK(reach.children_of_families == expected.whole("sum_of_children_over_families"));
    expected.check("children_per_incident", reach.children_per_incident());
    expected.check("unique_children_per_family", reach.children_per_family());
  });
}
