"""Writes the policy as rules for json-rules-engine.

  python3 write_json_rules.py POLICY
"""

import json
import sys

from expressions import AllOf, Compare, Not, Ref, names_in, replace
from policy_program import COVERED_BY, COVERED_BY_PANEL, DUTIES, Program

OPERATORS = {"==": "equal", "!=": "notEqual", ">=": "greaterThanInclusive", "<": "lessThan"}


def condition(expression):
    if isinstance(expression, Ref):
        return {"condition": expression.name}
    if isinstance(expression, Not):
        return {"not": condition(expression.of)}
    if isinstance(expression, Compare):
        fact = "+".join(expression.columns)
        return {"fact": fact, "operator": OPERATORS[expression.operator], "value": expression.number}
    return {"all" if isinstance(expression, AllOf) else "any": [condition(part) for part in expression.of]}


def at_the_top(expression):
    written = condition(expression)
    return {"all": [written]} if "fact" in written else written


def priority(expression):
    """Who reads the route comes after all that raise it, and who reads the grade after all that raise that."""
    names = names_in(expression)
    if any(name.startswith("route_") for name in names):
        return 1
    return 2 if any(name.startswith("grade_") for name in names) else 3


def bits(duties):
    return sum(1 << DUTIES.index(duty) for duty in duties)


def rules_of(rule, comparisons):
    def written(when, params):
        return {"name": rule.id, "priority": priority(when), "conditions": at_the_top(replace(when, comparisons)),
                "event": {"type": rule.id, "params": params}}

    always = [opening for opening in rule.openings if opening.only_when is None]
    duties = bits(duty for opening in always for duty in opening.duties)
    yield written(rule.when, {"rule": rule.index, "grade": rule.grade or 0, "route": rule.route, "duties": duties})
    for opening in rule.openings:
        if opening.only_when is not None:
            yield written(AllOf((rule.when, opening.only_when)), {"duties": bits(opening.duties)})


program = Program(sys.argv[1])
comparisons = {name: of for name, of in program.answers.items() if isinstance(of, Compare)}
print(json.dumps({
    "conditions": {name: at_the_top(replace(of, comparisons)) for name, of in program.answers.items()
                   if name not in comparisons},
    "rules": [written for rule in program.rules for written in rules_of(rule, comparisons)],
    "covers": [{"covered": bits([covered]), "by": bits([by])} for covered, by in COVERED_BY.items()],
    "covered_by_panel": bits(COVERED_BY_PANEL),
}, indent=1))
