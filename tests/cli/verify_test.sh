# A policy is verified over every case: what fails is named, with an example.
set -eu
. "$3/check.sh"

# The shipped policy breaks one property, and says with which clocks.
ends_with 1 "$earlyhelp" policy verify
says out '^CASES: 1,595,998,850,300,928 that an incident can have, out of 1,767,381,277,178,880 combinations'
says out '^  holds  no_gap: '
says out '^  FAILS  graver_never_delays: '
says out '^      mash, in 294,198,957,830,016: .* due 24 clock hours from the report, not 1 working day'
says out '^        for example: party_under_18 y, reported_on 2026-01-05$'
says out '^1 of 9 properties do not hold\.$'

"$earlyhelp" policy show --format json >policy.json
sed 's/\("mash_referral_within".*"value":\)24/\14/' policy.json >mended.json
ends_with 0 "$earlyhelp" policy verify mended.json
says out '^Everything holds\.$'
ends_with 0 "$earlyhelp" policy verify --policy mended.json --format json
has_lines out 1
says out '"holds":true,"combinations":1767381277178880,"cases":1595998850300928,'

# A rule that fires only where there is no injury.
sed 's/"id":"weapon",\(.*\)"when":\["weapon"\]/"id":"weapon",\1"when":["weapon","not injury"]/' mended.json >spoilt.json
! cmp -s mended.json spoilt.json || fail 'nothing was spoilt'
ends_with 1 "$earlyhelp" policy verify spoilt.json
says out '^  FAILS  graver_never_lowers: '
says out '^      injury, in .*lowers the route from multi agency review to early intervention\.$'
says out '^        and then:    injury y$'
ends_with 1 "$earlyhelp" policy verify spoilt.json --format json
says out '"failures":\[\{"subject":"injury","sentence":'

# Each policy that a book makes over time.
sed 's/^\( *\)\({"parameter":"serial_victims",.*\)$/\1\2\n\1{"parameter":"serial_victims","in_force_from":"2027-01-01","unit":"victims","value":3,"source":{"title":"A test"}},/' mended.json >later.json
ends_with 0 "$earlyhelp" policy verify later.json --format json
has_lines out 2
says out '"in_force_from":"2027-01-01"'

ends_with 2 "$earlyhelp" policy verify nowhere.json
sed 's/"unit":"incidents"/"unit":"geese"/' policy.json >bad.json
ends_with 2 "$earlyhelp" policy verify bad.json
says err 'bad\.json:[0-9]+: '

# A book without any number makes no policy on any day, and is not sound for that.
sed '/^ *{"parameter":/d' policy.json >none.json
ends_with 2 "$earlyhelp" policy verify none.json
says err 'escalation_events: has no row$'
ends_with 2 "$earlyhelp" policy compare policy.json none.json
says err 'none\.json: parameters: escalation_events: has no row$'
sed '/^ *{"id":"[a-z]/d' policy.json >ruleless.json
ends_with 2 "$earlyhelp" policy verify ruleless.json
says err 'a policy needs rules$'

# The highest numbers that there are.
sed 's/"value":[0-9][0-9]*/"value":2147483647/; /calendar_months/s/2147483647/1200/' policy.json >highest.json
ends_with 0 "$earlyhelp" policy verify highest.json
ends_with 0 "$earlyhelp" policy compare policy.json highest.json

# A name that is empty is no file, and not the shipped policy either.
for command in verify show check; do
  ends_with 2 "$earlyhelp" policy $command ''
  says err 'an argument is empty'
done
ends_with 2 "$earlyhelp" policy verify --policy ''
ends_with 2 "$earlyhelp" policy verify --policy=
