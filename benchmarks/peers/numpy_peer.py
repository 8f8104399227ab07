"""Decides the facts with numpy, in slices that stay in the cache.

  python3 numpy_peer.py MODULE FACTS ROWS ANSWERS
"""

import runpy
import sys
from time import process_time

import numpy

from measured import RUNS, report

SLICE = 32768

module, facts_file, rows, answers_file = sys.argv[1:]
decide = runpy.run_path(module)["decide"]

start = process_time()
with open(facts_file, encoding="utf-8") as text:
    columns = text.readline().strip().split(",")
    table = numpy.loadtxt(text, numpy.int16, delimiter=",", max_rows=int(rows), ndmin=2)
facts = {}
for place, column in enumerate(columns):
    values = table[:, place]
    facts[column] = values.astype(numpy.int16 if abs(values).max() > 127 else numpy.int8)
del table
load_seconds = process_time() - start

answers = [numpy.zeros(int(rows), kind) for kind in (numpy.int8, numpy.int8, numpy.uint16, numpy.uint64)]


def decide_all():
    started = process_time()
    for first in range(0, int(rows), SLICE):
        part = slice(first, first + SLICE)
        decided = decide({column: values[part] for column, values in facts.items()})
        for answer, values in zip(answers, decided):
            answer[part] = values
    return process_time() - started


best = min(decide_all() for _ in range(RUNS))
report("numpy " + numpy.__version__, int(rows), load_seconds, best)
with open(answers_file, "w", encoding="utf-8") as out:
    for answer in zip(*(answer.tolist() for answer in answers)):
        out.write("%d %d %d %d\n" % answer)
