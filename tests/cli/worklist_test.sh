# The list of a day from case files and a feed: what is on it, for whom, and what becomes of bad rows.
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
decided() {
  printf '{"incident":"%s","policy":{"id":"p","version":1,"in_force_from":"2025-01-01"},"grade":"standard",' "$1"
  printf '"route":"early_intervention","duties":["daily_review","contact_family"],"suitability":"suitable",'
  printf '"is_provisional":false,"meets_marac_criteria":false,"starts":{"reported_at":"2026-01-05T21:00:00Z"},'
  printf '"daily_review":{"clock":{"kind":"daily_at","amount":540},"start":"report"},"terms":['
  printf '{"duty":"daily_review","within":{"clock":{"kind":"daily_at","amount":540},"start":"report"}},'
  printf '{"duty":"contact_family","within":{"clock":{"kind":"clock_hours","amount":48},"start":"attendance"}}],"facts":[]}'
}
{
  member c-1 p1 victim
  member c-1 p2 perpetrator
  event c-1 triaged e-1 2026-01-05T21:10:00Z "$(decided i-1)"
  event c-1 referred e-2 2026-01-05T21:20:00Z '{"source":"police","incident":"i-1"}'
  event c-1 suitability_decided e-3 2026-01-06T10:00:00Z '{"is_suitable":true}'
  event c-1 allocated e-4 2026-01-06T10:10:00Z '{"worker":"w-1","person":"p1"}'
  event c-1 allocated e-5 2026-01-06T10:20:00Z '{"worker":"w-2","person":"p2"}'
  member c-2 p3 victim
  event c-2 referred e-6 2026-01-06T10:30:00Z '{"source":"school"}'
} >cases.ndjson
{
  incident i-1
  incident i-2 | sed 's/05T2/06T2/g'
  incident i-3 | sed 's/05T2/08T2/g'
} >feed.ndjson

# The review of i-1 was due on Tuesday at 09:00 and nobody recorded one: on Wednesday it is late. The promise is due
# that evening at 21:00.
at='--at 2026-01-07T09:00:00Z'
# shellcheck disable=SC2086  # several words
{
  ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson $at
  says err '^cases.ndjson: 9 rows: 9 read, 0 rejected$'
  says err '^3 rows: 2 decided, 0 rejected, 1 not yet recorded$'
  says out '^Worklist, Wed 2026-01-07 09:00$'
  says out '^       2  incidents for the daily review: 1 since Tue 2026-01-06 09:00, 1 late, 0 already reviewed; 2 are prov'
  says out '^       1  duties overdue$'
  says out '^       1  due today$'
  says out '^       2  cases, of which 0 incomplete$'
  says out '^       2  incidents decided; NOT DECIDED: 0 rows rejected, 1 not yet recorded$'
  says out '^  i-1  .*, LATE, recorded Mon 2026-01-05 21:00$'
  says out '^  i-2  .*recorded Tue 2026-01-06 21:00$'
  says out '^  Tue 2026-01-06 09:00 +daily_review, case c-1, incident i-1, with w-1, w-2$'
  says out '^  Wed 2026-01-07 21:00 +contact_family, case c-1'
  says out '^  nothing due +case c-2, for suitability, 22 h$'
  says out '^  case c-1, p1$'
  says out '^PRACTITIONER w-2$'
  ! grep -q i-3 out || fail 'what was not recorded yet is on the list'

  ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --since 2026-01-05T09:00:00Z --format json
  has_lines out 1
  says out '"last_review":"2026-01-05T09:00:00Z"'
  says out '"counts":\{"cases":2,"daily_review":2,"overdue":1,"due_today":1,"later":0,"not_covered":0,"waiting":1,'
  says out '"id":"i-1",[^}]*"standing":"since_last"'

  # The order of the rows does not matter, and one of the two may come from a pipe.
  mv out json
  sort cases.ndjson >sorted_cases.ndjson
  sort -r feed.ndjson >sorted_feed.ndjson
  "$earlyhelp" worklist sorted_cases.ndjson - $at --since 2026-01-05T09:00:00Z --format json <sorted_feed.ndjson 2>err |
    cmp - json || fail 'another order of rows, another list'
  ends_with 2 "$earlyhelp" worklist - - $at
  says err 'only one of CASES and FEED'

  # A review was recorded: nothing is late.
  event c-1 daily_reviewed e-7 2026-01-06T09:05:00Z '{"grade":"standard","contact_by":"w-1"}' >>cases.ndjson
  ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson $at
  says out ' 0 late, '
  says out '^       0  duties overdue$'

  # What each may see: the victim's worker the victim's channel, the perpetrator's worker nothing of it.
  event c-1 channel_confirmed e-8 2026-01-06T11:00:00Z \
    '{"person":"p1","channel":"hers","safety":"safe","may_leave_message":false,"safe_from":"10:00","safe_until":"12:00"}' \
    >>cases.ndjson
  ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --practitioner w-1
  says out '^List of w-1, Wed 2026-01-07 09:00$'
  says out '^  1 cases, 1 open duties: 0 overdue, 1 due today$'
  says out '^    p1 \(victim\): not now; may be contacted: hers by phone or video from Wed 2026-01-07 10:00$'
  ! grep -q 'c-2\|DAILY REVIEW' out || fail 'a list has what is not of its practitioner'
  for format in table json; do
    ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --practitioner w-2 --format $format
    ! grep -q 'hers\|contact_family\|victim"' out || fail "the perpetrator's worker sees: $(cat out)"
  done
  ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --practitioner nobody
  says out '^  0 cases, 0 open duties'
  says err '^no case is allocated to nobody$'

  # A channel that ran out by the place's own policy is none.
  echo '{"promise_kept":"by_contact","safe_channel_days":1,"attempts_before_not_reached":3,"keep_years":6,"keep_high_risk_years":10,"record_crime_within":{"unit":"clock_hours","value":24,"start":"report"},"triage_disclosed_within":{"unit":"clock_hours","value":24,"start":"report"}}' >casework.json
  ends_with 0 "$earlyhelp" worklist cases.ndjson feed.ndjson --at 2026-01-07T11:30:00Z --practitioner w-1 \
    --casework-policy casework.json
  says out 'p1 \(victim\): NO SAFE CHANNEL confirmed any more: one live, neutral call'

  # Bad rows of either file go to a file beside it; the page says how many, and which case lacks something.
  event c-1 channel_shared e-9 2026-01-06T11:10:00Z '{"channel":"hers","with":"p2","note":"he reads it"}' >>cases.ndjson
  incident i-4 ',"note":"she was afraid"' >>feed.ndjson
  ends_with 1 "$earlyhelp" worklist cases.ndjson feed.ndjson $at
  says out '^       1  rows of cases rejected$'
  says out ' NOT DECIDED: 1 rows rejected, '
  says out '^       2  cases, of which 1 incomplete$'
  says out '^    p1 \(victim\): ASK FIRST: '
  says err '^cases.ndjson: 12 rows: 11 read, 1 rejected \(see cases.ndjson.rejects.ndjson\)$'
  says err '\(see feed.ndjson.rejects.ndjson\)$'
  has_lines cases.ndjson.rejects.ndjson 1
  says cases.ndjson.rejects.ndjson '^\{"line":12,"field":"body.note"'
  has_lines feed.ndjson.rejects.ndjson 1
  ends_with 1 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --practitioner w-1
  says out 'WARNING: 1 rows of cases could not be read'
  ! grep -q hers out || fail 'a channel of a case that lacks something is named'

  : >empty.ndjson
  ends_with 0 "$earlyhelp" worklist empty.ndjson empty.ndjson $at
  says out '^       0  cases, of which 0 incomplete$'

  ends_with 2 "$earlyhelp" worklist nowhere.ndjson feed.ndjson $at
  says err 'nowhere.ndjson'
  ends_with 2 "$earlyhelp" worklist cases.ndjson nowhere.ndjson $at
  says err 'nowhere.ndjson'
  ends_with 2 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --since 2026-01-07T09:00:01Z
  says err '--since: '
  ends_with 2 "$earlyhelp" worklist cases.ndjson feed.ndjson $at --practitioner 'two words'
}
ends_with 2 "$earlyhelp" worklist cases.ndjson feed.ndjson
says err '--at'
for at in yesterday '' 2026-01-07 2026-01-07T09:00:00; do
  ends_with 2 "$earlyhelp" worklist cases.ndjson feed.ndjson "--at=$at"
  says err '--at'
done
ends_with 2 "$earlyhelp" worklist cases.ndjson feed.ndjson --at 1999-01-07T09:00:00Z
says err '--at: before the first day of the policy'
