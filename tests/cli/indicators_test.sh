# Figures about the families of a period, from case files and a feed.
set -eu
. "$3/check.sh"

# What happened at the fourth argument in the case of the first: an event of a kind, and what it says.
event() {
  printf '{"case":"%s","record":"event","kind":"%s","id":"%s","occurred_at":"%s","recorded_at":"%s","recorded_by":"w-1","body":%s}\n' \
    "$1" "$2" "$3" "$4" "$4" "$5"
}
member() {
  printf '{"case":"%s","record":"member","person":{"id":"%s"},"role":"%s","recorded_at":"2026-01-05T21:00:00Z"}\n' \
    "$1" "$2" "$3"
}
family() {
  member "$1" "$1-v" victim
  member "$1" "$1-s" perpetrator
  event "$1" referred "$1-1" "$2" '{"source":"school"}'
}
contact() { event "$1" contact_made "$1-2" "$2" "{\"person\":\"$1-v\",\"mode\":\"visit\"}"; }
{
  family c-1 2026-01-06T10:00:00Z
  contact c-1 2026-01-07T10:00:00Z
  family c-2 2026-01-06T10:00:00Z
  family c-3 2026-01-06T10:00:00Z
  contact c-3 2026-04-07T10:00:00Z # on the 91st day
  family c-4 2026-03-06T10:00:00Z  # 90 days are not over
  contact c-4 2026-03-07T10:00:00Z
  family c-5 2026-01-06T10:00:00Z
  event c-5 closed c-5-2 2026-01-06T11:00:00Z '{"reason":"opened_in_error"}'
  family c-6 2025-12-31T10:00:00Z # before the period
} >cases.ndjson
row() {
  printf '{"id":"%s","occurred_at":"%sT20:30:00Z","recorded_at":"%sT21:00:00Z","victims":[{"id":"%s"}],"suspects":[{"id":"%s"}]}\n' \
    "$1" "$2" "$2" "$3" "$4"
}
{
  row i-1 2026-01-02 c-1-v c-1-s
  row i-2 2026-01-07 c-1-v c-1-s # on the day of the first contact: none
  row i-3 2026-01-02 c-3-v c-3-s
  row i-4 2026-04-08 c-3-v c-3-s # on the day after it
} >feed.ndjson

period='--from 2026-01-01 --until 2026-03-31 --at 2026-05-01T00:00:00Z'
# shellcheck disable=SC2086  # several words
{
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --only family_reached --format csv
  has_lines out 2
  says out '^indicator,version,unit,group,initial_population,denominator,denominator_exclusion,numerator,'
  says out '^family_reached,1,family,all,5,3,0,1,0,0,1,0,0,1,3,0\.333333333333333[0-9]*,0\.0614[0-9]*,0\.7923[0-9]*,0\.25,0\.5,unstable$'
  says err '^cases.ndjson: 22 rows: 22 read, 0 rejected$'
  says err '^feed.ndjson: 4 rows: 4 read, 0 rejected$'
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --only family_reached
  says out '^Families reached$'
  says out '^    all: 1 of 3, 33 % \(6 % to 79 %\), unstable$'
  says out '^      and not in it: not_in_denominator 1, pending 1$'
  says out '^      bounds: 25 % to 50 %, if none or all of the undecided came to count$'
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --only family_reached --format members
  says out '^indicator,group,standing,ids$'
  says out '^family_reached,all,numerator,c-1$'
  says out '^family_reached,all,denominator_only,c-2$'
  says out '^family_reached,all,denominator_only,c-3$'
  says out '^family_reached,all,pending,c-4$'
  says out '^family_reached,all,not_in_denominator,c-5$'
  ! grep -q c-6 out || fail 'who came before the period is in it'
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --only family_reached --by month --format csv
  says out '^family_reached,1,family,2026-01,4,3,0,1,'
  says out '^family_reached,1,family,2026-03,1,0,0,0,0,0,1,0,0,0,0,NA,NA,NA,0,1,no_denominator$'

  # The members of several figures by groups are one table.
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --only family_reached --only family_engaged \
    --by month --format members
  [ "$(grep -c '^indicator,' out)" -eq 1 ] || fail 'more than one heading'
  says out '^family_reached,2026-03,pending,c-4$'
  says out '^family_engaged,2026-01,'
  ! grep -vqE '^[a-z_]+,(group|2026-0[13]),[a-z_]+,[a-z0-9 -]+$' out || fail 'a member without a group'

  # A call on the day of the first contact does not count; of those without any call on record nothing is known.
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-01-01 --until 2026-04-30 \
    --at 2026-07-01T00:00:00Z --only no_further_callout_30 --format members
  says out '^no_further_callout_30,all,numerator,c-1-s c-1-v$'
  says out '^no_further_callout_30,all,denominator_only,c-3-s c-3-v$'
  says out '^no_further_callout_30,all,not_known,c-4-s c-4-v$'

  # Callouts stand with the curve of all who were followed and with what is expected of nothing.
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-01-01 --until 2026-04-30 \
    --at 2026-07-01T00:00:00Z --only no_further_callout_30
  says out '^    all: 1 of 2, 50 %'
  says out '^      bounds: '
  says out '^    curve of all who were followed, after 30 days: 50 % without \([0-9]+ % to [0-9]+ %\), [12] of 2 at risk: few'
  says out '^    expected with nothing done: [0-9]+ %, by a model'
  ! grep -q '^Feedback' out || fail 'more than was asked for'
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --by month --only no_further_callout_30
  [ "$(grep -c 'curve of all who' out)" -eq 1 ] || fail 'not one curve for all groups'

  # The table of everything has the times, and ends with what is in no single figure.
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period
  says out '^    time from .* two-way contact.*: median no_denominator, '
  [ "$(grep -c 'curve of all who' out)" -eq 4 ] || fail 'not every figure about callouts has its curve'
  says out '^Feedback, of the families of the period$'
  says out '^    2 families with 0 children, of these 0 spoken with themselves$'
  says out '^Cases in the 12 whole weeks from 2026-01-05$'
  says out '^    1 open at the start, 5 opened, 1 closed, 5 open at the end$'
  says out '^    5 open, 5 of them with nobody '

  # The table in the README is what the program says of the three families of its example.
  {
    family r-1 2026-01-05T09:00:00Z
    contact r-1 2026-01-06T10:00:00Z
    family r-2 2026-01-12T09:00:00Z
    family r-3 2026-03-02T09:00:00Z
    contact r-3 2026-03-03T10:00:00Z
  } >three.ndjson
  ends_with 0 "$earlyhelp" indicators three.ndjson feed.ndjson $period --only family_reached
  sed 's/^/    /' out >block
  sed -n '/^    \$ earlyhelp indicators .* --only family_reached$/,/^$/p' "$3/../../README.md" | sed '1d;$d' >shown
  cmp block shown || fail "the README shows: $(cat shown), not: $(cat block)"

  # A cut-off long after the last record: nothing was recorded, which is not that nothing happened.
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-01-01 --until 2026-03-31 \
    --at 2026-05-07T10:00:00Z --only family_reached
  ! grep -q WARNING err || fail 'a warning within the days for late records'
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-01-01 --until 2026-03-31 \
    --at 2026-05-08T21:00:01Z --only family_reached
  says err '^feed.ndjson: WARNING: the last record is of 2026-04-08T21:00:00Z, 30 days before --at; '
  says err '^cases.ndjson: WARNING: the last record is of 2026-04-07T10:00:00Z, 31 days before --at; '
  : >empty.ndjson
  ends_with 0 "$earlyhelp" indicators cases.ndjson empty.ndjson $period --only family_reached
  says err '^empty.ndjson: WARNING: there is no record in it$'

  # One of the two may come from standard input, and not both.
  "$earlyhelp" indicators - feed.ndjson $period --only family_reached --format csv <cases.ndjson >out 2>err
  says out '^family_reached,1,family,all,5,3,'
  "$earlyhelp" indicators cases.ndjson - $period --only family_reached --format csv <feed.ndjson >out 2>err
  says err '^-: 4 rows: 4 read, 0 rejected$'
  ends_with 2 "$earlyhelp" indicators - - $period
  says err 'only one of CASES and FEED can be standard input'
  for command in indicators worklist; do
    ends_with 0 "$earlyhelp" "$command" --help
    [ "$(grep -c -e '- for standard$' -e '- for standard input$' out)" -eq 2 ] || fail "$command --help does not say -"
  done

  # Every figure, and what each is.
  ends_with 0 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --format csv
  says out '^contact_in_time,1,incident,all,0,'
  ends_with 0 "$earlyhelp" indicators --format explain
  says out '^contact_in_time: '
  says out '^source: '
  says out '^index date: first callout$'

  # What cannot be used is told, and the others count.
  { cat cases.ndjson; echo '{"case":'; } >torn.ndjson
  ends_with 1 "$earlyhelp" indicators torn.ndjson feed.ndjson $period --only family_reached --format csv
  says out '^family_reached,1,family,all,5,3,'
  says err 'torn.ndjson: 23 rows: 22 read, 1 rejected \(see torn.ndjson.rejects.ndjson\)'
  { cat cases.ndjson; echo '{"case":"c-2","record":"nothing"}'; } >torn.ndjson
  ends_with 1 "$earlyhelp" indicators torn.ndjson feed.ndjson $period --only family_reached
  says err '^torn.ndjson: WARNING: incomplete cases, of which some rows could not be read: c-2$'
  ends_with 2 "$earlyhelp" indicators cases.ndjson feed.ndjson $period --only reached
  says err 'there is no indicator reached'
  ends_with 2 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-02-01 --until 2026-01-01 --at 2026-05-01T00:00:00Z
  says err '^earlyhelp: --until: expected a day that is not before --from$'
  ends_with 2 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-02-30 --until 2026-03-01 --at 2026-05-01T00:00:00Z
  says err '^earlyhelp: --from: expected a day, written YYYY-MM-DD, not 2026-02-30$'
  ends_with 2 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-02-01 --until 2026-03-01
  says err '^earlyhelp: --at: needed, '
  ends_with 2 "$earlyhelp" indicators cases.ndjson feed.ndjson --from 2026-02-01 --at 2026-05-01T00:00:00Z
  says err '^earlyhelp: --until: needed, '
  ends_with 2 "$earlyhelp" indicators cases.ndjson feed.ndjson --until 2026-02-01 --at 2026-05-01T00:00:00Z
  says err '^earlyhelp: --from: needed, '
  ends_with 2 "$earlyhelp" indicators cases.ndjson missing.ndjson $period
  ends_with 2 "$earlyhelp" indicators missing.ndjson feed.ndjson $period
  ends_with 2 "$earlyhelp" indicators $period
  says err 'CASES'
}
