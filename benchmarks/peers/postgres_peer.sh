#!/bin/sh
# Decides the facts with PostgreSQL: a cluster of its own in a temporary folder, one process, everything in shared
# buffers. Started as root it goes on as the user of the package, because the server will not run as root.
#
#   sh postgres_peer.sh QUERY FACTS ROWS ANSWERS
set -eu
query=$1 facts=$2 rows=$3 answers=$4
bin=$(find /usr/lib/postgresql -maxdepth 2 -name bin | sort -V | tail -n 1)
folder=$(mktemp -d)
as_user=
if [ "$(id -u)" = 0 ]; then
  chown postgres "$folder"
  as_user='runuser -u postgres --'
fi
server() { $as_user "$bin/pg_ctl" -D "$folder/data" "$@" >"$folder/pg_ctl.log"; }
trap 'server -m immediate stop || true; rm -rf "$folder"' EXIT

cd "$folder"
$as_user "$bin/initdb" -D "$folder/data" -A trust -N >/dev/null
server -w -o "-k $folder -c listen_addresses= -c shared_buffers=1GB -c fsync=off -c max_parallel_workers_per_gather=0 \
  -c autovacuum=off" -l "$folder/server.log" start

# What the backend has had of the processor so far, in ns.
spent="\! sed 's/^/spent /' /proc/\$BACKEND/schedstat"
decide="SELECT max(grade), max(route), max(duties), max(reasons) FROM ($(cat "$query")) AS decided;
$spent"
columns=$(head -n 1 "$facts" | sed 's/,/ smallint, /g')
cat >"$folder/decide.sql" <<SQL
SELECT pg_backend_pid() AS pid \gset
\setenv BACKEND :pid
CREATE TABLE facts ($columns smallint);
$spent
\copy facts FROM PROGRAM 'head -n $((rows + 1)) $facts' (FORMAT csv, HEADER)
$spent
VACUUM ANALYZE facts;
$spent
$decide
$decide
$decide
\! grep VmHWM /proc/\$BACKEND/status
\copy ($(cat "$query")) TO '$folder/answers' (DELIMITER ' ')
SQL
# psql writes the files: it runs as whoever started this.
psql -X -q -h "$folder" -U "$($as_user id -un)" -d postgres -v ON_ERROR_STOP=1 -f "$folder/decide.sql" \
  >"$folder/out"
cp "$folder/answers" "$answers"
version=$("$bin/postgres" --version | sed 's/.*) \([0-9.]*\).*/\1/')
awk -v name="PostgreSQL $version" -v rows="$rows" '
  /^spent/ { ++times; took = $2 - before; before = $2 }
  /^spent/ && times == 2 { load = took }
  /^spent/ && times > 3 && (best == "" || took < best) { best = took }
  /^VmHWM:/ { peak = $2 }
  END {
    printf "{\"name\": \"%s\", \"rows\": %d, \"load_seconds\": %f, \"decide_seconds\": %f, \"peak_kib\": %d}\n",
      name, rows, load / 1e9, best / 1e9, peak
  }' "$folder/out"
