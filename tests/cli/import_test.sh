# Somebody else's table becomes a feed; what cannot be read becomes a reject.
set -eu
. "$3/check.sh"

ends_with 2 "$earlyhelp" import nowhere.csv --mapping chicago.json
says err 'nowhere.csv'
printf 'Date,Block,Primary Type,Description,Location Description,Arrest,Community Area\r\n2022-01-01 00:10:00,001XX W A ST,BATTERY,DOMESTIC BATTERY SIMPLE,"APART\nMENT",false,1\r\n2022-13-01 00:10:00,001XX W A ST,BATTERY,X,HOUSE,false,1\r\n' >calls.csv
ends_with 1 "$earlyhelp" import calls.csv --mapping chicago.json
has_lines out 1
says err '^2 rows: 1 imported, 1 rejected \(see calls.csv.rejects.ndjson\)$'
says calls.csv.rejects.ndjson '"field":"Date"'
mv out feed.ndjson
ends_with 0 "$earlyhelp" triage feed.ndjson --format ndjson
says out '"grade":"none"'
says out '"definition-undetermined"'
mv out decided
ends_with 1 "$earlyhelp" triage calls.csv --mapping chicago.json --format ndjson
cmp out decided || fail 'a table is decided otherwise than its feed'
says err '^2 rows: 1 decided, 1 rejected \(see calls.csv.rejects.ndjson\)$'
says calls.csv.rejects.ndjson '"line":4,"field":"Date"'
ends_with 2 "$earlyhelp" triage calls.csv --mapping nowhere.json
ends_with 2 "$earlyhelp" import calls.csv --mapping nowhere.json
