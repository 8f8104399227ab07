#!/bin/sh
# Decides the same made-up incidents with this library and with other engines, compares every answer, and prints what
# each took as a Markdown table. An engine that answers anything else in any row is an error, and there is no table.
#
#   sh benchmarks/peers/run.sh [ROWS]    1,000,000 rows; the engines that decide row by row in Node take at most 10,000
#
# The rule table of every peer is written from the policy file, `earlyhelp policy show --format json`, by the write_*.py
# here. All of them read facts.csv, where everything is a small whole number, and answer grade, route, duties and
# reasons from what is known. Timed is deciding alone, from what is already loaded, the best of three runs, all on one
# core (the last one, or PEERS_CORE), in processor time of all threads: a busy machine would slow the long runs more than
# the short ones. SQL is timed as a query that reads all four answers and keeps only the highest of
# each, which is cheaper for it than storing them; the others store theirs. Planes were compared with the numbers of the
# policy while loading, the others compare as they decide. Peak memory is of the whole process when it has decided, with
# its rows and its language; of PostgreSQL it is the one backend.
#
# Needs, and installs when started as root: python3-numpy, postgresql, nodejs with npm; the packages of package.json.
set -eu
rows=${1:-1000000}
if ! [ "$rows" -ge 1000 ] 2>/dev/null; then
  echo "run.sh: $rows is not a number of rows from 1000 on; fewer take no time that could be measured" >&2
  exit 2
fi
slow_rows=$((rows < 10000 ? rows : 10000))
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$root/build/peers
core=${PEERS_CORE:-$(($(nproc) - 1))}
python=/usr/bin/python3 # the one that python3-numpy is for

mkdir -p "$work"
cd "$work"
missing=
$python -c 'import numpy, sqlite3' 2>/dev/null || missing="$missing python3-numpy"
[ -n "$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null)" ] || missing="$missing postgresql"
command -v npm >/dev/null || missing="$missing nodejs npm"
# shellcheck disable=SC2086
[ -z "$missing" ] || apt-get install -y --no-install-recommends $missing >apt.log
cp "$here/package.json" "$here"/*.mjs .
npm install --no-audit --no-fund >npm.log 2>&1

(cd "$root" && cmake --preset release -DEARLYHELP_CLI=ON &&
  cmake --build build/release --target earlyhelp_cli earlyhelp_peers earlyhelp_plain_structs) >build.log
built=$root/build/release/benchmarks/peers
ours=$built/earlyhelp_peers
"$root/build/release/earlyhelp" policy show --format json >policy.json
"$ours" facts "$rows" >facts.csv
for dialect in duckdb postgres sqlite; do
  $python "$here/write_sql.py" policy.json $dialect >$dialect.sql
done
$python "$here/write_numpy.py" policy.json >numpy_policy.py
$python "$here/write_json_rules.py" policy.json >json_rules.json
$python "$here/write_zen.py" policy.json >zen.json

# measure <name> <command>: the command writes what it measured to standard output and its answers to <name>.answers.
measure() {
  name=$1
  shift
  echo "$name" >&2
  taskset -c "$core" "$@" >"$name.measured"
  measured="$measured $name"
}
load=$(cut -d ' ' -f 1 /proc/loadavg)
measured=
rm -f ./*.measured ./*.answers
for way in columns columns_in_both_readings planes bulk one_at_a_time; do
  measure $way "$ours" decide $way facts.csv $way.answers
done
measure plain_structs "$built/earlyhelp_plain_structs" facts.csv "$rows" plain_structs.answers
measure numpy $python "$here/numpy_peer.py" numpy_policy.py facts.csv "$rows" numpy.answers
measure duckdb node duckdb_peer.mjs duckdb.sql facts.csv "$rows" duckdb.answers
measure postgres sh "$here/postgres_peer.sh" "$work/postgres.sql" "$work/facts.csv" "$rows" "$work/postgres.answers"
measure sqlite $python "$here/sqlite_peer.py" sqlite.sql facts.csv "$rows" sqlite.answers
measure zen node zen_peer.mjs zen.json facts.csv "$slow_rows" zen.answers
measure json_rules node json_rules_peer.mjs json_rules.json facts.csv "$slow_rows" json_rules.answers

commit=$(git -C "$root" describe --always --dirty='+')
# shellcheck disable=SC2086
$python "$here/table.py" "Commit $commit, load before the run $load" $measured
