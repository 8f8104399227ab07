"""A program as steps without order or state, for languages that compute columns or values from others."""

from collections import Counter
from typing import NamedTuple

from expressions import AllOf, Compare, Not, Ref, any_of, names_in, replace
from policy_program import COVERED_BY, COVERED_BY_PANEL, DUTIES

OUTPUTS = ["grade", "route", "duties", "reasons"]


class Answer(NamedTuple):
    """Yes or no."""

    name: str
    of: object

    def expressions(self):
        return [self.of]

    def replaced(self, by_name):
        return Answer(self.name, replace(self.of, by_name))


class Highest(NamedTuple):
    """The highest level whose expression holds: a number or what a column says; 0 when none does."""

    name: str
    parts: tuple

    def expressions(self):
        return [expression for _, expression in self.parts]

    def replaced(self, by_name):
        return Highest(self.name, tuple((level, replace(expression, by_name)) for level, expression in self.parts))


class Mask(NamedTuple):
    """A number with a bit for each expression that holds."""

    name: str
    parts: tuple

    def expressions(self):
        return [expression for _, expression in self.parts]

    def replaced(self, by_name):
        return Mask(self.name, tuple((bit, replace(expression, by_name)) for bit, expression in self.parts))


def reads(step):
    columns = [level for level, _ in step.parts if isinstance(level, str)] if isinstance(step, Highest) else []
    return columns + [name for expression in step.expressions() for name in names_in(expression)]


def highest(name, asked):
    """`asked`: level or column, and what asks for it."""
    by_level = {}
    for level, expression in asked:
        by_level.setdefault(level, []).append(expression)
    levels = sorted((level for level in by_level if isinstance(level, int)), reverse=True)
    columns = [level for level in by_level if isinstance(level, str)]
    return Highest(name, tuple((level, any_of(by_level[level])) for level in levels + columns))


def duty_steps(program):
    opened = {duty: [] for duty in DUTIES}
    for rule in program.rules:
        for opening in rule.openings:
            fires = Ref(rule.name)
            opens = fires if opening.only_when is None else AllOf((fires, opening.only_when))
            for duty in opening.duties:
                opened[duty].append(opens)
    steps = [Answer("opens_" + duty, any_of(opens)) for duty, opens in opened.items() if opens]
    opened = {duty for duty in opened if opened[duty]}
    bits = []
    for bit, duty in enumerate(DUTIES):
        parts = [Ref("opens_" + duty)]
        if COVERED_BY.get(duty) in opened:
            parts.append(Not(Ref("opens_" + COVERED_BY[duty])))
        if duty in COVERED_BY_PANEL:
            parts.append(Not(Ref("route_high_risk_panel")))
        if duty in opened:
            bits.append((bit, parts[0] if len(parts) == 1 else AllOf(tuple(parts))))
    return steps + [Mask("duties", tuple(bits))]


def in_order(steps):
    """Those of `steps` by name that the outputs need, each behind what it reads."""
    ordered = {}

    def add(name):
        if name in ordered or name not in steps:
            return
        for read in reads(steps[name]):
            if read != name:  # a signal may have the name of the column that it compares
                add(read)
        ordered[name] = steps[name]

    for output in OUTPUTS:
        add(output)
    return ordered


def steps_of(program):
    steps = [Answer(name, expression) for name, expression in program.answers.items()]
    steps += [Answer(rule.name, rule.when) for rule in program.rules]
    steps.append(highest("grade", [(rule.grade, Ref(rule.name)) for rule in program.rules if rule.grade]))
    steps.append(highest("route", [(rule.route, Ref(rule.name)) for rule in program.rules if rule.route]))
    steps.append(Mask("reasons", tuple((rule.index, Ref(rule.name)) for rule in program.rules)))
    steps += duty_steps(program)
    return in_order({step.name: step for step in steps})


def inlined(steps):
    """The same with comparisons, and what is read once, written where they are read."""
    readers = Counter(name for step in steps.values() for name in reads(step))
    inline = {}
    left = {}
    for step in steps.values():
        replaced = step.replaced(inline)
        if isinstance(step, Answer) and (isinstance(replaced.of, Compare) or readers[step.name] == 1):
            inline[step.name] = replaced.of
        else:
            left[step.name] = replaced
    return left


def with_named_conditions(steps):
    """The same with every condition of a level or a bit an answer of its own."""
    named = {}
    for step in steps.values():
        if isinstance(step, Answer):
            named[step.name] = step
            continue
        parts = []
        for value, expression in step.parts:
            if not isinstance(expression, Ref):
                answer = Answer(f"{step.name}_has_{value}", expression)
                named[answer.name] = answer
                expression = Ref(answer.name)
            parts.append((value, expression))
        named[step.name] = type(step)(step.name, tuple(parts))
    return named
