#include <earlyhelp/io/decision_writer.hpp>

#include "support/make_decided.hpp"
#include "support/print.hpp"
#include "support/random_incident.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::test;
using Json = nlohmann::json;

namespace {

std::string ndjson_of(const Decided& decided) {
  std::string out;
  io::write_ndjson(decided.id, decided.decision, decided.due, decided.policy, out);
  return out;
}

std::string csv_of(const Decided& decided) {
  std::string out;
  io::write_csv(decided.id, decided.decision, decided.due, decided.policy, out);
  return out;
}

/// The cells of one line of CSV, without their quotes.
std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (std::size_t i = 0; i < line.size() && (is_quoted || line[i] != '\n'); ++i) {
    if (line[i] == '"' && is_quoted && line[i + 1] == '"') {
      cells.back() += line[++i];
    } else if (line[i] == '"') {
      is_quoted = !is_quoted;
    } else if (line[i] == ',' && !is_quoted) {
      cells.emplace_back();
    } else {
      cells.back() += line[i];
    }
  }
  return cells;
}

Incident ungraded_incident_with_child() {
  auto incident = make_early_help_incident();
  incident.officer_grade = boost::none;
  incident.findings.set(Finding::strangulation, Answer::unknown);
  incident.family.children = {make_child("c1", Date{2018, 1, 1})};
  return incident;
}

}  // namespace

TEST_CASE("a decision is one line of compact JSON, with the keys and spellings of the reference cases",
          "[io][decision]") {
  CHECK(ndjson_of(make_decided(make_early_help_incident())) ==
        R"({"id":"i-7","grade":"standard","route":"early_intervention","duties":["daily_review","contact_family"],)"
        R"("reasons":["domestic-incident","officer-grade","first-contact"],"grade_if_unknowns_yes":"standard",)"
        R"("route_if_unknowns_yes":"early_intervention","duties_if_unknowns_yes":["daily_review","contact_family"],)"
        R"("provisional":"n","ask_next":[],"suitability":"suitable",)"
        R"("due":{"daily_review":"2026-01-06T09:00:00Z","contact_family":"2026-01-07T10:00:00Z"},)"
        R"("issues":[],"policy":{"id":"earlyhelp-default","version":1,"in_force_from":"2009-03-01"}})"
        "\n");
}

TEST_CASE("what nobody graded is none, and what the calendar does not cover is not_covered", "[io][decision]") {
  const Calendar without_terms{london(), make_holidays()};

  const auto json = Json::parse(ndjson_of(make_decided(ungraded_incident_with_child(), without_terms)));

  CHECK(json["grade"] == "none");
  CHECK(json["grade_if_unknowns_yes"] == "high");
  CHECK(json["provisional"] == "y");
  CHECK(json["ask_next"] == Json::array({"officer_grade", "strangulation"}));
  CHECK(json["due"]["notify_school"] == "not_covered");
  CHECK(json["due"]["child_support_offer"] == "2026-01-07T10:00:00Z");
  CHECK(json["due"].size() == json["duties"].size());
}

TEST_CASE("of several pairs it is said whom each reason is about", "[io][decision]") {
  const auto json = Json::parse(ndjson_of(make_decided(make_two_pair_incident())));

  CHECK(json["reasons"] == Json::array({"domestic-incident", "officer-grade", "first-contact"}));
  REQUIRE(json["reasons_by_pair"].size() == 6);
  CHECK(json["reasons_by_pair"][2] == Json{{"rule", "officer-grade"}, {"victim", "victim"}, {"suspect", "suspect"}});
  CHECK(json["reasons_by_pair"][3] == Json{{"rule", "officer-grade"}, {"victim", "victim"}, {"suspect", "brother"}});
}

TEST_CASE("an id is written exactly, whatever it is made of", "[io][decision]") {
  const std::string id = R"(a"b\c,d;é)";
  const auto decided = make_decided(make_early_help_incident(id));

  CHECK(Json::parse(ndjson_of(decided))["id"] == id);
  CHECK(csv_of(decided).substr(0, 16) == R"("a""b\c,d;é",st)");
  CHECK(cells_of(csv_of(decided))[0] == id);
}

TEST_CASE("a line of CSV has a cell for each column, lists in semicolons", "[io][decision]") {
  std::string head;
  io::write_csv_header(head);
  const auto columns = cells_of(head);
  const Calendar without_terms{london(), make_holidays()};

  const auto cells = cells_of(csv_of(make_decided(ungraded_incident_with_child(), without_terms)));

  REQUIRE(columns.size() == cells.size());
  const auto cell = [&](const std::string& column) {
    return cells[static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin())];
  };
  CHECK(cell("id") == "i-7");
  CHECK(cell("grade") == "none");
  CHECK(cell("reasons") == "domestic-incident;ungraded;child-victim;school-notification;review-decision;first-contact");
  CHECK(cell("ask_next") == "officer_grade;strangulation");
  CHECK(cell("due") ==
        "daily_review=2026-01-06T09:00:00Z;obtain_grade=2026-01-06T10:00:00Z;review_decision=2026-01-07T09:00:00Z;"
        "contact_family=2026-01-07T10:00:00Z;child_support_offer=2026-01-07T10:00:00Z;notify_school=not_covered");
  CHECK(cell("issues").empty());
  CHECK(cell("policy") == "earlyhelp-default");
  CHECK(cell("version") == "1");
  CHECK(cell("in_force_from") == "2009-03-01");
}

TEST_CASE("CSV and JSON say the same", "[io][decision]") {
  std::string head;
  io::write_csv_header(head);
  const auto columns = cells_of(head);
  const auto decided = make_decided(ungraded_incident_with_child());
  const auto json = Json::parse(ndjson_of(decided));
  const auto cells = cells_of(csv_of(decided));

  for (std::size_t i = 0; i + 5 < columns.size(); ++i) {  // all in front of due
    CAPTURE(columns[i]);
    const auto& value = json.at(columns[i]);
    std::string expected;
    if (value.is_string()) expected = value;
    if (value.is_array()) {
      for (const auto& each : value) expected += (expected.empty() ? "" : ";") + each.get<std::string>();
    }
    CHECK(cells[i] == expected);
  }
}

TEST_CASE("the id of a policy is written exactly too", "[io][decision]") {
  auto book = default_policy_book();
  book.id = "north, \"trial\"";
  const auto decided = make_decided(make_early_help_incident(), make_calendar(), policy_of(book));

  CHECK(Json::parse(ndjson_of(decided))["policy"]["id"] == "north, \"trial\"");
  CHECK(cells_of(csv_of(decided))[13] == "north, \"trial\"");
}

TEST_CASE("a due time is written to the fraction of a second", "[io][decision]") {
  auto incident = make_early_help_incident();
  for (const auto at : {-1LL, 0LL, 999'999LL, 86'399'999'999LL, 86'400'000'000LL, 1'700'000'000'500'000LL,
                        4'102'444'800'000'000LL, -86'400'000'000LL}) {
    incident.attended_at = incident.reported_at;
    incident.attended_at->instant = Instant::of_microseconds(at);
    CHECK(Json::parse(ndjson_of(make_decided(incident)))["due"]["contact_family"] ==
          to_string(add_hours(Instant::of_microseconds(at), 48)));
  }
}

TEST_CASE("a writer that remembers writes the same, whatever came before", "[io][decision][properties]") {
  RandomIncidents random{9};
  std::vector<Decided> all = {make_decided(make_early_help_incident()), make_decided(make_two_pair_incident())};
  for (int i = 0; i < 300; ++i) all.push_back(make_decided(random.next()));
  for (int i = 0; i < 30; ++i) {
    auto graded = make_early_help_incident();
    graded.officer_grade = static_cast<RiskGrade>(i % 3);
    all.push_back(make_decided(graded));
  }

  auto raised = all.front();
  raised.decision.issues.insert(IncidentIssue::conflicting_roles);
  all.insert(all.begin() + 1, raised);

  io::DecisionWriter writer;
  for (int round = 0; round < 3; ++round) {
    for (std::size_t i = 0; i < all.size() * 4; ++i) {
      const auto& decided = all[i / 4 + i % 2 < all.size() ? i / 4 + i % 2 : 0];
      std::string written;
      writer.write(decided.id, decided.decision, decided.due, all.front().policy, written);
      CHECK(written == ndjson_of(decided));
    }
  }
}
