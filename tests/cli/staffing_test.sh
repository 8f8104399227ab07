# How many practitioners keep the promise.
set -eu
. "$3/check.sh"

short='--weeks 4 --runs 3'

# shellcheck disable=SC2086  # several options
{
  ends_with 0 "$earlyhelp" staffing $short
  says out '^practitioners  state .* in time '
  says out '^            2  unstable '
  says out '^           12  stable '
  says out '40\.00 incidents a day that police attended \(Northamptonshire Police'
  says out '0\.65 of them graded standard.*ASSUMPTION'
  mv out first
  ends_with 0 "$earlyhelp" staffing $short
  cmp out first || fail 'the same seed did not give the same answer'
  ends_with 0 "$earlyhelp" staffing $short --seed 2
  ! cmp -s out first || fail 'another seed gave the same answer'

  ends_with 0 "$earlyhelp" staffing $short --practitioners 0..2 --format json
  has_lines out 3
  says out '^\{"practitioners":0,"state":"no_capacity",.*"in_time":null,"in_time_by_formula":null,"mean_wait_hours":null,"utilisation":null,'
  says out '^\{"practitioners":1,"state":"unstable",.*"in_time":\{"mean":.*"runs":3\},"in_time_by_formula":null,"mean_wait_hours":null,'
  ends_with 0 "$earlyhelp" staffing $short --practitioners 12 --every-day --format json
  has_lines out 1
  says out '"state":"stable",.*"in_time_by_formula":(1|0\.99).*"mean_wait_hours":[0-9]'
  ends_with 0 "$earlyhelp" staffing $short --practitioners 3 --demand 0 --format json
  says out '"state":"stable",.*"in_time":null,'
  ends_with 0 "$earlyhelp" staffing $short --practitioners 12 --order case_by_case --format json
  says out '"state":"stable"'

  # A force that promises a week: the same team keeps it.
  "$earlyhelp" policy show --format json | sed '/"contact_within"/s/"value":48/"value":168/' >week.json
  ends_with 0 "$earlyhelp" staffing $short --practitioners 12 --policy week.json --format json
  says out '"in_time":\{"mean":1,'
}

for sizes in 12..2 x 2.. ..2 -1 2..x 2..3..4; do
  ends_with 2 "$earlyhelp" staffing "--practitioners=$sizes"
  says err 'practitioners|least'
done
ends_with 2 "$earlyhelp" staffing --demand -3
says err 'incidents_a_day'
ends_with 2 "$earlyhelp" staffing --runs 1
says err 'runs'
ends_with 2 "$earlyhelp" staffing --first-day 2025-02-30
says err '--first-day'
ends_with 2 "$earlyhelp" staffing --first-day 2028-06-01
says err 'calendar does not cover'
ends_with 2 "$earlyhelp" staffing --order backwards
