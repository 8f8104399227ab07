# How many families of a feed were without a further incident.
set -eu
. "$3/check.sh"

# row <id> <day> <victim> <suspect>
row() {
  printf '{"id":"%s","occurred_at":"%sT20:30:00Z","recorded_at":"%sT21:00:00Z","victims":[{"id":"%s"}],"suspects":[{"id":"%s"}]}\n' \
    "$1" "$2" "$2" "$3" "$4"
}
{
  row i1 2026-01-01 p1 p2
  row i2 2026-01-08 p2 p1 # the same two, the other way round: on the seventh day
  row i3 2026-01-01 p3 p4
  row i4 2026-01-09 p3 p4 # on the eighth day
  row i5 2026-01-01 p5 p6
  row i6 2026-01-01 p5 p6 # on the index day: none
  row i7 2026-01-10 p7 p8 # followed for five days
  row i8 2026-01-16 p9 p0 # after the last day
} >feed.ndjson

ends_with 0 "$earlyhelp" recurrence feed.ndjson --within 5,7,8,14,15 --as-of 2026-01-15 --format csv
has_lines out 6
says out '^window_days,families,eligible,repeated,at_risk,survival,lower,upper$'
says out '^5,4,4,0,4,1,1,1$'
says out '^7,4,3,1,3,0\.666666666666666[67],0\.05407[0-9]*,0\.9452[0-9]*$'
says out '^8,4,3,2,2,0\.3333333333333333,'
says out '^14,4,3,2,1,0\.333'
says out '^15,4,0,0,0,NA,NA,NA$'
says err '^8 rows: 8 read, 0 rejected$'
ends_with 0 "$earlyhelp" recurrence feed.ndjson --as-of 2026-01-15
says out '^  window_days     families '
says out '^           30            4            0 '

# For people: no limits that look certain where nothing has happened yet, and a mark where few are at risk.
ends_with 0 "$earlyhelp" recurrence feed.ndjson --within 5,7,15 --as-of 2026-01-15
says out '^            5            4            4            0            4            1    no events    no events  few at risk$'
says out '^            7            4            3            1            3     0.666666     0.05407[0-9]     0.9452[0-9]*  few at risk$'
says out '^           15            4            0            0            0           NA           NA           NA$'
for family in 1 2 3 4 5 6 7 8 9; do row "n$family" 2026-01-01 "v$family" "s$family"; done >nine.ndjson
ends_with 0 "$earlyhelp" recurrence nine.ndjson --within 5 --as-of 2026-01-15
says out ' 9            1    no events    no events  few at risk$'
{ cat nine.ndjson; row n0 2026-01-01 v0 s0; } >ten.ndjson
ends_with 0 "$earlyhelp" recurrence ten.ndjson --within 5 --as-of 2026-01-15
says out ' 10            1    no events    no events$'
ends_with 0 "$earlyhelp" recurrence ten.ndjson --within 5 --as-of 2026-01-15 --format csv
says out '^5,10,10,0,10,1,1,1$'

# The order of the rows does not matter.
sort -r feed.ndjson >other.ndjson
ends_with 0 "$earlyhelp" recurrence feed.ndjson --within 7,8 --as-of 2026-01-15 --format csv
mv out first
ends_with 0 "$earlyhelp" recurrence other.ndjson --within 7,8 --as-of 2026-01-15 --format csv
cmp out first || fail 'another order gave another answer'

# What cannot be used is told, and the others go on; nobody is a table of its own.
{ cat feed.ndjson; echo '{"id":'; } >torn.ndjson
ends_with 1 "$earlyhelp" recurrence torn.ndjson --within 7 --as-of 2026-01-15 --format csv
says out '^7,4,3,1,3,'
says err '^9 rows: 8 read, 1 rejected \(see torn.ndjson.rejects.ndjson\)$'
: >empty.ndjson
ends_with 0 "$earlyhelp" recurrence empty.ndjson --within 7 --as-of 2026-01-15 --format csv
says out '^7,0,0,0,0,NA,NA,NA$'

for within in 0 -7 7, ,7 7,x 36526 99999999999999999999; do
  ends_with 2 "$earlyhelp" recurrence feed.ndjson "--within=$within" --as-of 2026-01-15
  says err 'within'
done
for day in 2026-02-30 2026-01-15T00:00:00Z yesterday; do
  ends_with 2 "$earlyhelp" recurrence feed.ndjson --as-of "$day"
  says err 'as-of'
done
ends_with 2 "$earlyhelp" recurrence feed.ndjson

# A last day long after the last record: nothing was recorded, which is not that nothing happened.
ends_with 0 "$earlyhelp" recurrence feed.ndjson --as-of 2026-02-15
! grep -q WARNING err || fail 'a warning within the days for late records'
ends_with 0 "$earlyhelp" recurrence feed.ndjson --as-of 2026-02-16
says err '^feed.ndjson: WARNING: the last record is of 2026-01-16T21:00:00Z, 30 days before --as-of; '
ends_with 2 "$earlyhelp" recurrence missing.ndjson --as-of 2026-01-15
