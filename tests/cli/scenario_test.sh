# A policy officer writes cases, holds a policy to them, and sees what they would miss.
set -eu
. "$3/check.sh"

"$earlyhelp" policy show --format json >policy.json
# A small policy keeps short what tries every slip.
grep -vE '^ *\{"id":"(not-d|conf|def|party|vis|inc|rep|threat|stalk|sexual|coerc|honour|victim|rising|order|susp|cluster|serial|pros|child|medium|high|young|school|marac)' policy.json >small.json
cat >cases.csv <<'CSV'
case,strangulation,events_in_window,officer_grade,route,duties
choked,y,,,multi_agency_review,*
third,,3,,high_risk_panel,daily_review;idva_offer;marac_referral
quiet,,,,early_intervention,contact_family;daily_review
CSV
ends_with 0 "$earlyhelp" policy test policy.json cases.csv
says out '^3 cases: 3 met, 0 not$'

# The reference cases of the policy page are cases too.
ends_with 0 "$earlyhelp" policy test policy.json "$3/../oracles/triage.csv"
says out '^[0-9]+ cases: [0-9]+ met, 0 not$'

# One slip in the policy, and the case that knows better says where, cell by cell.
sed 's/\("escalation_events".*"value":\)3/\14/' policy.json >four.json
ends_with 1 "$earlyhelp" policy test four.json cases.csv
says out '^line 3 \(third\): route: expected high_risk_panel, found early_intervention$'
says out '^line 3 \(third\): duties: expected daily_review;idva_offer;marac_referral, found daily_review;contact_family$'
says out '^3 cases: 2 met, 1 not$'

# A row that is no case is told with line and column; a column that is none refuses the file.
printf 'case,strangulation,route\na,yes,record_only\nb,y,multi_agency_review\nc,y\n' >bad.csv
ends_with 1 "$earlyhelp" policy test policy.json bad.csv
says err '^bad\.csv:2: strangulation: expected one of n, y, u$'
says err '^bad\.csv:4: expected 3 cells, found 2$'
says out '^1 cases: 1 met, 0 not$'
printf 'case,youngest_child_age,reasons,route\na,0,*,early_intervention\nb,,wepon,*\n\n,,,\nc,,*,\nd,,,\n' >bad.csv
for command in test coverage; do
  ends_with 1 "$earlyhelp" policy $command small.json bad.csv
  says err '^bad\.csv:2: no incident has these facts: The youngest child is a linked child, and a child$'
  says err '^bad\.csv:3: reasons: expected rules that the policy has, or \*$'
  says err '^bad\.csv:6: expects nothing of the decision$'
  has_lines err 3
  says out '^(cases: 1, of which the policy does not meet 1|1 cases: 0 met, 1 not)$'
done
printf 'case,route\n,\n' >bad.csv
ends_with 2 "$earlyhelp" policy test policy.json bad.csv
says err 'bad\.csv: expected a case under the row of names$'
ends_with 0 "$earlyhelp" policy test --help
says out 'expects an empty list'
printf 'case,strangled\na,y\n' >bad.csv
ends_with 2 "$earlyhelp" policy test policy.json bad.csv
says err 'bad\.csv:1: column 2: "strangled" is no column of facts or of decisions$'
printf 'case,strangulation\na,y\n' >bad.csv
ends_with 2 "$earlyhelp" policy test policy.json bad.csv
says err 'bad\.csv:1: no column says what is expected'
: >bad.csv
ends_with 2 "$earlyhelp" policy coverage policy.json bad.csv
says err 'bad\.csv:1: expected a first row that names the columns$'
ends_with 2 "$earlyhelp" policy test policy.json nowhere.csv
ends_with 2 "$earlyhelp" policy test policy.json cases.csv --on 2025-02-30
ends_with 2 "$earlyhelp" policy test policy.json cases.csv --on 1999-01-01
says err 'no policy was in force on 1999-01-01'

# What these cases would miss, and cases that miss nothing.
ends_with 0 "$earlyhelp" policy check small.json
ends_with 1 "$earlyhelp" policy coverage small.json cases.csv
says out '^rules that fire: [0-9]+ of [0-9]+$'
says out '^  never: weapon$'
says out '^  never yes: weapon$'
says out '^  survived: weapon: without the rule$'
says out '^    killed by: .*weapon=y'
ends_with 0 "$earlyhelp" policy cases small.json
says err '^[0-9]+ cases; no fewer kill all that can be killed: '
mv out all.csv
ends_with 0 "$earlyhelp" policy test small.json all.csv
ends_with 0 "$earlyhelp" policy coverage small.json all.csv
says out '^mutants: [0-9]+, killed [0-9]+, survived 0, equivalent [0-9]+$'

# The cases named for survivors can be added to those that were tried, and then nothing survives.
ends_with 1 "$earlyhelp" policy coverage small.json cases.csv --killers killers.csv
ends_with 0 "$earlyhelp" policy test small.json killers.csv
head -n 3 all.csv >few.csv
ends_with 1 "$earlyhelp" policy coverage small.json few.csv --killers killers.csv
sed 1d killers.csv >>few.csv
ends_with 0 "$earlyhelp" policy coverage small.json few.csv
ends_with 2 "$earlyhelp" policy coverage small.json few.csv --killers ./few.csv
says err 'few\.csv: holds the cases that were tried; name another file$'
ends_with 2 "$earlyhelp" policy coverage small.json cases.csv --killers no/such/folder/killers.csv
says err 'killers\.csv: cannot be written$'

# A number that changes later makes a policy of its own: what only the days before it show is no less a slip.
grep -E '^ *\{"id":"school-notification"' policy.json >school.row
sed '/^ *"rules": /r school.row' small.json >taught.json
row='{"parameter":"escalation_events","in_force_from":"2026-01-01","unit":"incidents","value":4,"source":{"title":"A test"}},'
sed "s/^\( *\)\({\"parameter\":\"serial_victims\",.*\)\$/\1\2\n\1$row/" taught.json >dated.json
! cmp -s taught.json dated.json || fail 'no number changes'
ends_with 1 "$earlyhelp" policy coverage dated.json cases.csv --killers killers.csv
says out '^  survived: school_notification_from: 2025-11-08 instead of 2025-11-07$'
says out '^    killed by: party_under_18=y, reported_on=2025-11-07$'
ends_with 0 "$earlyhelp" policy test dated.json killers.csv
ends_with 0 "$earlyhelp" policy cases dated.json
says out ',2025-11-06,'
says out ',2026-01-01,'
mv out all.csv
ends_with 0 "$earlyhelp" policy coverage dated.json all.csv
! grep -q 'equivalent: school' out || fail 'a slip that a day shows is called equivalent'

# Beyond the last day and the first there are no slips, and beyond the highest numbers.
for day in 9999-12-31 1400-01-01; do
  sed '/"school_notification_from"/s/"value":"[0-9-]*"/"value":"'$day'"/' taught.json >edge.json
  ends_with 0 "$earlyhelp" policy check edge.json
  ends_with 1 "$earlyhelp" policy coverage edge.json cases.csv
  says out "^  (survived|equivalent): school_notification_from: [0-9-]+ instead of $day\$"
  ends_with 0 "$earlyhelp" policy cases edge.json
done
sed 's/"value":[0-9][0-9]*/"value":2147483647/; /calendar_months/s/2147483647/1200/' taught.json >highest.json
ends_with 1 "$earlyhelp" policy coverage highest.json cases.csv
says out ': escalation_events: 2147483646 instead of 2147483647$'
ends_with 0 "$earlyhelp" policy cases highest.json
