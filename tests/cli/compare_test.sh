# Who moves when a number of the policy does.
set -eu
. "$3/check.sh"

"$earlyhelp" policy show --format json >three.json
sed 's/\("escalation_events".*"value":\)3/\14/' three.json >four.json
{
  incident i1 ',"officer_grade":"standard"'
  incident i2 ',"officer_grade":"standard"' | sed 's/20:30/20:40/'
  incident i3 ',"officer_grade":"standard"' | sed 's/20:30/20:50/'
  incident i4 ',"victims":[]'
} >feed.ndjson

ends_with 1 "$earlyhelp" policy compare three.json four.json feed.ndjson
says out '^3 incidents: 2 with the same grade and route, 1 moved$'
says out 'high_risk_panel, standard -> multi_agency_review, standard +such as i3$'
says out '^week of 2026-01-05:.* marac_referral -1'
says err '1 rows rejected'
ends_with 1 "$earlyhelp" policy compare three.json four.json feed.ndjson --format json
says out '"moves":\[\{"route_before":"high_risk_panel"'
ends_with 2 "$earlyhelp" policy compare three.json four.json -
says err 'read twice'

head -n 3 feed.ndjson >good.ndjson
ends_with 0 "$earlyhelp" policy compare three.json three.json good.ndjson
says out '^3 incidents: 3 with the same grade and route, 0 moved$'

ends_with 0 "$earlyhelp" policy sweep three.json good.ndjson --vary escalation_events=2..4
has_lines out 4
says out '^ +2 .* 2 +[0-9]+ +[0-9]+ *$'
ends_with 0 "$earlyhelp" policy sweep three.json good.ndjson --vary escalation_events=2..4 --vary serial_victims=2..3 --format json
has_lines out 6
says out '^\{"thresholds":\{"escalation_events":3,"serial_victims":2\},"grades":\{"standard":3,"medium":0,"high":0\}'
for range in escalation_events escalation_events=3..2 escalation_events=0..2 contact_within=1..2 geese=1..2 escalation_events=1..x; do
  ends_with 2 "$earlyhelp" policy sweep three.json good.ndjson --vary "$range"
  says err '--vary'
done
