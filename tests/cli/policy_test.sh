# A policy is shown, changed, checked and used.
set -eu
. "$3/check.sh"

ends_with 0 "$earlyhelp" policy show
says out '^escalation_events: 3 incidents$'
says out '^child-harmed \*$'
ends_with 0 "$earlyhelp" policy show --format json
mv out policy.json
ends_with 0 "$earlyhelp" policy check policy.json
ends_with 0 "$earlyhelp" policy show policy.json --format json
cmp out policy.json || fail 'a policy did not come back as it was'

# A force that refers after two events.
sed 's/\("escalation_events".*"value":\)3/\12/' policy.json >two.json
{
  incident i1
  incident i2 | sed 's/T20/T20/;s/20:30/20:40/'
} >feed.ndjson
ends_with 0 "$earlyhelp" triage feed.ndjson --format ndjson
! grep -q '"escalation"' out || fail 'two events escalate under the shipped policy'
ends_with 0 "$earlyhelp" triage feed.ndjson --policy two.json --format ndjson
says out '"escalation"'

sed 's/"unit":"incidents"/"unit":"geese"/' policy.json >bad.json
ends_with 2 "$earlyhelp" policy check bad.json
says err 'bad\.json:[0-9]+: parameters\[[0-9]+\]\.unit: expected'
sed 's/"retired_rules": \[\]/"retired_rules": ["weapon"]/' policy.json >retired.json
ends_with 2 "$earlyhelp" policy check retired.json
says out 'rules: weapon: uses the id of a retired rule'
ends_with 2 "$earlyhelp" triage feed.ndjson --policy retired.json
says err 'retired'
ends_with 2 "$earlyhelp" policy check nowhere.json
ends_with 2 "$earlyhelp" policy
