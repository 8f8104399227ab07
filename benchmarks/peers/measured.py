"""What a peer written in Python says about its run."""

import json
import resource

RUNS = 3


def report(name, rows, load_seconds, decide_seconds):
    """One line of JSON, before the answers are written, which is no part of deciding."""
    print(json.dumps({
        "name": name,
        "rows": rows,
        "load_seconds": load_seconds,
        "decide_seconds": decide_seconds,
        "peak_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
    }), flush=True)
