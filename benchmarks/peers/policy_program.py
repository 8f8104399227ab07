"""A policy file, as the program that every peer's own is written from: rules, and what they stand on."""

import json
from datetime import date
from typing import NamedTuple

from expressions import AllOf, Not, Ref, all_of, any_of, compare

GRADES = ["standard", "medium", "high"]  # a grade is its place here + 1; 0 is none
ROUTES = ["record_only", "early_intervention", "victim_services", "multi_agency_review", "high_risk_panel"]
DEFINITIONS = ["domestic_abuse", "family_conflict", "party_under_16", "undetermined", "not_domestic"]
INSTRUMENTS = ["dash_2009", "dash_ric", "dara"]  # as grades
FINDINGS = """injury strangulation weapon threat_to_kill stalking sexual_harm coercive_control separation
    pregnancy_or_new_baby honour_or_forced_marriage victim_very_frightened victim_suicidal frequency_rising
    severity_rising order_breached suspect_suicidal child_harmed_or_threatened prosecution_likely unborn_child
    childrens_case_open party_under_18""".split()
DUTIES = """daily_review obtain_grade review_decision contact_family contact_victim_safely victim_services_referral
    idva_offer marac_referral mash_referral mash_consideration child_support_offer notify_social_worker notify_school
    perpetrator_review""".split()
TERMS = ["graded", "act", "abuse", "child"]

# No rows of the rule table: a duty is not listed beside a graver one, and some not on the highest route.
COVERED_BY = {"mash_consideration": "mash_referral", "contact_family": "contact_victim_safely"}
COVERED_BY_PANEL = ["review_decision", "contact_family"]


class Opening(NamedTuple):
    """Duties that a rule opens; all of them, or only under a condition."""

    duties: list
    only_when: object  # None: always


class Rule(NamedTuple):
    id: str
    index: int
    when: object
    grade: object  # None, a level, or the column that a person's grade stands in
    route: int
    openings: list

    @property
    def name(self):
        return "fires_" + self.id.replace("-", "_")


def numbers_of(policy):
    """The newest value of each parameter."""
    numbers = {}
    for row in sorted(policy["parameters"], key=lambda row: row["in_force_from"]):
        numbers[row["parameter"]] = row.get("value")
    return numbers


def signals_of(numbers):
    """Facts compared with the numbers of the policy, as far as they are known."""
    signals = {finding: compare(finding, "==", 1) for finding in FINDINGS}
    signals["honour_possible"] = compare("honour_or_forced_marriage", "!=", 0)
    signals["domestic"] = compare("definition", "!=", DEFINITIONS.index("not_domestic"))
    for signal, definition in (("family_conflict",) * 2, ("party_under_16",) * 2,
                               ("definition_undetermined", "undetermined")):
        signals[signal] = compare("definition", "==", DEFINITIONS.index(definition))
    for column, first in (("officer_grade", "officer"), ("judgement", "judged")):
        signals["officer_graded" if first == "officer" else first] = compare(column, ">=", 1)
        signals[first + "_medium_or_above"] = compare(column, ">=", 2)
        signals[first + "_high"] = compare(column, ">=", 3)

    reaches, may_reach = [], []
    for code, instrument in enumerate(INSTRUMENTS, 1):
        threshold = numbers.get("visible_high_risk_" + instrument)
        if threshold is None:
            continue
        used = compare("instrument", "==", code)
        most = compare("yes_count", ">=", threshold)._replace(columns=("yes_count", "unanswered_count"))
        reaches.append(AllOf((used, compare("yes_count", ">=", threshold))))
        may_reach.append(AllOf((used, compare("yes_count", "<", threshold), most)))
    signals["checklist_at_threshold"] = any_of(reaches)
    signals["checklist_may_reach_threshold"] = any_of(may_reach)

    events = "events_in_window"
    signals["repeated_event"] = compare(events, ">=", 2)
    signals["events_at_escalation"] = compare(events, ">=", numbers["escalation_events"])
    signals["events_at_cumulative"] = compare(events, ">=", numbers["cumulative_child_events"])
    signals["marac_referral_in_window"] = compare("marac_referral_in_window", "==", 1)
    signals["victims_at_serial"] = compare("suspect_other_victims", ">=", numbers["serial_victims"] - 1)
    signals["child_linked"] = compare("children_linked", ">=", 1)
    signals["school_age_child"] = compare("school_age_children", ">=", 1)
    youngest = "youngest_child_age"  # below 0: none
    under = numbers["young_child_under_years"]
    signals["young_child"] = AllOf((compare(youngest, ">=", 0), compare(youngest, "<", under)))
    in_force = (date.fromisoformat(numbers["school_notification_from"]) - date(1970, 1, 1)).days
    signals["school_notification_in_force"] = compare("reported_on", ">=", in_force)

    for level, grade in enumerate(("grade_standard_or_above", "grade_medium_or_above", "grade_high"), 1):
        signals[grade] = compare("grade", ">=", level)
    for level, route in enumerate(ROUTES[1:], 1):
        signals["route_" + route + ("" if level == len(ROUTES) - 1 else "_or_above")] = compare("route", ">=", level)
    return signals


def literal(text):
    return Not(Ref(text.removeprefix("not "))) if text.startswith("not ") else Ref(text)


def condition(clauses):
    return all_of(any_of(map(literal, clause["any_of"])) if isinstance(clause, dict) else literal(clause)
                  for clause in clauses)


def asked_grade(rule):
    grade = rule.get("grade_at_least")
    return GRADES.index(grade) + 1 if grade in GRADES else grade


def rule_of(index, rule):
    when = condition(rule["when"])
    if rule.get("scope", "domestic_incidents") == "domestic_incidents" and rule["when"][0] != "domestic":
        when = AllOf((Ref("domestic"), when))
    openings = [Opening(opening["open"], condition(opening["only_when"]) if "only_when" in opening else None)
                for opening in rule.get("duties", [])]
    route = ROUTES.index(rule.get("route_at_least", "record_only"))
    return Rule(rule["id"], index, when, asked_grade(rule), route, openings)


class Program:
    """Signals and terms by name, in an order in which each uses the ones before it, and the rules in theirs."""

    def __init__(self, file):
        with open(file, encoding="utf-8") as text:
            policy = json.load(text)
        self.answers = signals_of(numbers_of(policy))
        for term in TERMS:
            self.answers[term] = condition(policy["terms"][term])
        self.rules = [rule_of(index, rule) for index, rule in enumerate(policy["rules"])]
