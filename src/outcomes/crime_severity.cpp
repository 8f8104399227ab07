#include <earlyhelp/outcomes/crime_severity.hpp>

#include "statistics/argument.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

namespace earlyhelp {
namespace {

// Together below the greatest sum that is kept: 10^7 offences of 10^11 millionths.
constexpr std::int64_t most_millionths = 100'000'000'000;
constexpr std::int64_t most_offences = 10'000'000;

bool is_before(const OffenceWeight& weight, const OffenceWeight& other) {
  return weight.code.view() < other.code.view();
}

}  // namespace

OffenceWeights::OffenceWeights(Text<31> name, std::vector<OffenceWeight> weights, Source source)
    : name_{name}, weights_{std::move(weights)}, source_{source} {
  if (name_.empty()) throw std::invalid_argument{"weights: needs a name"};
  std::sort(weights_.begin(), weights_.end(), is_before);
  const auto require = [this](bool is_good, const OffenceWeight& weight, const char* expected) {
    if (is_good) return;
    throw std::invalid_argument{"weights " + std::string{name_.view()} + ": code " + std::string{weight.code.view()} +
                                ": needs " + expected};
  };
  for (auto weight = weights_.begin(); weight != weights_.end(); ++weight) {
    require(!weight->code.empty(), *weight, "to be named");
    require(weight->millionths >= 0 && weight->millionths <= most_millionths, *weight, "0 to 100,000 days");
    require(weight == weights_.begin() || is_before(*std::prev(weight), *weight), *weight, "one weight");
  }
}

boost::optional<std::int64_t> OffenceWeights::weight(const Text<7>& code) const noexcept {
  const auto found = std::lower_bound(weights_.begin(), weights_.end(), OffenceWeight{code, 0}, is_before);
  if (found == weights_.end() || !(found->code == code)) return {};
  return found->millionths;
}

CrimeSeverity crime_severity(std::span<const OffenceCount> offences, const OffenceWeights& weights) {
  CrimeSeverity severity{.weights = weights.name(), .millionths = {}, .without_weight = {}};
  std::int64_t sum = 0;
  std::int64_t counted = 0;
  for (const auto& offence : offences) {
    const auto what = "count of " + std::string{offence.code.view()};
    require_argument(offence.count >= 0 && offence.count <= most_offences - counted, what.c_str(),
                     "0 or more, and 10^7 offences in all at most", static_cast<double>(offence.count));
    counted += offence.count;
    const auto weight = weights.weight(offence.code);
    if (weight) {
      sum += *weight * offence.count;
    } else {
      severity.without_weight.push_back(offence.code);
    }
  }
  auto& without = severity.without_weight;
  std::sort(without.begin(), without.end(), [](const auto& a, const auto& b) { return a.view() < b.view(); });
  without.erase(std::unique(without.begin(), without.end()), without.end());
  if (without.empty()) severity.millionths = sum;
  return severity;
}

}  // namespace earlyhelp
