#include <earlyhelp/incident/incident_fault.hpp>
#include <earlyhelp/io/generate.hpp>
#include <earlyhelp/io/incident_writer.hpp>

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace earlyhelp;
using namespace earlyhelp::io;

namespace {

std::vector<Incident> make_feed(std::uint64_t incidents, std::uint64_t seed) {
  std::vector<Incident> feed;
  generate({.incidents = incidents, .seed = seed}, [&](const Incident& incident) { feed.push_back(incident); });
  return feed;
}

std::string text_of(const std::vector<Incident>& feed) {
  std::string text;
  for (const auto& incident : feed) write(incident, text);
  return text;
}

/// The two people of an incident, whichever role each had.
std::set<std::string> people_of(const Incident& incident) {
  return {incident.victims.front().id.value(), incident.suspects.front().id.value()};
}

/// Four standard errors of a share p of n.
double tolerance(double p, std::size_t n) { return 4 * std::sqrt(p * (1 - p) / static_cast<double>(n)); }

}  // namespace

TEST_CASE("a made-up feed is the same for the same seed, and another for another", "[io][generate]") {
  CHECK(text_of(make_feed(200, 7)) == text_of(make_feed(200, 7)));
  CHECK(text_of(make_feed(200, 7)) != text_of(make_feed(200, 8)));
  CHECK(make_feed(0, 7).empty());
  CHECK(make_feed(1, 7).size() == 1);
}

TEST_CASE("made-up incidents are valid, each with an id of its own, in the order of recording", "[io][generate]") {
  const auto feed = make_feed(5000, 3);

  REQUIRE(feed.size() == 5000);
  std::set<std::string> ids;
  for (const auto& incident : feed) {
    CHECK(faults(incident).empty());
    ids.insert(incident.id.value());
  }
  CHECK(ids.size() == feed.size());
  CHECK(std::is_sorted(feed.begin(), feed.end(), [](const Incident& a, const Incident& b) {
    return a.recorded_at.instant < b.recorded_at.instant;
  }));
}

TEST_CASE("about 40 incidents are recorded a day, as in Northamptonshire in 2022", "[io][generate]") {
  const auto feed = make_feed(14'400, 1);
  std::map<Date, int> counts;
  for (const auto& incident : feed) ++counts[incident.recorded_at.day];

  const auto days = static_cast<double>((feed.back().recorded_at.day - feed.front().recorded_at.day).days() + 1);
  const double mean = static_cast<double>(feed.size()) / days;
  CHECK(mean == Approx(40).margin(4 * std::sqrt(40 / days)));
  double variance = 0;
  for (const auto& [day, count] : counts) variance += (count - mean) * (count - mean) / days;
  CHECK(variance == Approx(40).margin(4 * 40 * std::sqrt(2 / days)));  // independent recordings: as large as the mean
}

TEST_CASE("families come back as often as the concentration of reports suggests", "[io][generate]") {
  std::map<std::set<std::string>, int> incidents;
  for (const auto& incident : make_feed(14'400, 2)) ++incidents[people_of(incident)];

  const auto share = [&](int least, int most) {
    const auto in = std::count_if(incidents.begin(), incidents.end(),
                                  [&](const auto& pair) { return pair.second >= least && pair.second <= most; });
    return static_cast<double>(in) / static_cast<double>(incidents.size());
  };
  CHECK(share(1, 1) == Approx(0.75).margin(tolerance(0.75, incidents.size())));
  CHECK(share(2, 2) == Approx(0.15).margin(tolerance(0.15, incidents.size())));
  CHECK(share(3, 5) == Approx(0.07).margin(tolerance(0.07, incidents.size())));
  CHECK(share(6, 12) == Approx(0.03).margin(tolerance(0.03, incidents.size())));
}

TEST_CASE("37 % of families have children, 1.86 each", "[io][generate]") {
  std::map<std::set<std::string>, std::size_t> children;
  for (const auto& incident : make_feed(14'400, 4)) children[people_of(incident)] = incident.family.children.size();

  std::size_t with_children = 0;
  std::size_t all = 0;
  for (const auto& [family, number] : children) {
    with_children += number > 0 ? 1 : 0;
    all += number;
  }
  const auto families = children.size();
  CHECK(static_cast<double>(with_children) / static_cast<double>(families) ==
        Approx(0.37).margin(tolerance(0.37, families)));
  CHECK(static_cast<double>(all) / static_cast<double>(with_children) == Approx(1.86).margin(0.06));
}

TEST_CASE("every number that a made-up feed rests on says whether it is published", "[io][generate]") {
  for (const auto& assumption : generator_assumptions()) {
    CAPTURE(assumption.what);
    CHECK(assumption.per_thousand > 0);
    CHECK(assumption.per_thousand <= 1000);
    CHECK(!assumption.source.title.empty());
    CHECK(!assumption.source.section.empty());
  }
}
