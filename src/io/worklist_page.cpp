#include <earlyhelp/io/worklist_page.hpp>

#include "case_words.hpp"
#include "local_time.hpp"
#include "page_list.hpp"

#include <algorithm>
#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

constexpr std::size_t count_width = 8;

/// What years have gathered does not bury the day.
constexpr std::size_t shown_of_the_past = 50;

template <class Enum>
std::string names_of(EnumSet<Enum> values) {
  return joined(values, [](Enum value) { return to_string(value); });
}

/// Writes a day's list, section by section.
class Page {
 public:
  Page(const Worklist& list, const WorklistRows& rows, const TimeZone& zone) : list_{list}, rows_{rows}, zone_{zone} {}

  std::string text() && {
    page_ = "Worklist, " + time(list_.now) + "\n\n";
    write_counts();
    section("DAILY REVIEW, gravest first", list_.daily_review);
    section("OVERDUE", open_ones(list_.overdue));
    section("DUE TODAY", list_.due_today);
    section("NOT COVERED: the calendar does not say when these are due", list_.not_covered);
    section("WAITING, the earliest due first", list_.waiting);
    section("NO SAFE CHANNEL: to be contacted, and no channel is confirmed as safe", list_.no_safe_channel);
    section("INCOMPLETE: some of what was recorded could not be read", list_.incomplete);
    section("RULES BROKEN", list_.violations, shown_of_the_past);
    section("MISSED: overdue when the case was closed", closed_ones(list_.overdue), shown_of_the_past);
    section("TO REVIEW FOR KEEPING", list_.retention, shown_of_the_past);
    for (const auto& practitioner : list_.practitioners) {
      page_ +=
          "\nPRACTITIONER " + practitioner.worker.value() + "\n\n" + practitioner_lines(practitioner, zone_, list_.now);
    }
    return std::move(page_);
  }

 private:
  std::string time(Instant instant) const { return local_time(instant, zone_); }
  std::string time(const boost::optional<Instant>& due) const { return due ? time(*due) : "not covered"; }

  static std::vector<OpenDuty> open_ones(std::vector<OpenDuty> duties) {
    std::erase_if(duties, [](const OpenDuty& duty) { return duty.is_case_closed; });
    return duties;
  }
  static std::vector<OpenDuty> closed_ones(std::vector<OpenDuty> duties) {
    std::erase_if(duties, [](const OpenDuty& duty) { return !duty.is_case_closed; });
    return duties;
  }
  std::size_t standing(ReviewStanding which) const {
    return static_cast<std::size_t>(std::count_if(list_.daily_review.begin(), list_.daily_review.end(),
                                                  [&](const auto& item) { return item.standing == which; }));
  }

  void count(std::uint64_t number, const std::string& what) {
    page_ += padded_left(grouped(number), count_width) + "  " + what + "\n";
  }
  void write_counts() {
    const auto provisional = std::count_if(list_.daily_review.begin(), list_.daily_review.end(),
                                           [](const auto& item) { return item.incident.decision.provisional; });
    count(list_.daily_review.size(),
          "incidents for the daily review: " + grouped(standing(ReviewStanding::since_last)) + " since " +
              time(list_.last_review) + ", " + grouped(standing(ReviewStanding::late)) + " late, " +
              grouped(standing(ReviewStanding::already_reviewed)) + " already reviewed; " +
              grouped(static_cast<std::uint64_t>(provisional)) + " are provisional");
    const auto missed = closed_ones(list_.overdue).size();
    count(list_.overdue.size() - missed, "duties overdue");
    count(list_.due_today.size(), "due today");
    count(list_.later.size(), "due later");
    count(list_.not_covered.size(), "not covered by the calendar");
    count(missed, "overdue when their case was closed");
    count(list_.waiting.size(), "cases wait");
    count(list_.no_safe_channel.size(), "people to contact without a safe channel");
    count(list_.violations.size(), "rules broken");
    count(list_.retention.size(), "cases to review for keeping");
    count(list_.practitioners.size(), "practitioners");
    count(list_.cases, "cases, of which " + grouped(list_.incomplete.size()) + " incomplete");
    count(rows_.incidents, "incidents decided; NOT DECIDED: " + grouped(rows_.incidents_rejected) + " rows rejected, " +
                               grouped(rows_.incidents_not_yet_recorded) + " not yet recorded");
    count(rows_.case_rows_rejected, "rows of cases rejected");
  }

  template <class Items>
  void section(std::string_view title, const Items& items, std::size_t at_most = static_cast<std::size_t>(-1)) {
    page_ += "\n" + std::string{title} + "\n\n";
    if (items.empty()) page_ += "  none\n";
    const auto shown = std::min(at_most, items.size());
    for (std::size_t i = 0; i < shown; ++i) write(items[i]);
    if (shown < items.size()) page_ += "  and " + grouped(items.size() - shown) + " more; the JSON has them all\n";
  }

  void line(std::string_view label, const std::string& text) {
    if (!text.empty()) page_ += "      " + padded_right(std::string{label}, 7) + text + "\n";
  }
  void write(const ReviewItem& item) {
    const auto& [incident, recorded_at, decision, due, reasons, issues] = item.incident;
    const auto& unknown = decision.if_unknowns_yes;
    page_ += "  " + incident.value() + "  " + std::string{to_string(decision.known.route)} + ", " +
             std::string{to_string(decision.known.grade)} + (decision.provisional ? ", PROVISIONAL" : "") +
             (item.standing == ReviewStanding::late ? ", LATE" : "") +
             (item.standing == ReviewStanding::already_reviewed ? ", already reviewed" : "") + ", recorded " +
             time(recorded_at) + "\n";
    line("due", joined(due.duties, [&, &times = due](Duty duty) {
           return std::string{to_string(duty)} + " " + time(times[duty]);
         }));
    line("why", joined(reasons, [](const RuleId& rule) { return rule.view(); }));
    line("ask", names_of(decision.ask_next));
    if (decision.provisional) {
      const auto more = unknown.duties - decision.known.duties;
      line("worst", std::string{to_string(unknown.route)} + ", " + std::string{to_string(unknown.grade)} +
                        " if every unknown were a yes" + (more.empty() ? "" : ", and " + names_of(more)));
    }
    line("check", names_of(issues));
    line("cases",
         item.cases.empty() ? "none was opened" : joined(item.cases, [](const CaseId& id) { return id.value(); }));
  }
  void write(const OpenDuty& duty) {
    page_ += "  " + padded_right(time(duty.due), due_width) + std::string{to_string(duty.duty)} + ", case " +
             duty.in_case.value() + ", incident " + duty.incident.value() + ", ";
    page_ += duty.allocated.empty() ? "nobody allocated"
                                    : "with " + joined(duty.allocated, [](const WorkerId& id) { return id.value(); });
    if (duty.why_not) page_ += ": " + std::string{to_string(*duty.why_not)};
    page_ += "\n";
  }
  void write(const WaitingCase& waiting) {
    page_ += "  " + padded_right(waiting.due ? time(*waiting.due) : "nothing due", due_width) + "case " +
             waiting.in_case.value() + ", for " + std::string{to_string(waiting.waits_for)} + ", " +
             elapsed(waiting.since, list_.now) + "\n";
  }
  void write(const NoSafeChannel& without) {
    page_ += "  case " + without.in_case.value() + ", " + without.person.value() + "\n";
  }
  void write(const CaseId& id) { page_ += "  case " + id.value() + "\n"; }
  void write(const CaseViolation& broken) {
    page_ += "  case " + broken.in_case.value() + ", event " + broken.violation.event.value() + ": " +
             std::string{to_string(broken.violation.rule)} + "\n";
  }
  void write(const CaseRetention& retention) {
    page_ += "  " + to_string(retention.review.due_on) + "  case " + retention.in_case.value() + ", last event " +
             to_string(retention.review.last_event) + ", kept for " + std::to_string(retention.review.years) +
             " years\n";
  }

  const Worklist& list_;
  const WorklistRows& rows_;
  const TimeZone& zone_;
  std::string page_;
};

}  // namespace

std::string worklist_page(const Worklist& list, const WorklistRows& rows, const TimeZone& zone) {
  return Page{list, rows, zone}.text();
}

}  // namespace earlyhelp::io
