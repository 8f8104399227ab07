#!/bin/sh
# Proves that the oracle tests answer a file: with copies of the oracle folder whose cases are fewer they must pass, and
# with one expectation changed, or the file missing, empty or short of a column or cell, they must fail.
#
#   sh changed_oracles.sh <oracle tests> <oracle folder> <scratch folder> <all files of expectations> <file.csv>
#                         [<expected column>...]
set -eu
tests=$1 oracles=$2 scratch=$3/$5 expectations=$4 file=$5
shift 5

# run: the output of the tests on the scratch folder, and their exit code
run() {
  EARLYHELP_ORACLES=$scratch "$tests" >"$scratch/output" 2>&1
}
cases() {
  tail -n 1 "$scratch/output" | sed -n 's/^oracle cases: \([1-9][0-9]*\)$/\1/p'
}
give_up() {
  tail -n 30 "$scratch/output"
  echo "$file: $1"
  exit 1
}
must_pass() {
  if ! run; then give_up "fails with $1"; fi
  if [ -z "$(cases)" ]; then give_up "last line is not 'oracle cases: N' with $1"; fi
}
must_fail() {
  if run; then give_up "passes with $1"; fi
  restore
}
restore() {
  cp "$scratch/whole" "$scratch/$file"
}

# shorten <file>: its first 40 cases, or all but the last of fewer
shorten() {
  rows=$(awk 'END { print NR - 1 }' "$oracles/$1")
  kept=$((rows < 41 ? rows - 1 : 40))
  head -n $((kept + 1)) "$oracles/$1" >"$scratch/$1"
}

# Few cases of every other file, which are tested in their turn.
rm -rf "$scratch"
mkdir -p "$scratch"
cp "$oracles"/*.csv "$scratch"
for other in $expectations; do
  if [ "$other" != "$file" ]; then shorten "$other"; fi
done
must_pass "every case"
all=$(cases)

# Fewer cases, when they are expectations; what is merely given may be needed whole.
if [ $# -gt 0 ]; then
  shorten "$file"
  must_pass "the first $kept cases"
  if [ "$(cases)" -ne $((all - rows + kept)) ]; then give_up "$all cases whole, $(cases) with $kept of $rows rows"; fi
fi
cp "$scratch/$file" "$scratch/whole"

# One expectation, in the last row that is kept: what another row says there, or something that no row says.
for column; do
  awk -F, -v OFS=, -v column="$column" '
    FNR == 1 { for (i = 1; i <= NF; ++i) if ($i == column) wanted = i }
    NR == FNR { line[NR] = $0; n = NR; last = $wanted; next }
    $wanted != last && other == "" && FNR > 1 { other = $wanted }
    END {
      if (!wanted) exit 1
      for (i = 1; i < n; ++i) print line[i]
      $0 = line[n]
      $wanted = other == "" ? "changed" : other
      print
    }' "$scratch/whole" "$oracles/$file" >"$scratch/$file" || give_up "has no column $column"
  must_fail "$column changed"
done

: >"$scratch/$file"
must_fail "an empty file"
head -n 1 "$scratch/whole" >"$scratch/$file"
must_fail "no case in it"
sed 's/,\{0,1\}[^,]*$//' "$scratch/whole" >"$scratch/$file"
must_fail "the last column missing"
sed '1!s/^[^,]*,\{0,1\}//' "$scratch/whole" >"$scratch/$file"
must_fail "rows short of a cell"
rm "$scratch/$file"
must_fail "the file missing"
rm -rf "$scratch"
