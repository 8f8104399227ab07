#include <earlyhelp/indicators/feedback_chain.hpp>

#include <stdexcept>

namespace earlyhelp {
namespace {

boost::optional<Interval> bounds(std::int64_t positive, std::int64_t silent, std::int64_t all) {
  if (all == 0) return {};
  return Interval{.lower = share({.count = positive, .total = all}).value(),
                  .upper = share({.count = positive + silent, .total = all}).value()};
}

}  // namespace

FeedbackBounds feedback_bounds(const FeedbackChain& chain) {
  if (chain.positive < 0 || chain.positive > chain.answered || chain.answered > chain.asked ||
      chain.asked > chain.supported) {
    throw std::invalid_argument{"FeedbackChain: needs 0 <= positive <= answered <= asked <= supported"};
  }
  return {.of_asked = bounds(chain.positive, chain.asked - chain.answered, chain.asked),
          .of_supported = bounds(chain.positive, chain.supported - chain.answered, chain.supported)};
}

}  // namespace earlyhelp
