#include <earlyhelp/outcomes/scored_instrument.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace earlyhelp {
namespace {

/// `number` in as few digits as say it.
std::string digits_of(double number) {
  std::array<char, 32> digits{};
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
  return {digits.data(), end};
}

}  // namespace

boost::optional<ScoredInstrument> scored_instrument(std::string_view id, std::uint16_t version) {
  const auto all = scored_instruments();
  const auto found = std::find_if(all.begin(), all.end(), [&](const ScoredInstrument& instrument) {
    return instrument.id.view() == id && instrument.version == version;
  });
  if (found == all.end()) return {};
  return *found;
}

boost::optional<Issue> score_fault(double score, const ScoredInstrument& instrument) {
  const auto fault = [&](const std::string& expected) {
    return Issue{.where = "score of " + std::string{instrument.id.view()} + " " + std::to_string(instrument.version),
                 .what = "has to be " + expected + ", not " + digits_of(score)};
  };
  if (!std::isfinite(score)) return fault("a finite number");
  if (instrument.lowest && score < *instrument.lowest) return fault("at least " + digits_of(*instrument.lowest));
  if (instrument.highest && score > *instrument.highest) return fault("at most " + digits_of(*instrument.highest));
  if (instrument.is_whole && score != std::trunc(score)) return fault("a whole number");
  return {};
}

}  // namespace earlyhelp
