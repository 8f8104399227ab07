#include <earlyhelp/id.hpp>
#include <earlyhelp/outcomes/danger_assessment.hpp>
#include <earlyhelp/outcomes/scored_instrument.hpp>
#include <earlyhelp/outcomes/sdq.hpp>
#include <earlyhelp/outcomes/swemwbs.hpp>

#include "support/print.hpp"

#include <catch2/catch.hpp>

#include <limits>
#include <set>
#include <string>
#include <utility>

using namespace earlyhelp;

namespace {

ScoredInstrument instrument(const char* id, std::uint16_t version = 1) {
  return scored_instrument(id, version).value();
}

std::string fault(double score, const ScoredInstrument& instrument) {
  const auto issue = score_fault(score, instrument).value_or(Issue{.where = "", .what = "none"});
  return issue.what;
}

}  // namespace

TEST_CASE("every known instrument has an id of its own, a range in order and a source", "[outcomes]") {
  std::set<std::pair<std::string, int>> seen;
  auto last = std::pair<std::string, int>{};
  for (const auto& known : scored_instruments()) {
    CAPTURE(std::string{known.id.view()});
    CHECK(is_reference(known.id.view()));
    const std::pair<std::string, int> key{known.id.view(), known.version};
    CHECK(seen.insert(key).second);
    CHECK(last < key);
    last = key;
    CHECK_FALSE(known.score.empty());
    CHECK_FALSE(known.source.title.empty());
    CHECK(known.lowest.value_or(-1e9) < known.highest.value_or(1e9));
    CHECK((scored_instrument(known.id.view(), known.version) == known));
    CHECK((known.scored_by == ScoredBy::library || !known.source.section.empty()));
  }
  CHECK(seen.size() == 14 + 3 * 9);
}

TEST_CASE("licensed instruments hold a score that was made elsewhere", "[outcomes]") {
  for (const auto* id : {"danger_assessment", "outcomes_star", "rcads"}) {
    CAPTURE(id);
    CHECK(instrument(id).scored_by == ScoredBy::elsewhere);
    CHECK_FALSE(instrument(id).highest.has_value());
  }
  for (const auto* id : {"ace", "gas", "gbo", "lap", "odara", "school_absence", "sdq_self_impact", "swemwbs"}) {
    CAPTURE(id);
    CHECK(instrument(id).scored_by == ScoredBy::library);
  }
  CHECK(instrument("ons_severity", 2021).scored_by == ScoredBy::library);
}

TEST_CASE("an instrument is known by its id and its version", "[outcomes]") {
  CHECK(instrument("da5", 2009).score.view() == "of five factors, with beaten in pregnancy");
  CHECK(instrument("da5", 2017).score.view() == "of five factors, with strangulation");
  CHECK_FALSE(scored_instrument("da5", 1).has_value());
  CHECK_FALSE(scored_instrument("odara", 2).has_value());
  CHECK_FALSE(scored_instrument("", 1).has_value());
  CHECK_FALSE(scored_instrument("ODARA", 1).has_value());
}

TEST_CASE("each SDQ scale of each informant is an instrument of its own", "[outcomes]") {
  for (const auto informant : values_of<SdqInformant>) {
    for (const auto scale : values_of<SdqScale>) {
      const auto id = "sdq_" + std::string{to_string(informant)} + "_" + std::string{to_string(scale)};
      CAPTURE(id);
      const auto known = instrument(id.c_str());
      CHECK(known.highest == static_cast<double>(sdq_most(scale)));
      CHECK(known.improvement == (scale == SdqScale::prosocial ? Improvement::increase : Improvement::decrease));
    }
  }
  CHECK(instrument("sdq_parent_impact").highest == 10.0);
  CHECK(instrument("sdq_teacher_impact").highest == 6.0);
}

TEST_CASE("a score at the ends of its range is one, and none beyond them", "[outcomes]") {
  CHECK(fault(0, instrument("odara")) == "none");
  CHECK(fault(13, instrument("odara")) == "none");
  CHECK(fault(-1, instrument("odara")) == "has to be at least 0, not -1");
  CHECK(fault(14, instrument("odara")) == "has to be at most 13, not 14");
  CHECK(fault(2.5, instrument("odara")) == "has to be a whole number, not 2.5");
  CHECK(score_fault(14, instrument("odara")).value().where == "score of odara 1");
  CHECK(fault(2.5, instrument("gbo")) == "none");
  CHECK(fault(1e12, instrument("ons_severity", 2021)) == "none");
  CHECK(fault(-0.001, instrument("ons_severity", 2021)) != "none");
  CHECK(fault(-3, instrument("danger_assessment", 2)) == "none");
  CHECK(fault(-3.5, instrument("danger_assessment", 2)) != "none");
  for (const auto score : {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    CHECK(fault(score, instrument("ons_severity", 2021)) != "none");
    CHECK(fault(score, instrument("rcads")) != "none");
  }
}

TEST_CASE("the ranges of known instruments end where their scoring does", "[outcomes]") {
  const auto check_range = [](const ScoredInstrument& known, double lowest, double highest) {
    CAPTURE(std::string{known.id.view()});
    CHECK(known.lowest.value() == lowest);
    CHECK(known.highest.value() == highest);
  };
  check_range(instrument("ace"), 0, 10);
  check_range(instrument("da5", 2009), 0, 5);
  check_range(instrument("da5", 2017), 0, 5);
  check_range(instrument("gbo"), 0, 10);
  check_range(instrument("lap"), 0, 1);
  check_range(instrument("odara"), 0, 13);
  check_range(instrument("school_absence"), 0, 100);
  check_range(instrument("swemwbs"), 7, 35);
}

TEST_CASE("every metric wellbeing score is one of its instrument", "[outcomes]") {
  for (int raw = 7; raw <= 35; ++raw) CHECK(fault(swemwbs_metric(raw), instrument("swemwbs")) == "none");
  CHECK(fault(6.99, instrument("swemwbs")) != "none");
  CHECK(fault(35.01, instrument("swemwbs")) != "none");
}
