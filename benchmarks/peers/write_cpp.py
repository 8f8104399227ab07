"""Writes the policy as the chain of ifs over a struct that a programmer would write by hand: a C++ header.

  python3 write_cpp.py POLICY FACTS
"""

import sys

from expressions import Compare, Writer
from policy_program import COVERED_BY, COVERED_BY_PANEL, DUTIES, ROUTES, Program


def column(name):
    return "outcome." + name if name in ("grade", "route") else "incident." + name


def bits(duties):
    return " | ".join(f"1 << {DUTIES.index(duty)}" for duty in duties)


program = Program(sys.argv[1])
with open(sys.argv[2], encoding="utf-8") as facts:
    columns = facts.readline().strip().split(",")
comparisons = {name: of for name, of in program.answers.items() if isinstance(of, Compare)}


def name(of):
    return write(comparisons[of]) if of in comparisons else "is_" + of


write = Writer("&&", "||", "!", column=column, name=name)

print("#include <algorithm>\n#include <cstdint>\n\nstruct Incident {")
for fact in columns:
    print(f"  std::{'int16_t' if fact == 'reported_on' else 'int8_t'} {fact};")
print("};\n\nstruct Outcome {\n  int grade = 0;\n  int route = 0;\n  int duties = 0;\n  std::uint64_t reasons = 0;\n};")
print("\ninline Outcome decide(const Incident& incident) {\n  Outcome outcome;")
for answer, of in program.answers.items():
    if answer not in comparisons:
        print(f"  const bool is_{answer} = {write(of)};")
for rule in program.rules:
    print(f"  if ({write(rule.when)}) {{  // {rule.id}\n    outcome.reasons |= std::uint64_t{{1}} << {rule.index};")
    if rule.grade:
        grade = f"int{{{column(rule.grade)}}}" if isinstance(rule.grade, str) else rule.grade
        print(f"    outcome.grade = std::max(outcome.grade, {grade});")
    if rule.route:
        print(f"    outcome.route = std::max(outcome.route, {rule.route});")
    for opening in rule.openings:
        only_when = f"if ({write(opening.only_when)}) " if opening.only_when else ""
        print(f"    {only_when}outcome.duties |= {bits(opening.duties)};")
    print("  }")
for covered, by in COVERED_BY.items():
    print(f"  if ((outcome.duties & ({bits([by])})) != 0) outcome.duties &= ~({bits([covered])});")
print(f"  if (outcome.route == {len(ROUTES) - 1}) outcome.duties &= ~({bits(COVERED_BY_PANEL)});")
print("  return outcome;\n}\n")
members = ", ".join(f"&Incident::{fact}" for fact in columns if fact != "reported_on")
print(f"constexpr std::int8_t Incident::*columns[] = {{{members}}};  // as in the file; then the day")
