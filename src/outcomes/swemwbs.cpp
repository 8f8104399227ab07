#include <earlyhelp/outcomes/swemwbs.hpp>

#include "statistics/argument.hpp"

#include <cstddef>
#include <string>

namespace earlyhelp {
namespace {

constexpr int least_raw = 7;
constexpr std::array<double, 29> metrics = {7.00,  9.51,  11.25, 12.40, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36,
                                            16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73, 21.54, 22.35, 23.21,
                                            24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.70, 32.55, 35.00};
constexpr int most_raw = least_raw + static_cast<int>(metrics.size()) - 1;

}  // namespace

boost::optional<int> swemwbs_raw(const SwemwbsAnswers& answers) {
  constexpr int most_answer = 5;
  int sum = 0;
  bool is_complete = true;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    is_complete = is_complete && answers[i].has_value();
    if (!answers[i]) continue;
    require_argument(*answers[i] >= 1 && *answers[i] <= most_answer, ("item " + std::to_string(i + 1)).c_str(),
                     "1 to 5", *answers[i]);
    sum += *answers[i];
  }
  if (!is_complete) return {};
  return sum;
}

double swemwbs_metric(int raw) {
  require_argument(raw >= least_raw && raw <= most_raw, "raw", "7 to 35", raw);
  return metrics[static_cast<std::size_t>(raw - least_raw)];
}

}  // namespace earlyhelp
