#include "decision_words.hpp"

#include <earlyhelp/io/json_writer.hpp>
#include <earlyhelp/io/worklist_page.hpp>

#include <string_view>
#include <vector>

namespace earlyhelp::io {
namespace {

using earlyhelp::to_string;

/// Writes what stands on a list.
class ListWriter {
 public:
  explicit ListWriter(std::string& out) : json_{out} {}

  void write(const Worklist& list, const WorklistRows& rows) {
    json_.begin_object().key("now").text(to_string(list.now)).key("last_review").text(to_string(list.last_review));
    json_.key("rows").begin_object();
    count("incidents", rows.incidents);
    count("incidents_rejected", rows.incidents_rejected);
    count("incidents_not_yet_recorded", rows.incidents_not_yet_recorded);
    count("case_rows_rejected", rows.case_rows_rejected);
    json_.end_object().key("counts").begin_object();
    count("cases", list.cases);
    for_each_section(list, [&](std::string_view name, const auto& items) { count(name, items.size()); });
    json_.end_object();
    for_each_section(list, [&](std::string_view name, const auto& items) { write_all(name, items); });
    write_all("practitioners", list.practitioners);
    json_.end_object().end_line();
  }
  void write(const PractitionerList& list, const WorklistRows& rows, Instant now) {
    json_.begin_object().key("now").text(to_string(now));
    count("case_rows_rejected", rows.case_rows_rejected);
    write_body(list);
    json_.end_object().end_line();
  }

 private:
  template <class Visit>
  static void for_each_section(const Worklist& list, Visit visit) {
    visit("daily_review", list.daily_review);
    visit("overdue", list.overdue);
    visit("due_today", list.due_today);
    visit("later", list.later);
    visit("not_covered", list.not_covered);
    visit("waiting", list.waiting);
    visit("no_safe_channel", list.no_safe_channel);
    visit("incomplete", list.incomplete);
    visit("violations", list.violations);
    visit("retention", list.retention);
  }

  void count(std::string_view name, std::uint64_t number) { json_.key(name).number(static_cast<std::int64_t>(number)); }
  void time(std::string_view name, Instant instant) { json_.key(name).text(to_string(instant)); }
  template <class Items>
  void write_all(std::string_view name, const Items& items) {
    json_.key(name).begin_array();
    for (const auto& item : items) write(item);
    json_.end_array();
  }
  template <class Enum>
  void names(std::string_view name, EnumSet<Enum> values) {
    json_.key(name).begin_array();
    for (const auto value : values) json_.text(to_string(value));
    json_.end_array();
  }

  template <class Thing>
  void write(const Id<Thing>& id) {
    json_.text(id.value());
  }
  void write(const RuleId& rule) { json_.text(rule.view()); }
  void write(const ReviewItem& item) {
    const auto& incident = item.incident;
    const auto& decision = incident.decision;
    json_.begin_object().key("id").text(incident.incident.value());
    time("recorded_at", incident.recorded_at);
    json_.key("standing").text(to_string(item.standing)).key("grade").text(to_string(decision.known.grade));
    json_.key("route").text(to_string(decision.known.route));
    names("duties", decision.known.duties);
    write_all("reasons", incident.reasons);
    json_.key("grade_if_unknowns_yes").text(to_string(decision.if_unknowns_yes.grade));
    json_.key("route_if_unknowns_yes").text(to_string(decision.if_unknowns_yes.route));
    names("duties_if_unknowns_yes", decision.if_unknowns_yes.duties);
    json_.key("provisional").text(yes_or_no(decision.provisional));
    names("ask_next", decision.ask_next);
    json_.key("due").begin_object();
    for (const auto duty : incident.due.duties) {
      const auto due = incident.due[duty];
      json_.key(to_string(duty)).text(due ? to_string(*due) : "not_covered");
    }
    json_.end_object();
    names("issues", incident.issues);
    write_all("cases", item.cases);
    json_.end_object();
  }
  void write(const OpenDuty& duty) {
    json_.begin_object().key("case").text(duty.in_case.value()).key("duty").text(to_string(duty.duty));
    json_.key("incident").text(duty.incident.value());
    time("opened_at", duty.opened_at);
    json_.key("due").text(duty.due ? to_string(*duty.due) : "not_covered");
    if (duty.why_not) json_.key("why").text(to_string(*duty.why_not));
    json_.key("case_closed").boolean(duty.is_case_closed);
    write_all("allocated", duty.allocated);
    json_.end_object();
  }
  void write(const WaitingCase& waiting) {
    json_.begin_object().key("case").text(waiting.in_case.value());
    json_.key("waits_for").text(to_string(waiting.waits_for));
    time("since", waiting.since);
    json_.key("due");
    waiting.due ? json_.text(to_string(*waiting.due)) : json_.null();
    json_.end_object();
  }
  void write(const NoSafeChannel& without) {
    json_.begin_object().key("case").text(without.in_case.value());
    json_.key("person").text(without.person.value()).end_object();
  }
  void write(const CaseViolation& broken) {
    json_.begin_object().key("case").text(broken.in_case.value());
    json_.key("event").text(broken.violation.event.value());
    json_.key("rule").text(to_string(broken.violation.rule)).end_object();
  }
  void write(const CaseRetention& retention) {
    json_.begin_object().key("case").text(retention.in_case.value());
    json_.key("due_on").text(to_string(retention.review.due_on));
    json_.key("last_event").text(to_string(retention.review.last_event));
    json_.key("years").number(retention.review.years).end_object();
  }
  void write(const PractitionerList& list) {
    json_.begin_object();
    write_body(list);
    json_.end_object();
  }
  void write_body(const PractitionerList& list) {
    json_.key("practitioner").text(list.worker.value());
    write_all("cases", list.cases);
  }
  void write(const PractitionerCase& on_list) {
    json_.begin_object().key("case").text(on_list.in_case.value()).key("seen_as").text(to_string(on_list.seen_as));
    json_.key("lead");
    on_list.lead ? json_.text(to_string(*on_list.lead)) : json_.null();
    write_all("people", on_list.people);
    write_all("duties", on_list.duties);
    json_.end_object();
  }
  void write(const PersonToContact& next) {
    json_.begin_object().key("person").text(next.person.value()).key("role");
    next.role ? json_.text(to_string(*next.role)) : json_.null();
    json_.key("outlook").text(to_string(next.outlook));
    write_all("ways", next.ways);
    names("vetoes", next.vetoes);
    json_.end_object();
  }
  void write(const ContactWay& way) {
    json_.begin_object().key("channel").text(way.channel.value());
    names("modes", way.modes);
    time("from", way.from);
    json_.key("neutral_call").boolean(way.is_neutral_call).end_object();
  }

  JsonWriter json_;
};

}  // namespace

void write_json(const Worklist& list, const WorklistRows& rows, std::string& out) { ListWriter{out}.write(list, rows); }

void write_json(const PractitionerList& list, const WorklistRows& rows, Instant now, std::string& out) {
  ListWriter{out}.write(list, rows, now);
}

}  // namespace earlyhelp::io
