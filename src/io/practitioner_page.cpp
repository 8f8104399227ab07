#include "local_time.hpp"
#include "page_list.hpp"

#include <earlyhelp/io/worklist_page.hpp>

#include <algorithm>
#include <string_view>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

std::string words_of(const ContactWay& way, const TimeZone& zone, Instant now) {
  auto text = way.channel.value() + " by " +
              joined(
                  way.modes, [](ContactMode mode) { return to_string(mode); }, " or ");
  return way.from == now ? text : text + " from " + local_time(way.from, zone);
}

std::string words_of(const PersonToContact& next, const TimeZone& zone, Instant now) {
  const auto ways = joined(
      next.ways, [&](const ContactWay& way) { return words_of(way, zone, now); }, "; ");
  switch (next.outlook) {
    case ContactOutlook::now:
      return "may be contacted now: " + ways;
    case ContactOutlook::later:
      return "not now; may be contacted: " + ways;
    case ContactOutlook::one_neutral_call:
      return "NO SAFE CHANNEL confirmed any more: one live, neutral call and no message: " + ways;
    case ContactOutlook::not_permitted: {
      const auto rules = joined(next.vetoes, [](CaseRule rule) { return to_string(rule); });
      return "DO NOT CONTACT" + (rules.empty() ? std::string{} : ": " + rules);
    }
    case ContactOutlook::no_safe_channel:
      return "NO SAFE CHANNEL is known: no contact is suggested";
    case ContactOutlook::case_incomplete:
      return "ASK FIRST: something of this case could not be read, and may speak against contact";
  }
  return {};
}

std::string warning_of(const WorklistRows& rows) {
  if (rows.case_rows_rejected == 0) return {};
  return "  WARNING: " + std::to_string(rows.case_rows_rejected) +
         " rows of cases could not be read; what is missing may speak against a contact\n";
}

}  // namespace

std::string practitioner_lines(const PractitionerList& list, const TimeZone& zone, Instant now) {
  std::string page;
  for (const auto& on_list : list.cases) {
    page += "  case " + on_list.in_case.value();
    if (on_list.lead) page += ", contact is led by " + std::string{to_string(*on_list.lead)};
    page += "\n";
    for (const auto& next : on_list.people) {
      page += "    " + next.person.value();
      page += next.role ? " (" + std::string{to_string(*next.role)} + ")" : std::string{" (nobody of the family)"};
      page += ": " + words_of(next, zone, now) + "\n";
    }
    for (const auto& duty : on_list.duties) {
      const bool is_overdue = due_when(duty.due, zone, now) == DueWhen::overdue;
      page += "    " + padded_right(duty.due ? local_time(*duty.due, zone) : "not covered", due_width) +
              std::string{to_string(duty.duty)} + ", incident " + duty.incident.value() +
              (is_overdue ? ", OVERDUE" : "") + "\n";
    }
  }
  return page;
}

std::string practitioner_page(const PractitionerList& list, const WorklistRows& rows, const TimeZone& zone,
                              Instant now) {
  std::size_t overdue = 0;
  std::size_t today = 0;
  std::size_t open = 0;
  for (const auto& on_list : list.cases) {
    for (const auto& duty : on_list.duties) {
      const auto when = due_when(duty.due, zone, now);
      overdue += when == DueWhen::overdue ? 1 : 0;
      today += when == DueWhen::today ? 1 : 0;
      ++open;
    }
  }
  return "List of " + list.worker.value() + ", " + local_time(now, zone) + "\n\n  " +
         std::to_string(list.cases.size()) + " cases, " + std::to_string(open) +
         " open duties: " + std::to_string(overdue) + " overdue, " + std::to_string(today) + " due today\n" +
         warning_of(rows) + "\n" + practitioner_lines(list, zone, now);
}

}  // namespace earlyhelp::io
