#include "triage/margin.hpp"
#include "triage/words.hpp"

#include <earlyhelp/triage/triage.hpp>

#include <range/v3/algorithm/stable_sort.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace earlyhelp {
namespace {

/// A threshold that a count has not reached, and the facts when it just does.
struct Step {
  Signal signal;
  std::int64_t more;
  Facts facts;
};

/// The thresholds of one count, from the lowest.
using Steps = std::vector<Step>;

Steps in_order(Steps steps) {
  ranges::stable_sort(steps, {}, &Step::more);
  return steps;
}

Steps yes_answers(const Facts& facts, const Thresholds& numbers) {
  if (!facts.checklist.instrument) return {};
  const auto threshold = numbers.visible_high_risk[static_cast<std::size_t>(*facts.checklist.instrument)];
  if (!threshold || facts.checklist.yes_count >= *threshold) return {};
  const auto more = std::int64_t{*threshold} - facts.checklist.yes_count;
  auto raised = facts;
  raised.checklist.yes_count = *threshold;
  raised.checklist.unanswered_count =
      static_cast<int>(std::max<std::int64_t>(0, raised.checklist.unanswered_count - more));
  return {{.signal = Signal::checklist_at_threshold, .more = more, .facts = raised}};
}

Steps incidents(const Facts& facts, const Thresholds& numbers) {
  constexpr int repeated = 2;
  const std::array thresholds{std::pair{Signal::repeated_event, repeated},
                              std::pair{Signal::events_at_escalation, numbers.escalation_events},
                              std::pair{Signal::events_at_cumulative, numbers.cumulative_child_events}};
  Steps steps;
  for (const auto& [signal, threshold] : thresholds) {
    if (facts.history.events_in_window >= threshold) continue;
    auto raised = facts;
    raised.history.events_in_window = threshold;
    steps.push_back(
        {.signal = signal, .more = std::int64_t{threshold} - facts.history.events_in_window, .facts = raised});
  }
  return in_order(std::move(steps));
}

Steps victims(const Facts& facts, const Thresholds& numbers) {
  const auto threshold = numbers.serial_victims - 1;
  if (facts.history.suspect_other_victims >= threshold) return {};
  auto raised = facts;
  raised.history.suspect_other_victims = threshold;
  return {{.signal = Signal::victims_at_serial,
           .more = std::int64_t{threshold} - facts.history.suspect_other_victims,
           .facts = raised}};
}

bool is_same_decision(const Outcome& a, const Outcome& b) {
  return a.grade == b.grade && a.route == b.route && a.duties == b.duties;
}

/// Adds the steps that change what is decided, and not only what a nearer one changed.
void add_margins(const Steps& steps, const Outcome& known, const Policy& policy, std::vector<Margin>& margins) {
  auto nearer = known;
  for (const auto& step : steps) {
    const auto raised = triage(step.facts, policy).known;
    if (is_same_decision(raised, std::exchange(nearer, raised))) continue;
    const auto new_duties = raised.duties - known.duties;
    if (raised.grade == known.grade && raised.route == known.route && new_duties.empty()) continue;
    margins.push_back({.signal = step.signal,
                       .more = step.more,
                       .grade = raised.grade,
                       .route = raised.route,
                       .new_duties = new_duties,
                       .sentence = {}});
  }
}

std::string_view more_of(const Margin& margin) {
  const bool is_one = margin.more == 1;
  if (margin.signal == Signal::checklist_at_threshold) return is_one ? "more yes answer" : "more yes answers";
  if (margin.signal == Signal::victims_at_serial)
    return is_one ? "more unconnected victim" : "more unconnected victims";
  return is_one ? "more incident in the window" : "more incidents in the window";
}

/// A sentence does not begin with a digit, as long as the word is short.
std::string number_at_start(std::int64_t number) {
  constexpr std::array words{"One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"};
  const auto last = static_cast<std::int64_t>(words.size());
  return number <= last ? words[static_cast<std::size_t>(number - 1)] : std::to_string(number);
}

}  // namespace

std::string english_margin(const Margin& margin, const Outcome& known) {
  std::vector<std::string> changes;
  if (margin.grade != known.grade) changes.push_back("make the grade " + plain(to_string(margin.grade)));
  if (margin.route != known.route) changes.push_back("make the route " + plain(to_string(margin.route)));
  std::vector<std::string> duties;
  for (const auto duty : margin.new_duties) duties.push_back(plain(to_string(duty)));
  if (!duties.empty()) changes.push_back((duties.size() == 1 ? "open the duty " : "open the duties ") + listed(duties));
  return number_at_start(margin.more) + " " + std::string{more_of(margin)} + " would " + listed(changes) + ".";
}

std::vector<Margin> margins_of(const Decision& decision, const Facts& facts, const Policy& policy,
                               const Wording& wording) {
  std::vector<Margin> margins;
  const auto& numbers = policy.thresholds();
  for (const auto& steps : {yes_answers(facts, numbers), incidents(facts, numbers), victims(facts, numbers)}) {
    add_margins(steps, decision.known, policy, margins);
  }
  ranges::stable_sort(margins, {}, &Margin::more);
  for (auto& margin : margins) margin.sentence = wording.margin(margin, decision.known);
  return margins;
}

}  // namespace earlyhelp
