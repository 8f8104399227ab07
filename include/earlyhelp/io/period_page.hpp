#pragma once

#include <earlyhelp/indicators/demand.hpp>
#include <earlyhelp/indicators/feedback_chain.hpp>
#include <earlyhelp/indicators/reach.hpp>

#include <string>
#include <vector>

namespace earlyhelp::io {

/// What stands in no single figure of a period.
struct PeriodNumbers {
  FeedbackChain feedback;
  PeriodReach reach;
  std::vector<WeekOfDemand> weeks = {};  ///< one after the other
  OpenCases open = {};
};

/// Feedback with what the silent ones could make of it, whom the team spoke with, and what came, went and stayed: a few
/// lines to read, in distinct families and children.
///
/// Throws: as feedback_bounds.
std::string period_page(const PeriodNumbers& numbers);

}  // namespace earlyhelp::io
