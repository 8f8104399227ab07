"""Compares the answers of the peers in this folder with ours, row by row, and prints what they took.

  python3 table.py HEADING OURS PEER...   where PEER.measured and PEER.answers are
"""

import hashlib
import json
import os
import platform
import sys
from itertools import islice, zip_longest

KIB_PER_MIB = 1024


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as text:
        model = next((line.split(":")[1].strip() for line in text if line.startswith("model name")), platform.machine())
    gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{model}, {os.cpu_count()} cores of which one is used, {gib:.0f} GiB"


def rounded(number):
    return f"{number:,.{0 if number >= 100 else 1 if number >= 10 else 2}f}"


def checksum_of_same(ours, peer, rows):
    """Of the first `rows` answers, which have to be the same in both files."""
    checksum = hashlib.sha256()
    with open(ours + ".answers", encoding="utf-8") as expected, open(peer + ".answers", encoding="utf-8") as answers:
        for row, (right, answer) in enumerate(zip_longest(islice(expected, rows), answers)):
            if right != answer:
                sys.exit(f"{peer}, row {row}: answers {answer!r} and not {right!r}")
            checksum.update(answer.encode())
    return checksum.hexdigest()[:12]


heading, ours, *others = sys.argv[1:]
peers = {}
for name in [ours] + others:
    with open(name + ".measured", encoding="utf-8") as text:
        peers[name] = json.load(text)
base = peers[ours]["decide_seconds"] / peers[ours]["rows"]

checksums = {name: checksum_of_same(ours, name, peer["rows"]) for name, peer in peers.items()}

print(f"{heading}; {machine()}.\n")
print("| engine | rows | ns per row | times ours | decisions per second | loading, s | peak memory, MiB | checksum |")
print("|---|--:|--:|--:|--:|--:|--:|---|")
for name, peer in peers.items():
    per_row = peer["decide_seconds"] / peer["rows"]
    print(f"| {peer['name']} | {peer['rows']:,} | {rounded(per_row * 1e9)} | {rounded(per_row / base)} | {1 / per_row:,.0f} "
          f"| {peer['load_seconds']:.2f} | {peer['peak_kib'] / KIB_PER_MIB:,.0f} | {checksums[name]} |")
