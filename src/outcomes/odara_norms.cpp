#include <earlyhelp/outcomes/odara_norms.hpp>

#include <earlyhelp/outcomes/odara.hpp>

#include "statistics/argument.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>

namespace earlyhelp {
namespace {

constexpr int all = 1000;
constexpr auto most_score = static_cast<int>(count_of<OdaraItem>);

bool is_share(int per_thousand) { return per_thousand >= 0 && per_thousand <= all; }

/// Requires: norms without fault, 0 <= `score` <= most_score.
std::vector<OdaraBand>::const_iterator band_of(int score, const std::vector<OdaraBand>& bands) {
  const auto next = std::upper_bound(bands.begin(), bands.end(), score,
                                     [](int value, const OdaraBand& band) { return value < band.from; });
  return std::prev(next);
}

ScoreRange scores_of(std::vector<OdaraBand>::const_iterator band, const std::vector<OdaraBand>& bands) {
  const auto next = std::next(band);
  return {.least = band->from, .most = next == bands.end() ? most_score : next->from - 1};
}

}  // namespace

OdaraNorms odara_norms_2004() {
  return {.name = "2004",
          .bands = {{.from = 0, .reassaulted = 50, .in_band = 110, .below = 0, .above = 890},
                    {.from = 1, .reassaulted = 100, .in_band = 160, .below = 110, .above = 730},
                    {.from = 2, .reassaulted = 200, .in_band = 210, .below = 270, .above = 520},
                    {.from = 3, .reassaulted = 270, .in_band = 190, .below = 480, .above = 330},
                    {.from = 4, .reassaulted = 410, .in_band = 130, .below = 670, .above = 200},
                    {.from = 5, .reassaulted = 590, .in_band = 130, .below = 800, .above = 70},
                    {.from = 7, .reassaulted = 700, .in_band = 70, .below = 930, .above = 0}},
          .source = {.title = "No To Violence, Interpreting ODARA risk scores", .section = "table of 2004 norms"}};
}

std::vector<Issue> check(const OdaraNorms& norms) {
  std::vector<Issue> issues;
  const auto name = "norms " + std::string{norms.name.view()};
  if (norms.name.empty()) issues.push_back({.where = name, .what = "without a name"});
  if (norms.bands.empty() || norms.bands.front().from != 0) {
    issues.push_back({.where = name, .what = "the first band has to begin at 0"});
  }
  std::int64_t below = 0;
  std::int64_t least = 0;
  for (const auto& band : norms.bands) {
    const auto where = name + ": band from " + std::to_string(band.from);
    const auto find_fault = [&](bool is_fault, const char* what) {
      if (is_fault) issues.push_back({.where = where, .what = what});
    };
    find_fault(band.from < least || band.from > most_score, "has to begin above the one before, and at most at 13");
    find_fault(!is_share(band.reassaulted) || !is_share(band.in_band) || !is_share(band.below) || !is_share(band.above),
               "a share per thousand has to be 0 to 1000");
    find_fault(std::int64_t{band.below} + band.in_band + band.above != all,
               "below, in and above the band have to make 1000");
    find_fault(band.below != below, "the share below has to be that of the bands before");
    below += band.in_band;
    least = std::int64_t{band.from} + 1;
  }
  if (below != all) {
    issues.push_back(
        {.where = name, .what = "the shares in all bands have to make 1000, not " + std::to_string(below)});
  }
  return issues;
}

OdaraReading odara_reading(const ScoreRange& score, const OdaraNorms& norms, NormFit fit) {
  const auto issues = check(norms);
  if (!issues.empty()) throw std::invalid_argument{issues.front().where + ": " + issues.front().what};
  require_argument(score.least >= 0 && score.most <= most_score, "score", "0 to 13",
                   score.least < 0 ? score.least : score.most);
  require_argument(score.least <= score.most, "score", "least no more than most", score.least);
  const auto lowest = band_of(score.least, norms.bands);
  OdaraReading reading{.norms = norms.name,
                       .lowest_band = scores_of(lowest, norms.bands),
                       .highest_band = scores_of(band_of(score.most, norms.bands), norms.bands),
                       .reassaulted = {}};
  if (score.is_exact() && fit == NormFit::like_the_norms) reading.reassaulted = lowest->reassaulted;
  return reading;
}

}  // namespace earlyhelp
