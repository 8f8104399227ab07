# A policy officer writes cases, holds a policy to them, and sees what they would miss.
set -eu
. "$3/check.sh"

"$earlyhelp" policy show --format json >policy.json
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
printf 'case,strangulation,route\na,yes,*\nb,y,*\nc,y\n' >bad.csv
ends_with 1 "$earlyhelp" policy test policy.json bad.csv
says err '^bad\.csv:2: strangulation: expected one of n, y, u$'
says err '^bad\.csv:4: expected 3 cells, found 2$'
says out '^1 cases: 1 met, 0 not$'
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

# What these cases would miss, and cases that miss nothing. A small policy keeps it short.
grep -vE '^ *\{"id":"(not-d|conf|def|party|vis|inc|rep|threat|stalk|sexual|coerc|honour|victim|rising|order|susp|cluster|serial|pros|child|medium|high|young|school|marac)' policy.json >small.json
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
