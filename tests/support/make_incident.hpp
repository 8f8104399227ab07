#pragma once

#include <earlyhelp/date.hpp>
#include <earlyhelp/incident/incident.hpp>
#include <earlyhelp/incident/parties.hpp>
#include <earlyhelp/incident/past_record.hpp>
#include <earlyhelp/instant.hpp>
#include <earlyhelp/people/family.hpp>
#include <earlyhelp/people/person.hpp>

#include <stdexcept>
#include <string>

namespace earlyhelp {

/// The instant that `text` writes, with its local day.
inline WrittenInstant make_written(const std::string& text) {
  const auto written = parse_instant(text);
  if (!written) throw std::invalid_argument{"make_written: " + text};
  return *written;
}

/// Somebody of 35 to 36 years on the days that the tests are about.
inline Person make_adult(const std::string& id) { return {.id = PersonId{id}, .born = Date{1990, 1, 1}}; }

/// The child `id` of the victim that make_incident() has.
inline Child make_child(const std::string& id, boost::optional<Date> born) {
  return {.person = {.id = PersonId{id}, .born = born}, .related_to = {PersonId{"victim"}}};
}

/// One adult victim and one adult suspect, former partners, on 1 June 2025: everything that can be known is, and
/// nothing contradicts anything.
inline Incident make_incident() {
  return {.id = IncidentId{"i-1"},
          .occurred_at = make_written("2025-06-01T20:00:00+01:00"),
          .recorded_at = make_written("2025-06-01T23:00:00+01:00"),
          .victims = {make_adult("victim")},
          .suspects = {make_adult("suspect")},
          .behaviours = EnumSet<Behaviour>{Behaviour::violent_or_threatening},
          .officer_grade = RiskGrade::medium,
          .findings = Findings::all(Answer::no),
          .history_known = true,
          .family = {.relationships = {{.one = PersonId{"victim"},
                                        .other = PersonId{"suspect"},
                                        .kind = RelationshipKind::former_intimate_partner}},
                     .children_known = true}};
}

/// The only pair of make_incident().
inline Parties make_parties() { return {.victim = make_adult("victim"), .suspect = make_adult("suspect")}; }

/// An incident of domestic abuse between the two of make_incident(), recorded when it occurred.
inline PastIncident make_past_incident(const std::string& id, const std::string& occurred_at) {
  const auto written = make_written(occurred_at);
  return {.id = IncidentId{id},
          .occurred_at = written,
          .recorded_at = written.instant,
          .victim = PersonId{"victim"},
          .suspect = PersonId{"suspect"},
          .definition = Definition::domestic_abuse};
}

/// A referral of the two of make_incident(), recorded when it was made.
inline MaracReferral make_referral(const std::string& id, const std::string& occurred_at) {
  const auto written = make_written(occurred_at);
  return {.id = ReferralId{id},
          .occurred_at = written,
          .recorded_at = written.instant,
          .victim = PersonId{"victim"},
          .suspect = PersonId{"suspect"}};
}

}  // namespace earlyhelp
