"""Decides the facts with SQLite, in memory.

  python3 sqlite_peer.py QUERY FACTS ROWS ANSWERS
"""

import csv
import sqlite3
import sys
from itertools import islice
from time import process_time

from measured import RUNS, report

query_file, facts, rows, answers = sys.argv[1:]
with open(query_file, encoding="utf-8") as text:
    query = text.read()

start = process_time()
database = sqlite3.connect(":memory:")
with open(facts, encoding="utf-8", newline="") as text:
    table = csv.reader(text)
    columns = next(table)
    database.execute(f"CREATE TABLE facts ({', '.join(f'{column} INTEGER' for column in columns)})")
    places = ", ".join("?" * len(columns))
    database.executemany(f"INSERT INTO facts VALUES ({places})", islice(table, int(rows)))
load_seconds = process_time() - start


def decide():
    folded = f"SELECT max(grade), max(route), max(duties), max(reasons) FROM ({query})"
    started = process_time()
    database.execute(folded).fetchall()
    return process_time() - started


best = min(decide() for _ in range(RUNS))
report("SQLite " + sqlite3.sqlite_version, int(rows), load_seconds, best)
with open(answers, "w", encoding="utf-8") as out:
    for answer in database.execute(query):
        out.write("%d %d %d %d\n" % answer)
