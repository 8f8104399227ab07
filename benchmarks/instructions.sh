#!/bin/sh
# Prints how many instructions a decision, or an incident, takes, by callgrind: what the larger of two sizes takes beyond
# the smaller one, divided by how many more there are, so that starting and making up what is decided drops out. Unlike
# times, the numbers come out alike on a busy machine; vectors are the widest that valgrind knows, AVX2.
#
#   sh benchmarks/instructions.sh [DATA]    a minute or two
#
# DATA are the public records that the feeds are made of, EARLYHELP_CHICAGO otherwise; without them feeds are left out.
#
# Needs valgrind.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/.." && pwd)
data=${1:-${EARLYHELP_CHICAGO:-}}
case $data in
  '' | /*) ;;
  *) data=$PWD/$data ;;
esac
work=$root/build/instructions

if ! command -v valgrind >/dev/null; then
  echo 'instructions.sh: valgrind is not installed' >&2
  exit 2
fi
mkdir -p "$work"
(cd "$root" && cmake --preset release -DEARLYHELP_BENCHMARKS=ON -DEARLYHELP_CLI=ON &&
  cmake --build build/release --target earlyhelp_benchmarks earlyhelp_cli) >"$work/build.log"
benchmarks=$root/build/release/benchmarks/earlyhelp_benchmarks
earlyhelp=$root/build/release/earlyhelp
cd "$work"

# count <command...>: the instructions of one run of it.
count() {
  valgrind --tool=callgrind --callgrind-out-file=callgrind.out "$@" >run.out 2>run.err || {
    cat run.out run.err >&2
    exit 1
  }
  sed -n 's/^==[0-9]*== Collected : \([0-9]*\).*/\1/p' run.err
}

# each <name> <larger> <smaller> <units>: a row.
each() {
  awk -v name="$1" -v larger="$2" -v smaller="$3" -v units="$4" \
    'BEGIN { printf "%-44s %9.1f\n", name, (larger - smaller) / units }'
}

# repeated <name> <units> <test>: of a test that does its work so often.
repeated() {
  smaller=$(EARLYHELP_REPEATS=1 count "$benchmarks" "$3")
  larger=$(EARLYHELP_REPEATS=3 count "$benchmarks" "$3")
  each "$1" "$larger" "$smaller" $(($2 * 2))
}

# fed <name> <ending> <option...>: of the rows that the larger feed has beyond the smaller one.
fed() {
  name=$1
  ending=$2
  shift 2
  smaller=$(count "$earlyhelp" triage "smaller.$ending" "$@" --format ndjson)
  larger=$(count "$earlyhelp" triage "larger.$ending" "$@" --format ndjson)
  each "$name" "$larger" "$smaller" $((rows - rows / 2))
}

echo 'instructions of                                   each'
repeated 'a decision from facts, in bulk' 4096 'instructions: 4096 decisions in bulk'
repeated 'a decision from facts, one at a time' 4096 'instructions: 4096 decisions one at a time'
repeated 'a decision from columns, both readings' 8192 'instructions: 8192 incidents from columns'
repeated 'a decision from planes, both readings' 8192 'instructions: 8192 incidents from planes'
repeated 'history in bulk, 15,000 incidents' 15000 'instructions: history of 15000 incidents'
repeated 'history in bulk, 150,000 incidents' 150000 'instructions: history of 150000 incidents'
if [ -z "$data" ]; then
  echo 'instructions.sh: no public records, so no feeds' >&2
  exit 0
fi
zcat -f "$data" >larger.csv
rows=$(($(wc -l <larger.csv) - 1))
head -n $((1 + rows / 2)) larger.csv >smaller.csv
for size in smaller larger; do
  "$earlyhelp" import $size.csv --mapping chicago.json >$size.ndjson 2>import.log
done
fed 'an incident of an NDJSON feed' ndjson
fed 'an incident of a CSV table' csv --mapping chicago.json
