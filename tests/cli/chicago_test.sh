# Public records of 38,962 domestic incidents of one year: each is decided, and nothing is guessed.
set -eu
data=${EARLYHELP_CHICAGO:-../shared/data/chicago_domestic_2022.csv.gz}
if [ ! -e "$data" ]; then
  echo "skipped: the public records are not here; EARLYHELP_CHICAGO names their file"
  exit 77
fi
data=$(cd "$(dirname "$data")" && pwd)/$(basename "$data")
. "$3/check.sh"

"$earlyhelp" import "$data" --mapping chicago.json --rejects import.rejects >feed.ndjson 2>err || fail "$(cat err)"
has_lines feed.ndjson 38962
ends_with 0 "$earlyhelp" triage feed.ndjson --format ndjson
has_lines out 38962
says err '^38962 rows: 38962 decided, 0 rejected$'
mv out decided
ends_with 0 "$earlyhelp" triage "$data" --mapping chicago.json --format ndjson --rejects triage.rejects
cmp out decided || fail 'the table is decided otherwise than its feed'

# every <pattern>: it stands in each decision.
every() {
  number=$(grep -cE -e "$1" out) || true
  [ "$number" -eq 38962 ] || fail "$1 stands in $number decisions"
}
every '"grade":"none"'
every '"provisional":"y"'
every '"reasons":\["definition-undetermined","domestic-incident","ungraded"'
every '"ask_next":\["definition","officer_grade".*"children"\]'
every '"suitability":"not_(yet|suitable)"'
escalated=$(grep -c '"escalation"' out)
[ "$escalated" -gt 0 ] && [ "$escalated" -lt 38962 ] || fail "$escalated escalations"
echo "$escalated of 38962 escalated from stand-in households"

# The same places again, homes alone.
zcat -f "$data" | awk 'NR == 1 || /,(APARTMENT|RESIDENCE),/' >homes.csv
ends_with 0 "$earlyhelp" recurrence homes.csv --mapping chicago.json --within 7,30,90 --as-of 2022-11-30 --format csv
says out '^7,13207,13074,600,12536,0\.954282910939'
says out '^30,13207,12567,1740,10865,0\.862526384036'
says out '^90,13207,11029,3496,7561,0\.692760443153'
