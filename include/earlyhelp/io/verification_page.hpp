#pragma once

#include <earlyhelp/triage/verify.hpp>

#include <string>

namespace earlyhelp::io {

/// What verify() found as a page to read: how the facts were cut and how many cases that makes, each property with how
/// many it was held against, what breaks it with the smallest incident, and what every rule does.
///
/// An incident is given by where it departs from a quiet one: "weapon y, officer_grade none".
std::string verification_page(const Verification& found);

/// Appends the same as one line of compact JSON:
///
///   {"policy":{"id":"earlyhelp-default","version":1,"in_force_from":"2009-03-01"},"holds":false,"combinations":60,
///    "cases":50,"cuts":[{"name":"weapon","values":[{"weapon":"n"},{"weapon":"u"},{"weapon":"y"}]}],
///    "properties":[{"id":"no_gap","holds":true,"cases":50,"failures":[],"undecided":[]}],
///    "rules":[{"id":"weapon","fires_in":20,"only_reason_in":0,"matters_in":10,"example":{"weapon":"y"}}]}
///
/// A failure has subject, sentence, cases, and where there are facts, other, reported_at and attended_at. Counts are
/// whole numbers and may be above 2^53.
void write_json(const Verification& found, std::string& out);

}  // namespace earlyhelp::io
