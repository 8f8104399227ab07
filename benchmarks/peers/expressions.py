"""What conditions are made of, before they are written in the language of a peer."""

from typing import NamedTuple


class Compare(NamedTuple):
    """The sum of some columns, compared with a number."""

    columns: tuple
    operator: str  # one of == != >= <
    number: int


class Ref(NamedTuple):
    """An answer that has a name."""

    name: str


class Not(NamedTuple):
    of: object


class AllOf(NamedTuple):
    of: tuple


class AnyOf(NamedTuple):
    of: tuple


def compare(column, operator, number):
    return Compare((column,), operator, number)


def all_of(expressions):
    expressions = tuple(expressions)
    return expressions[0] if len(expressions) == 1 else AllOf(expressions)


def any_of(expressions):
    expressions = tuple(expressions)
    return expressions[0] if len(expressions) == 1 else AnyOf(expressions)


def names_in(expression):
    """The names that `expression` reads, each as often as it stands there."""
    if isinstance(expression, Ref):
        return [expression.name]
    if isinstance(expression, Not):
        return names_in(expression.of)
    if isinstance(expression, Compare):
        return list(expression.columns)
    return [name for part in expression.of for name in names_in(part)]


def replace(expression, by_name):
    """`expression` with what `by_name` has in the place of its name."""
    if isinstance(expression, Ref):
        return by_name.get(expression.name, expression)
    if isinstance(expression, Not):
        return Not(replace(expression.of, by_name))
    if isinstance(expression, Compare):
        return expression
    return type(expression)(tuple(replace(part, by_name) for part in expression.of))


class Writer:
    """Writes expressions in the infix notation that most languages share; each names its own words."""

    def __init__(self, all_word, any_word, not_word, equal="==", unequal="!=", column=str, name=str):
        self.all_word, self.any_word, self.not_word = all_word, any_word, not_word
        self.operators = {"==": equal, "!=": unequal}
        self.column, self.name = column, name

    def __call__(self, expression):
        if isinstance(expression, Ref):
            return self.name(expression.name)
        if isinstance(expression, Not):
            return f"({self.not_word}{self(expression.of)})"
        if isinstance(expression, Compare):
            left = " + ".join(map(self.column, expression.columns))
            operator = self.operators.get(expression.operator, expression.operator)
            return f"({left} {operator} {expression.number})"
        word = self.all_word if isinstance(expression, AllOf) else self.any_word
        return "(" + f" {word} ".join(map(self, expression.of)) + ")"
