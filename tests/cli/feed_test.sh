# Bad rows become rejects with line, field and reason; good rows go on; the counts add up; exit codes tell.
set -eu
. "$3/check.sh"

{
  incident good-1
  echo 'not json'
  incident good-1
  incident age ',"children":[{"id":"c1","age":121}]'
  incident note ',"note":"she was afraid"'
  printf '{"id":"two words","occurred_at":"2026-01-05T20:30:00Z","recorded_at":"2026-01-05T21:00:00Z","victims":[{"id":"p1"}],"suspects":[{"id":"p2"}]}\n'
  printf '{"id":"same","occurred_at":"2026-01-05T20:30:00Z","recorded_at":"2026-01-05T21:00:00Z","victims":[{"id":"p1"}],"suspects":[{"id":"p1"}]}\n'
  printf '{"id":"when","occurred_at":"2026-02-30T20:30:00Z","recorded_at":"2026-03-05T21:00:00Z","victims":[{"id":"p1"}],"suspects":[{"id":"p2"}]}\n'
  printf '{"id":"few"}\n'
  printf '{"id":"\377","occurred_at":"2026-01-05T20:30:00Z"}\n'
  head -c 10485760 /dev/zero | tr '\0' a
  echo
  head -c 100000 /dev/zero | tr '\0' '['
  echo
  incident good-2
  incident truncated | tr -d '\n' | head -c 60
} >feed.ndjson

ends_with 1 "$earlyhelp" triage feed.ndjson --format ndjson
has_lines out 2
says err '^14 rows: 2 decided, 12 rejected \(see feed.ndjson.rejects.ndjson\)$'
has_lines feed.ndjson.rejects.ndjson 12
says feed.ndjson.rejects.ndjson '^\{"line":2,"field":"","reason":"'
says feed.ndjson.rejects.ndjson '^\{"line":3,"field":"id","reason":"'
says feed.ndjson.rejects.ndjson '^\{"line":4,"field":"children\[0\]\.age","reason":"'
says feed.ndjson.rejects.ndjson '^\{"line":5,"field":"note","reason":"'
says feed.ndjson.rejects.ndjson '^\{"line":14,'
! grep -q 'afraid\|two words' feed.ndjson.rejects.ndjson || fail 'a reject repeats what somebody said'

# The same rows elsewhere; and gone when there are none any more.
ends_with 1 "$earlyhelp" triage feed.ndjson --rejects elsewhere --format csv
cmp -s elsewhere feed.ndjson.rejects.ndjson || fail 'the rejects differ'
incident good-1 >feed.ndjson
ends_with 0 "$earlyhelp" triage feed.ndjson
[ ! -e feed.ndjson.rejects.ndjson ] || fail 'the rejects of an earlier run were left'

# What was not recorded yet does not count yet.
ends_with 0 "$earlyhelp" triage feed.ndjson --as-of 2026-01-05T20:59:59Z --format ndjson
has_lines out 0
says err '^1 rows: 0 decided, 0 rejected, 1 not yet recorded$'
ends_with 0 "$earlyhelp" triage feed.ndjson --as-of 2026-01-05T21:00:00Z --format ndjson
has_lines out 1

# Two earlier incidents of the pair make the third one an escalation.
for i in 1 2; do
  echo '{"event":"incident","id":"h'$i'","occurred_at":"2025-06-0'$i'T10:00:00Z","recorded_at":"2025-06-0'$i'T11:00:00Z","a":"p1","b":"p2","definition":"domestic_abuse"}'
done >history.ndjson
ends_with 0 "$earlyhelp" triage feed.ndjson --history history.ndjson --format ndjson
says out '"escalation"'
echo '{"event":"surprise"}' >>history.ndjson
ends_with 1 "$earlyhelp" triage feed.ndjson --history history.ndjson --format ndjson
says history.ndjson.rejects.ndjson '"line":3'

# Before any policy there is no decision.
incident early | sed 's/2026/1999/g' >early.ndjson
ends_with 1 "$earlyhelp" triage early.ndjson --format ndjson
says early.ndjson.rejects.ndjson '"field":"reported_at"'

# Without school terms the school duty says so; with them it is due.
incident school ',"reported_at":"2026-01-05T21:00:00Z","relationships":[{"between":["p1","p2"],"kind":"spouse"}],"behaviours":["economic"],"children_known":true,"children":[{"id":"c","age":9,"related_to":["p1"]}]' |
  sed 's/{"id":"p1"}/{"id":"p1","age":30}/;s/{"id":"p2"}/{"id":"p2","age":31}/' >school.ndjson
ends_with 0 "$earlyhelp" triage school.ndjson --format ndjson
says out '"notify_school":"not_covered"'
cat >calendar.json <<'C'
{"time_zone": "GMT0BST,M3.5.0/1,M10.5.0/2",
 "holidays": {"source": {"title": "made up"}, "first": "2026-01-01", "last": "2026-01-31", "days": ["2026-01-01"]},
 "school_terms": {"first": "2026-01-01", "last": "2026-01-31", "terms": [{"first": "2026-01-06", "last": "2026-01-30"}]}}
C
ends_with 0 "$earlyhelp" triage school.ndjson --calendar calendar.json --format ndjson
says out '"notify_school":"2026-01-06T08:30:00Z"'

ends_with 2 "$earlyhelp" triage nowhere.ndjson
says err 'nowhere.ndjson'
ends_with 2 "$earlyhelp" triage
ends_with 2 "$earlyhelp" triage feed.ndjson --format xml
ends_with 2 "$earlyhelp" triage feed.ndjson --as-of yesterday
ends_with 2 "$earlyhelp" triage feed.ndjson --calendar nowhere.json
ends_with 2 "$earlyhelp" nothing
ends_with 0 "$earlyhelp" --help
says out 'Exit codes'
ends_with 0 "$earlyhelp" triage --help
says out '--as-of'
: >empty.ndjson
ends_with 0 "$earlyhelp" triage empty.ndjson --format ndjson
has_lines out 0
says err '^0 rows: 0 decided, 0 rejected$'
if [ -e /dev/full ]; then
  code=0
  "$earlyhelp" triage feed.ndjson >/dev/full 2>err || code=$?
  [ "$code" -eq 2 ] || fail 'a full disk passed for a short list'
fi
