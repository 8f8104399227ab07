"""Writes the policy as numpy expressions over arrays: a module with decide(facts).

  python3 write_numpy.py POLICY
"""

import sys

from expressions import Writer
from policy_program import Program
from steps import OUTPUTS, Answer, Highest, steps_of


def column(name):
    return name if name in OUTPUTS else f'facts["{name}"]'


write = Writer("&", "|", "~", column=column, name=lambda name: "is_" + name)


def statements(step):
    if isinstance(step, Answer):
        yield f"is_{step.name} = {write(step.of)}"
    elif isinstance(step, Highest):
        yield f"{step.name} = numpy.zeros(len(facts['definition']), numpy.int8)"
        for level, of in step.parts:
            at_least = f"{write(of)} * numpy.int8({level})" if isinstance(level, int) else \
                f"{write(of)} * {column(level)}"
            yield f"numpy.maximum({step.name}, {at_least}, out={step.name})"
    else:
        kind = "uint64" if step.parts[-1][0] >= 16 else "uint16"
        yield f"{step.name} = numpy.zeros(len(facts['definition']), numpy.{kind})"
        for bit, of in step.parts:
            yield f"{step.name} |= {write(of)}.astype(numpy.{kind}) << numpy.{kind}({bit})"


if __name__ == "__main__":
    print("import numpy\n\n\ndef decide(facts):")
    for each in steps_of(Program(sys.argv[1])).values():
        for statement in statements(each):
            print("    " + statement)
    print(f"    return {', '.join(OUTPUTS)}")
