#include <earlyhelp/io/period_page.hpp>

#include "per_cent.hpp"

#include <boost/optional/optional.hpp>

#include <cstdint>

namespace earlyhelp::io {
namespace {

std::string in_words(const boost::optional<Interval>& interval) {
  return interval ? per_cent(interval->lower) + " to " + per_cent(interval->upper) : std::string{"nobody"};
}

std::string number(std::int64_t of, const char* what) { return std::to_string(of) + ' ' + what; }

void write(const FeedbackChain& feedback, std::string& page) {
  page += "Feedback, of the families of the period\n";
  page += "    " + number(feedback.supported, "supported, ") + number(feedback.asked, "asked, ") +
          number(feedback.answered, "answered, ") + number(feedback.positive, "satisfied; ") +
          number(feedback.pending, "pending\n");
  const auto satisfied = share(feedback.satisfaction());
  page += "    satisfied of those who answered: " + (satisfied ? per_cent(*satisfied) : std::string{"nobody"}) + '\n';
  const auto bounds = feedback_bounds(feedback);
  page += "    bounds, if none or all of the silent were satisfied: of those asked " + in_words(bounds.of_asked) +
          ", of those supported " + in_words(bounds.of_supported) + '\n';
}

void write(const PeriodReach& reach, std::string& page) {
  page += "Spoken with in the period, whenever they came\n";
  page += "    " + number(reach.families, "families with ") + number(reach.children, "children, of these ") +
          number(reach.children_spoken_with, "spoken with themselves\n");
}

/// Open before the first week, with what opened in them, is closed in them and open after the last.
void write(const std::vector<WeekOfDemand>& weeks, std::string& page) {
  if (weeks.empty()) return;
  std::int64_t opened = 0;
  std::int64_t closed = 0;
  for (const auto& week : weeks) {
    opened += week.opened;
    closed += week.closed;
  }
  page += "Cases in the " + number(static_cast<std::int64_t>(weeks.size()), "whole weeks from ") +
          to_string(weeks.front().monday) + '\n';
  page += "    " + number(weeks.front().open_at_start, "open at the start, ") + number(opened, "opened, ") +
          number(closed, "closed, ") + number(weeks.back().open_at_end, "open at the end\n");
}

}  // namespace

std::string period_page(const PeriodNumbers& numbers) {
  std::string page;
  write(numbers.feedback, page);
  write(numbers.reach, page);
  write(numbers.weeks, page);
  page += "Cases at the cut-off\n    " + number(numbers.open.open, "open, ") +
          number(numbers.open.waiting, "of them with nobody who works with the family\n");
  return page;
}

}  // namespace earlyhelp::io
