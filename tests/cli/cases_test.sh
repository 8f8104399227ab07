# Made-up cases beside a made-up feed: the same feed as without them, the same cases again, and flaws only when asked.
set -eu
. "$3/check.sh"

"$earlyhelp" generate --incidents 400 --seed 1 >feed.ndjson
ends_with 0 "$earlyhelp" generate --incidents 400 --seed 1 --cases cases.ndjson
cmp out feed.ndjson || fail 'the feed is another when cases are made up too'
"$earlyhelp" generate --incidents 400 --seed 1 --cases again.ndjson >again_feed.ndjson
cmp cases.ndjson again.ndjson || fail 'the same seed made other cases'
says cases.ndjson '^\{"case":"case-1","record":"member","person":\{"id":"family-[0-9]+-victim"'
says cases.ndjson '"record":"event","kind":"triaged","id":"case-[0-9]+-[0-9]+",.*"body":\{"incident":"incident-1",'
says cases.ndjson '"kind":"referred",.*"body":\{"source":"school"\}\}$'

"$earlyhelp" generate --incidents 400 --seed 1 --cases flawed.ndjson --flawed 500 >flawed_feed.ndjson
cmp flawed_feed.ndjson feed.ndjson || fail 'flaws changed the feed'
! cmp -s flawed.ndjson cases.ndjson || fail 'no flaw was made'
says flawed.ndjson '"mode":"letter","result":"message_left"'

ends_with 2 "$earlyhelp" generate --incidents 4 --seed 1 --cases no/such/folder/cases.ndjson
says err 'no/such/folder/cases.ndjson: cannot be written'
ends_with 2 "$earlyhelp" generate --incidents 4 --seed 1 --flawed 10
ends_with 0 "$earlyhelp" generate --help
says out 'ASSUMPTION; Library default'
says out '--cases FILE'
