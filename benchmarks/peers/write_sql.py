"""Writes the policy as one SELECT over the table facts, in the dialect of one engine.

  python3 write_sql.py POLICY DIALECT   with the dialect sqlite, postgres or duckdb
"""

import sys

from expressions import Writer
from policy_program import Program
from steps import OUTPUTS, Answer, Highest, inlined, reads, steps_of, with_named_conditions

# What keeps an engine from writing one level of the query into the next, where an answer is computed once for each
# reader: five times slower in SQLite, ten times in PostgreSQL. DuckDB does not do it.
FENCES = {"sqlite": " LIMIT -1 OFFSET 0", "postgres": " OFFSET 0", "duckdb": ""}
GREATEST = {"sqlite": "max", "postgres": "greatest", "duckdb": "greatest"}

write = Writer("AND", "OR", "NOT ", equal="=", unequal="<>")


def select(step, dialect):
    if isinstance(step, Answer):
        return write(step.of)
    if isinstance(step, Highest):
        fixed = "".join(f" WHEN {write(of)} THEN {level}" for level, of in step.parts if isinstance(level, int))
        asked = [f"CASE WHEN {write(of)} THEN {level} ELSE 0 END" for level, of in step.parts if isinstance(level, str)]
        fixed = f"CASE{fixed} ELSE 0 END"
        return f"{GREATEST[dialect]}({', '.join([fixed] + asked)})" if asked else fixed
    return " + ".join(f"CASE WHEN {write(of)} THEN {2 ** bit} ELSE 0 END" for bit, of in step.parts)


def levels_of(steps):
    """The steps, level by level: each reads only what is below it."""
    level = {}
    for name, step in steps.items():
        level[name] = 1 + max((level[read] for read in reads(step) if read in level), default=0)
    return [[steps[name] for name in steps if level[name] == each] for each in range(1, 1 + max(level.values()))]


def query(steps, dialect):
    levels = levels_of(steps)
    source = "facts"
    known = set()
    for depth, level in enumerate(levels):
        needed = set(OUTPUTS).union(*(reads(step) for above in levels[depth + 1:] for step in above))
        made = {step.name for step in level}
        kept = sorted(name for name in needed - made if depth == 0 and name not in steps or name in known)
        known = made | set(kept)
        columns = kept + [f"{select(step, dialect)} AS {step.name}" for step in level]
        fence = FENCES[dialect] if depth + 1 < len(levels) else ""
        source = f"(SELECT {', '.join(columns)} FROM {source}{fence}) AS level_{depth + 1}"
    return f"SELECT {', '.join(OUTPUTS)} FROM {source}"


if __name__ == "__main__":
    all_steps = inlined(steps_of(Program(sys.argv[1])))
    # DuckDB is a quarter faster when no CASE has an OR to decide; the other two are slower by the further columns.
    print(query(with_named_conditions(all_steps) if sys.argv[2] == "duckdb" else all_steps, sys.argv[2]))
