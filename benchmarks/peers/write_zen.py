"""Writes the policy as a decision for @gorules/zen-engine: an expression node in which each line uses those before.

  python3 write_zen.py POLICY
"""

import json
import sys

from expressions import Writer
from policy_program import Program
from steps import OUTPUTS, Answer, Highest, inlined, steps_of


def column(name):
    return "$." + name if name in OUTPUTS else name


write = Writer("and", "or", "not ", column=column, name=lambda name: "$." + name)


def expression(step):
    if isinstance(step, Answer):
        return write(step.of)
    if isinstance(step, Highest):
        return "max([" + ", ".join(f"{write(of)} ? {column(str(level))} : 0" for level, of in step.parts) + "])"
    return " + ".join(f"({write(of)} ? {2 ** bit} : 0)" for bit, of in step.parts)


steps = inlined(steps_of(Program(sys.argv[1])))
lines = [{"id": name, "key": name, "value": expression(step)} for name, step in steps.items()]
answers = [{"id": "answer_" + name, "key": name, "value": name} for name in OUTPUTS]
nodes = [("facts", "inputNode", {}), ("rules", "expressionNode", {"expressions": lines}),
         ("answers", "expressionNode", {"expressions": answers}), ("decision", "outputNode", {})]
ids = [name for name, _, _ in nodes]
print(json.dumps({
    "nodes": [{"id": name, "name": name, "type": kind, "content": content} for name, kind, content in nodes],
    "edges": [{"id": a + "_" + b, "type": "edge", "sourceId": a, "targetId": b} for a, b in zip(ids, ids[1:])],
}, indent=1))
