# A made-up day and year: every incident is decided, in the order of the feed, in each format.
set -eu
. "$3/check.sh"

"$earlyhelp" generate --incidents 40 --seed 1 >day.ndjson
has_lines day.ndjson 40
"$earlyhelp" generate --incidents 40 --seed 1 | cmp - day.ndjson || fail 'the same seed made another day'

ends_with 0 "$earlyhelp" triage day.ndjson
says err '^40 rows: 40 decided, 0 rejected$'
says out '^INCIDENT +GRADE +ROUTE'
says out '^    due    daily_review 20[0-9-]{8} 09:00'
says out '^    why    domestic-incident'
[ ! -e day.ndjson.rejects.ndjson ] || fail 'a rejects file without rejects'

ends_with 0 "$earlyhelp" triage day.ndjson --format ndjson
has_lines out 40
sed 's/^{"id":"\([^"]*\)".*/\1/' out >decided
sed 's/^{"id":"\([^"]*\)".*/\1/' day.ndjson | cmp - decided || fail 'the decisions are not in the order of the feed'
says out '"grade":"none"'
says out '"duties":\["daily_review",'

ends_with 0 "$earlyhelp" triage day.ndjson --format csv
has_lines out 41
says out '^id,grade,route,duties,reasons,'

# Standard input is read twice too, and a compressed feed is a feed.
"$earlyhelp" triage day.ndjson --format ndjson >from_file 2>/dev/null
"$earlyhelp" triage - --format ndjson <day.ndjson 2>/dev/null | cmp - from_file || fail 'standard input differs'
gzip -k day.ndjson
"$earlyhelp" triage day.ndjson.gz --format ndjson 2>/dev/null | cmp - from_file || fail 'a compressed feed differs'

# The order of the rows changes no decision.
sort day.ndjson >sorted.ndjson
"$earlyhelp" triage sorted.ndjson --format ndjson 2>/dev/null | sort >a
sort from_file | cmp - a || fail 'another order of rows, another decision'

id=$(head -n 1 decided)
ends_with 0 "$earlyhelp" explain day.ndjson --id "$id"
says out "^Incident $id, by policy earlyhelp-default version 1"
says out '^  Why$'
says out '^      source: '
ends_with 2 "$earlyhelp" explain day.ndjson --id nobody
