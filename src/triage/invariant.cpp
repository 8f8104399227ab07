#include <earlyhelp/triage/invariant.hpp>

namespace earlyhelp {
namespace {

using enum Fact;

bool is_domestic(const Facts& facts) { return facts.definition != Definition::not_domestic; }
bool has_party_under_16(const Facts& facts) { return facts.definition == Definition::party_under_16; }
bool is_honour_possible(const Facts& facts) { return facts.findings[Finding::honour_or_forced_marriage] != Answer::no; }
bool opens(const Decision& decision, Duty duty) { return decision.known.duties.contains(duty); }
bool is_reviewed(const Decision& decision) { return decision.known.route >= Route::multi_agency_review; }
bool is_with_panel(const Decision& decision) { return decision.known.route == Route::high_risk_panel; }

bool domestic_is_reviewed_daily(const Facts& f, const Decision& d) {
  return !is_domestic(f) || opens(d, Duty::daily_review);
}

bool has_contact_below_the_panel(const Facts& f, const Decision& d) {
  if (!is_domestic(f) || is_with_panel(d)) return true;
  if (has_party_under_16(f)) return opens(d, Duty::mash_referral);
  return opens(d, Duty::contact_family) || opens(d, Duty::contact_victim_safely);
}

bool nobody_is_told(const Facts& f, const Decision& d) {
  if (!is_honour_possible(f)) return true;
  const bool is_contacted = is_domestic(f) && !has_party_under_16(f);
  return !opens(d, Duty::contact_family) && (!is_contacted || opens(d, Duty::contact_victim_safely));
}

bool harmed_child_reaches_mash(const Facts& f, const Decision& d) {
  return f.findings[Finding::child_harmed_or_threatened] != Answer::yes || opens(d, Duty::mash_referral);
}

bool high_risk_has_an_advocate(const Facts& f, const Decision& d) {
  if (!is_domestic(f) || (d.known.grade != RiskGrade::high && !is_with_panel(d))) return true;
  return is_with_panel(d) && (has_party_under_16(f) || opens(d, Duty::idva_offer));
}

bool panel_is_referred(const Facts& f, const Decision& d) {
  return has_party_under_16(f) || !is_with_panel(d) || opens(d, Duty::marac_referral);
}

bool ungraded_is_reviewed(const Facts& f, const Decision& d) {
  if (!is_domestic(f) || f.officer_grade || f.judgement) return true;
  return is_reviewed(d) && opens(d, Duty::obtain_grade);
}

bool undetermined_is_reviewed(const Facts& f, const Decision& d) {
  return f.definition != Definition::undetermined || (is_reviewed(d) && d.provisional);
}

bool repeat_returns_to_the_panel(const Facts& f, const Decision& d) {
  return !is_domestic(f) || !f.history.marac_referral_in_window || is_with_panel(d);
}

bool suitable_is_final(const Facts& f, const Decision& d) {
  if (d.suitability != Suitability::suitable) return true;
  const bool is_low = f.officer_grade <= RiskGrade::standard && f.judgement <= RiskGrade::standard;
  return is_low && !d.provisional && d.known.route == Route::early_intervention && d.known.grade == RiskGrade::standard;
}

}  // namespace

std::vector<Invariant> shipped_invariants() {
  using Part = DecisionPart;
  return {
      {.id = "domestic-is-reviewed-daily",
       .title = "Every domestic incident goes to a person at the daily review",
       .facts = {definition},
       .parts = {},
       .duties = {Duty::daily_review},
       .holds = domestic_is_reviewed_daily},
      {.id = "contact-below-the-panel",
       .title = "Every domestic incident below the panel has a first contact, or the safeguarding hub where a party is "
                "under 16",
       .facts = {definition},
       .parts = {Part::route},
       .duties = {Duty::contact_family, Duty::contact_victim_safely, Duty::mash_referral},
       .holds = has_contact_below_the_panel},
      {.id = "nobody-is-told-when-honour-is-possible",
       .title = "Where honour-based abuse is possible the victim is contacted safely, and nobody else in the family",
       .facts = {definition, honour_or_forced_marriage},
       .parts = {},
       .duties = {Duty::contact_family, Duty::contact_victim_safely},
       .holds = nobody_is_told},
      {.id = "harmed-child-reaches-mash",
       .title = "A child who was harmed or threatened is referred to the safeguarding hub, whatever the incident is",
       .facts = {child_harmed_or_threatened},
       .parts = {},
       .duties = {Duty::mash_referral},
       .holds = harmed_child_reaches_mash},
      {.id = "high-risk-has-an-advocate",
       .title = "Whoever is at high risk goes to the panel and is offered an advocate, unless a party is under 16",
       .facts = {definition},
       .parts = {Part::grade, Part::route},
       .duties = {Duty::idva_offer},
       .holds = high_risk_has_an_advocate},
      {.id = "panel-is-referred-to-marac",
       .title = "Whatever goes to the panel is referred to the conference, unless a party is under 16",
       .facts = {definition},
       .parts = {Part::route},
       .duties = {Duty::marac_referral},
       .holds = panel_is_referred},
      {.id = "ungraded-is-reviewed-and-graded",
       .title = "A domestic incident that nobody graded is reviewed, and a grade is obtained",
       .facts = {definition, officer_grade, judgement},
       .parts = {Part::route},
       .duties = {Duty::obtain_grade},
       .holds = ungraded_is_reviewed},
      {.id = "undetermined-is-reviewed",
       .title = "An incident of which it is not known whether it is domestic is reviewed, and never final",
       .facts = {definition},
       .parts = {Part::route, Part::provisional},
       .holds = undetermined_is_reviewed},
      {.id = "repeat-returns-to-the-panel",
       .title = "A domestic incident within the window of a referral to the conference goes back to the panel",
       .facts = {definition, marac_referral_in_window},
       .parts = {Part::route},
       .holds = repeat_returns_to_the_panel},
      {.id = "suitable-is-final",
       .title = "Early help takes on only what is final, and what nobody graded above standard",
       .facts = {officer_grade, judgement},
       .parts = {Part::grade, Part::route, Part::provisional, Part::suitability},
       .holds = suitable_is_final},
  };
}

}  // namespace earlyhelp
