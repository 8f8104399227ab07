#include <earlyhelp/outcomes/score_bands.hpp>

#include "statistics/argument.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>
#include <utility>

namespace earlyhelp {
namespace {

void require_band(bool is_good, const ScoreBand& band, const char* expected) {
  if (!is_good) throw std::invalid_argument{"band " + std::string{band.name.view()} + ": needs " + expected};
}

}  // namespace

ScoreBands::ScoreBands(std::vector<ScoreBand> bands, Source source) : bands_{std::move(bands)}, source_{source} {
  if (bands_.empty()) throw std::invalid_argument{"bands: needs at least one"};
  for (auto band = bands_.begin(); band != bands_.end(); ++band) {
    const auto is_first = band == bands_.begin();
    const auto is_open = is_first && band->from == -std::numeric_limits<double>::infinity();
    const auto has_name = [&](const ScoreBand& other) { return other.name == band->name; };
    require_band(!band->name.empty(), *band, "a name");
    require_band(std::none_of(bands_.begin(), band, has_name), *band, "a name of its own");
    require_band(is_open || std::isfinite(band->from), *band, "a finite beginning");
    require_band(is_first || std::prev(band)->from < band->from, *band, "to begin above the band before");
  }
}

boost::optional<Text<31>> ScoreBands::name(double score) const {
  require_argument(std::isfinite(score), "score", "a finite number", score);
  const auto next = std::upper_bound(bands_.begin(), bands_.end(), score,
                                     [](double value, const ScoreBand& band) { return value < band.from; });
  if (next == bands_.begin()) return {};
  return std::prev(next)->name;
}

}  // namespace earlyhelp
