# What the scripts of this folder share: `. check.sh` with the program and the work folder as $1 and $2.
earlyhelp=$1
rm -rf "$2"
mkdir -p "$2"
cd "$2"

fail() {
  echo "FAILED: $*" >&2
  exit 1
}

# ends_with <exit code> <command...>: the command ends so; its output is in out and err.
ends_with() {
  expected=$1
  shift
  code=0
  "$@" >out 2>err </dev/null || code=$?
  [ "$code" -eq "$expected" ] || fail "$* ended with $code, not $expected: $(cat err)"
}

# says <file> <pattern>: a line of the file matches.
says() {
  grep -qE -e "$2" "$1" || fail "$1 does not say $2 but: $(head -n 20 "$1")"
}

# has_lines <file> <number>
has_lines() {
  number=$(wc -l <"$1")
  [ "$number" -eq "$2" ] || fail "$1 has $number lines, not $2"
}

incident() {
  printf '{"id":"%s","occurred_at":"2026-01-05T20:30:00Z","recorded_at":"2026-01-05T21:00:00Z","victims":[{"id":"p1"}],"suspects":[{"id":"p2"}]%s}\n' "$1" "${2:-}"
}
