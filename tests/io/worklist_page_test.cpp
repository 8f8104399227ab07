#include <earlyhelp/io/worklist_page.hpp>

#include "support/make_worklist.hpp"
#include "support/print.hpp"
#include "support/random_case.hpp"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <string>

using namespace earlyhelp;
using namespace earlyhelp::test;
using Catch::Contains;
using Json = nlohmann::json;

namespace {

const std::vector<IncidentForReview>& incidents() {
  static const std::vector<IncidentForReview> all{make_for_review("i-1", 0),
                                                  make_for_review("i-2", 12, [](Incident& incident) {
                                                    incident.officer_grade = boost::none;
                                                    incident.findings.set(Finding::weapon, Answer::unknown);
                                                  })};
  return all;
}

/// Tuesday 3 June 2025, 01:00 in London: contact is due at 23:00.
Worklist make_list() {
  auto log = make_case(CaseStatus::allocated);
  log.add(7, ChannelConfirmed{.person = suspect, .channel = ChannelId{"his"}, .safety = ChannelSafety::safe});
  return list_at(after_report(26), {log.file}, incidents(), after_report(10));
}

std::string page_of(const Worklist& list, const io::WorklistRows& rows = {}) {
  return io::worklist_page(list, rows, london());
}
Json json_of(const Worklist& list, const io::WorklistRows& rows = {}) {
  std::string out;
  io::write_json(list, rows, out);
  CHECK(out.back() == '\n');
  CHECK(std::count(out.begin(), out.end(), '\n') == 1);
  return Json::parse(out);
}

}  // namespace

TEST_CASE("the page of a day begins with its counts, and says what was rejected", "[io][report]") {
  const auto page = page_of(
      make_list(), {.incidents = 2, .incidents_rejected = 3, .incidents_not_yet_recorded = 1, .case_rows_rejected = 4});
  CHECK_THAT(page, Catch::StartsWith("Worklist, Tue 2025-06-03 01:00\n\n"));
  CHECK_THAT(page,
             Contains("\n       2  incidents for the daily review: 1 since Mon 2025-06-02 09:00, 1 late, 0 already "
                      "reviewed; 2 are provisional\n"));
  CHECK_THAT(page, Contains("\n       1  due today\n"));
  CHECK_THAT(page, Contains("\n       2  incidents decided; NOT DECIDED: 3 rows rejected, 1 not yet recorded\n"));
  CHECK_THAT(page, Contains("\n       4  rows of cases rejected\n"));
}

TEST_CASE("the page of a day names every item with its times in London", "[io][report]") {
  const auto page = page_of(make_list());
  CHECK_THAT(page,
             Contains("DUE TODAY\n\n  Tue 2025-06-03 23:00         contact_family, case case-1, incident i-1, with "
                      "other-worker, worker\n"));
  CHECK_THAT(page, Contains("NO SAFE CHANNEL: to be contacted, and no channel is confirmed as safe\n\n  case case-1, "
                            "victim\n"));
  CHECK_THAT(page, Contains(", PROVISIONAL, recorded Mon 2025-06-02 11:00\n"));
  CHECK_THAT(page, Contains("      ask    officer_grade, checklist\n"));
  CHECK_THAT(page, Contains("      worst  high_risk_panel, high if every unknown were a yes, and "));
  CHECK_THAT(page, Contains(", LATE, recorded Sun 2025-06-01 23:00\n"));
  CHECK_THAT(page, Contains("      cases  none was opened\n"));
  CHECK_THAT(page, Contains("PRACTITIONER worker\n\n  case case-1, contact is led by early_help_team\n"));
  CHECK_THAT(page, Contains("    victim (victim): NO SAFE CHANNEL is known: no contact is suggested\n"));
}

TEST_CASE("a day on which there is nothing says so in every section", "[io][report]") {
  const auto page = page_of(list_at(after_report(0), {}));
  std::size_t sections = 0;
  for (auto at = page.find("\n\n  none\n"); at != std::string::npos; at = page.find("\n\n  none\n", at + 1)) ++sections;
  CHECK(sections == 10);
}

TEST_CASE("a time that the clock shows twice says which of the two it is", "[io][report]") {
  const auto at = [](const char* now) {
    return io::practitioner_page({.worker = worker, .cases = {}}, {}, london(), make_instant(now));
  };
  CHECK_THAT(at("2025-10-26T00:30:00Z"), Catch::StartsWith("List of worker, Sun 2025-10-26 01:30 +01:00\n"));
  CHECK_THAT(at("2025-10-26T01:30:00Z"), Catch::StartsWith("List of worker, Sun 2025-10-26 01:30 +00:00\n"));
  CHECK_THAT(at("2025-10-26T02:30:00Z"), Catch::StartsWith("List of worker, Sun 2025-10-26 02:30\n"));
}

TEST_CASE("a practitioner's page has their list alone, and of the perpetrator's worker nothing of the victim",
          "[io][report]") {
  auto log = make_case(CaseStatus::allocated);
  const auto own = [](const PersonId& person, const char* id) {
    return ChannelConfirmed{.person = person, .channel = ChannelId{id}, .safety = ChannelSafety::safe};
  };
  log.add(7, own(victim, "hers"));
  log.add(7, own(suspect, "his"));
  const auto now = after_report(14);
  const auto pages = [&] {
    std::string text;
    for (const auto& list : list_at(now, {log.file}).practitioners) {
      text += io::practitioner_page(list, {}, london(), now);
      io::write_json(list, {}, now, text);
      if (list.worker == other_worker) break;
    }
    return text;
  };
  CHECK_THAT(pages(), Contains("    suspect (perpetrator): DO NOT CONTACT\n"));
  log.add(13, ContactMade{.person = victim, .mode = ContactMode::phone, .channel = ChannelId{"hers"}});
  const auto text = pages();
  CHECK_THAT(text, Contains("    suspect (perpetrator): may be contacted now: his by phone"));
  CHECK_THAT(text, !Contains("hers"));
  CHECK_THAT(text, !Contains("i-1"));
  CHECK_THAT(text, !Contains("contact_family"));
}

TEST_CASE("the JSON of a day has the same counts and items as the list", "[io][report]") {
  RandomCase random{31};
  for (int i = 0; i < 40; ++i) {
    std::vector<CaseFile> cases;
    for (int j = 0; j < 5; ++j) {
      cases.push_back(random.next(20));
      cases.back().id = CaseId{"case-" + std::to_string(j)};
    }
    const auto now = RandomCase::at(random.below(100));
    const auto list = list_at(now, cases, incidents(), add_hours(now, -24));
    const auto json = json_of(list);
    const auto check = [&](const char* name, std::size_t size) {
      CAPTURE(name);
      CHECK(json["counts"][name] == size);
      CHECK(json[name].size() == size);
    };
    check("daily_review", list.daily_review.size());
    check("overdue", list.overdue.size());
    check("due_today", list.due_today.size());
    check("later", list.later.size());
    check("not_covered", list.not_covered.size());
    check("waiting", list.waiting.size());
    check("no_safe_channel", list.no_safe_channel.size());
    check("incomplete", list.incomplete.size());
    check("violations", list.violations.size());
    check("retention", list.retention.size());
    CHECK(json["practitioners"].size() == list.practitioners.size());
  }
}

TEST_CASE("the JSON of an item says what the list says", "[io][report]") {
  const auto json = json_of(make_list(), {.incidents = 2, .case_rows_rejected = 4});
  CHECK(json["now"] == "2025-06-03T00:00:00Z");
  CHECK(json["last_review"] == "2025-06-02T08:00:00Z");
  CHECK(json["rows"] == Json::parse(R"({"incidents":2,"incidents_rejected":0,"incidents_not_yet_recorded":0,)"
                                    R"("case_rows_rejected":4})"));
  CHECK(json["due_today"][0] ==
        Json::parse(R"({"case":"case-1","duty":"contact_family","incident":"i-1","opened_at":"2025-06-01T22:00:00Z",)"
                    R"("due":"2025-06-03T22:00:00Z","case_closed":false,"allocated":["other-worker","worker"]})"));
  CHECK(json["no_safe_channel"][0] == Json::parse(R"({"case":"case-1","person":"victim"})"));
  const auto& review = json["daily_review"][0];
  CHECK(review["id"] == "i-2");
  CHECK(review["provisional"] == "y");
  CHECK(review["route_if_unknowns_yes"] == "high_risk_panel");
  CHECK(review["ask_next"] == Json::parse(R"(["officer_grade","checklist"])"));
  CHECK(review["due"]["daily_review"] == "2025-06-03T08:00:00Z");
  const auto& practitioner = json["practitioners"][1];
  CHECK(practitioner["practitioner"] == "worker");
  CHECK(practitioner["cases"][0]["seen_as"] == "victim_worker");
  CHECK(practitioner["cases"][0]["people"][1] ==
        Json::parse(R"({"person":"victim","role":"victim","outlook":"no_safe_channel","ways":[],"vetoes":[]})"));
}

TEST_CASE("what years have gathered does not bury the day, and the page says how much it leaves to the JSON",
          "[io][report]") {
  std::vector<CaseFile> cases(51, make_case(CaseStatus::closed).file);
  for (std::size_t i = 0; i < cases.size(); ++i) cases[i].id = CaseId{"case-" + std::to_string(100 + i)};
  const auto list = list_at(make_instant("2035-01-01T00:00:00Z"), cases);
  REQUIRE(list.retention.size() == 51);
  const auto page = page_of(list);
  CHECK_THAT(page, Contains("  2031-06-02  case case-149, last event 2025-06-02, kept for 6 years\n  and 1 more; the "
                            "JSON has them all\n"));
  CHECK(json_of(list)["retention"].size() == 51);
}

TEST_CASE("a practitioner's page warns when rows of cases could not be read", "[io][report]") {
  const auto page = [](std::uint64_t rejected) {
    return io::practitioner_page({.worker = worker, .cases = {}}, {.case_rows_rejected = rejected}, london(),
                                 after_report(0));
  };
  CHECK_THAT(page(0), !Contains("WARNING"));
  CHECK_THAT(page(2), Contains("WARNING: 2 rows of cases could not be read"));
}
