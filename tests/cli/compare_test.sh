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
says out '"moves":\[\{"route_before":"high_risk_panel","grade_before":"standard","route_after":"multi_agency_review","grade_after":"standard","incidents":1,"examples":\["i3"\]\}\]'
says out '"weeks":\[\{"monday":"2026-01-05","added":\{.*\},"dropped":\{.*"marac_referral":1.*\}\}\]'
ends_with 2 "$earlyhelp" policy compare three.json four.json -
says err 'read twice'

# Without a feed every case is compared; cases have no weight.
ends_with 0 "$earlyhelp" policy compare three.json four.json
says out '^and in its place earlyhelp-default, version 1, in force from '
says out '^CASES: 2,127,998,467,067,904 that an incident can have, of which 2,046,052,579,705,344 keep grade and route, and 81,945,887,362,560 move$'
says out 'not weighted by how often they come up'
says out '^ +7,389,315,072  high_risk_panel, standard -> early_intervention, standard$'
says out '^      such as: events_in_window 3$'
says out '^ +-59,302,591,363,008  marac_referral$'
ends_with 0 "$earlyhelp" policy compare three.json four.json --format json
has_lines out 1
says out '"cases":2127998467067904,"unmoved":2046052579705344,"weighted":false,"moves":\[\{"route_before":'
says out '\{"duty":"contact_family","added":19704403766592,"dropped":0,"rescheduled":0,"added_to":\{"events_in_window":"3"\}\}'
ends_with 0 "$earlyhelp" policy compare three.json three.json
[ "$(grep -c '^  none$' out)" -eq 2 ] || fail 'a policy differs from itself'
ends_with 0 "$earlyhelp" policy compare --help
says out 'Without FEED'

# The days of the policies are their own unless --on says which; what belongs to a feed needs one.
sed 's/^\( *\)\({"parameter":"serial_victims",.*\)$/\1\2\n\1{"parameter":"serial_victims","in_force_from":"2027-01-01","unit":"victims","value":3,"source":{"title":"A test"}},/' three.json >later.json
ends_with 0 "$earlyhelp" policy compare three.json later.json
says out '^and in its place earlyhelp-default, version 1, in force from 2027-01-01$'
says out 'such as: suspect_other_victims 1$'
ends_with 0 "$earlyhelp" policy compare three.json later.json --on 2026-06-01
says out ' and 0 move$'
ends_with 2 "$earlyhelp" policy compare three.json four.json --on 1999-01-01
says err 'no policy was in force on 1999-01-01'
ends_with 2 "$earlyhelp" policy compare three.json four.json --on 2026-02-30
says err '--on: expected a day that exists'
ends_with 2 "$earlyhelp" policy compare three.json four.json feed.ndjson --on 2026-06-01
for option in --history --calendar --as-of --rejects; do
  ends_with 2 "$earlyhelp" policy compare three.json four.json $option x
  says err 'FEED'
done

head -n 3 feed.ndjson >good.ndjson
ends_with 0 "$earlyhelp" policy compare three.json three.json good.ndjson
says out '^3 incidents: 3 with the same grade and route, 0 moved$'

# Each incident by the policy of its day, and on what was known then: from the 12th on it takes four events. The fourth of
# that week happened before the third, but nobody had recorded it when that was decided.
sed 's/^\( *\)\({"parameter":"escalation_events",.*\)$/\1\2\n\1{"parameter":"escalation_events","in_force_from":"2026-01-12","unit":"incidents","value":4,"source":{"title":"A test"}},/' three.json >from.json
sed 's/2026-01-05/2026-01-13/g; s/"id":"i/"id":"j/; s/"p\([12]\)"/"q\1"/g' good.ndjson >week.ndjson
tail -n 1 week.ndjson | sed 's/"j3"/"j4"/; s/20:50/20:45/; s/"recorded_at":"2026-01-13T21:00/"recorded_at":"2026-01-14T21:00/' >fourth
cat good.ndjson week.ndjson fourth >weeks.ndjson
ends_with 0 "$earlyhelp" policy compare three.json from.json weeks.ndjson
says out '^7 incidents: 5 with the same grade and route, 2 moved$'
says out '-> multi_agency_review, standard +such as j3 j4$'
says out '^week of 2026-01-12:.* marac_referral -2'
! grep -q '^week of 2026-01-05' out || fail 'the policy of January 12th decided an incident of the 5th'
ends_with 0 "$earlyhelp" policy compare three.json four.json weeks.ndjson
says out ' 3 moved$'
says out '^week of 2026-01-05:.* marac_referral -1'

# A policy that came into force in between has decided whoever was reported since, and nobody else.
sed 's/"in_force_from":"[^"]*"/"in_force_from":"2026-01-12"/' four.json >new.json
ends_with 0 "$earlyhelp" policy compare new.json three.json weeks.ndjson
says out '^4 incidents: 2 with the same grade and route, 2 moved$'
says out '-> high_risk_panel, standard +such as j3 j4$'
says out '^3 incidents have one of the policies only$'
ends_with 1 "$earlyhelp" policy compare three.json new.json weeks.ndjson
says out '^4 incidents: 2 with the same grade and route, 2 moved$'
says out '^3 incidents have one of the policies only$'
says err '3 rows rejected'

# Where nobody moves, when duties are due may; and what no case shows is named.
sed 's/\("marac_referral_within".*\)"unit":"working_days","value":1,/\1"unit":"clock_hours","value":4000,/' three.json >clock.json
sed 's/\("escalation_window".*"value":\)12/\16/' three.json >window.json
ends_with 0 "$earlyhelp" policy compare three.json clock.json
says out ' and 0 move$'
says out '^ +~[0-9,]+  marac_referral$'
! grep -q 'NOT COMPARED' out || fail 'the clocks were compared'
ends_with 0 "$earlyhelp" policy compare three.json clock.json good.ndjson
says out '^week of 2026-01-05:  marac_referral later 1$'
ends_with 0 "$earlyhelp" policy compare clock.json three.json good.ndjson --format json
says out '"unmoved":3,.*"sooner":\{"marac_referral":1\},"later":\{\}'
ends_with 0 "$earlyhelp" policy compare three.json window.json
says out '^NOT COMPARED'
says out '^  escalation_window$'
ends_with 0 "$earlyhelp" policy compare three.json window.json --format json
says out '"not_compared":\["escalation_window"\]\}$'

ends_with 0 "$earlyhelp" policy sweep three.json good.ndjson --vary escalation_events=2..4
has_lines out 4
says out '^ +2 .* 2 +[0-9]+ +[0-9]+ *$'
ends_with 0 "$earlyhelp" policy sweep three.json good.ndjson --vary escalation_events=2..4 --vary serial_victims=2..3 --format json
has_lines out 6
says out '^\{"thresholds":\{"escalation_events":3,"serial_victims":2\},"grades":\{"standard":3,"medium":0,"high":0\}'
ends_with 0 "$earlyhelp" policy sweep three.json good.ndjson --vary escalation_events=2147483647..2147483647
has_lines out 2
ends_with 2 "$earlyhelp" policy sweep three.json good.ndjson --vary escalation_events=2..4 --vary escalation_events=2..4
says err '--vary: escalation_events is varied twice'
for range in escalation_events escalation_events=3..2 escalation_events=0..2 contact_within=1..2 geese=1..2 escalation_events=1..x; do
  ends_with 2 "$earlyhelp" policy sweep three.json good.ndjson --vary "$range"
  says err '--vary'
done
