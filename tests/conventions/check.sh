#!/bin/sh
# Checks one convention of the code over a source tree; prints what breaks it and fails if anything does.
#
#   sh check.sh <root of the tree> <convention>
set -eu
cd "$1"

# The library proper: every public header and source that is not io or a front end.
core_files() {
  find include src -name '*.[ch]pp' | grep -Ev '^(include/earlyhelp|src)/(io|cli|c|sqlite|postgres)/' | sort
}
public_headers() {
  find include -name '*.hpp' | sort
}
all_files() {
  find include src tests benchmarks -name '*.[ch]pp' 2>/dev/null | sort
}

# hits <pattern>: where the code of the files on standard input, without comments and includes, matches.
hits() {
  while read -r file; do
    sed -e 's|//.*||' -e 's|^ *#include.*||' "$file" | grep -nE "$1" | sed "s|^|$file:|" || true
  done
}
# includes <pattern>: where the files on standard input include something that begins with a match.
includes() {
  xargs -r grep -HnE "^ *# *include *[<\"]($1)" || true
}

private_libraries='range/v3|Eigen/|nlohmann|simdjson|valijson|csv\.h|zlib|CLI/'

core_reads_and_writes_nothing() {
  core_files | includes 'nlohmann|simdjson|valijson|csv\.h|zlib|CLI/|c?stdio|[io]?f?stream>|iostream|filesystem'
  core_files | hits '\<(getenv|fopen|printf|puts|std::c(out|err|in|log))\>'
}
no_hidden_state() {
  core_files | hits '\<(mutable|virtual|thread_local|std::(atomic|mutex))\>'
  core_files | hits '^ *(static|inline) [^(]*( =|;|\{)' | grep -vE '(static|inline) (static |inline )?const' || true
}
no_inheritance() {
  core_files | hits '\<(class|struct) +[A-Za-z_<>]+( final)? *:[^:]' | grep -v '\<enum ' || true
}
no_clock() {
  core_files | hits '_clock::now|std::(time|clock) *\(|\<time *\( *(0|NULL|nullptr|&|\))|_clock::(universal|local)'
  core_files | hits '\<(gettimeofday|clock_gettime|localtime|gmtime|(universal|local)_day)\>'
}
public_headers_keep_libraries_private() {
  public_headers | includes "$private_libraries"
}
public_headers_take_no_date_io() {
  public_headers | includes 'boost/(date_time/(gregorian/gregorian|posix_time/posix_time|local_time/local_time)\.hpp|.*_io)'
}

# The rank of a folder is its place from the ground up; nothing includes a higher one. Statistics knows nothing of the
# domain, so that every folder of it may use them; outcomes, the scoring of instruments, builds on them alone.
arrows_point_down() {
  grep -rnE '^ *# *include *[<"]' include src --include='*.[ch]pp' | sort | awk -F: '
    BEGIN {
      n = split("statistics outcomes people calendar incident policy triage casework indicators report io", folder, " ")
      for (i = 1; i <= n; ++i) rank[folder[i]] = i
    }
    function folder_of(path) {
      sub(/^(include\/earlyhelp|src|earlyhelp)\//, "", path)
      return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : ""
    }
    {
      match($3, /[<"][^>"]*/)
      target = substr($3, RSTART + 1, RLENGTH - 1)
      from = folder_of($1)
      to = folder_of(target)
      if (target !~ /^earlyhelp\// && !(to in rank)) next  # another library
      if (from != "" && !(from in rank)) next              # a front end
      if (rank[to] > rank[from] || (from == "statistics" && to != "" && to != from)) print
      if (from == "indicators" && to == "triage") print
    }'
}

# Every paragraph at the left margin of a public header that declares something begins with ///.
documented() {
  for file in $(public_headers); do
    grep -qx '#pragma once' "$file" || echo "$file: no #pragma once"
    awk -v file="$file" '
      starts { first = $0; line = FNR; starts = 0; pending = !/^(\/\/|#|namespace|}|using namespace|template <>| )/ }
      pending && /^[^(]*(std::hash|>::)/ { pending = 0 }
      $0 == "" { if (pending) print file ":" line ": " first; starts = 1; pending = 0 }
      END { if (pending) print file ":" line ": " first }' "$file"
  done
}
sourced() {
  for folder in policy triage statistics outcomes indicators; do
    public_headers | grep "^include/earlyhelp/$folder/" | xargs -r grep -LE '^ *///.*\<Source: +[^ ]' || true
  done
}
# Every public enum of the core has its ids held against its values, every id its order and hash.
named() {
  core_files | grep '^include/' | while read -r file; do
    sed -nE -e '/\{\};$/d' -e 's/^enum class ([A-Za-z]+).*/\1/p' "$file" | while read -r enum; do
      grep -qE "is_complete<$enum," tests/static/names_test.cpp || echo "$file: $enum is not in tests/static/names_test.cpp"
    done
    sed -nE 's/^using ([A-Za-z]+) = Id<.*/\1/p' "$file" | while read -r id; do
      grep -qE "is_a_key<$id>" tests/static/id_test.cpp || echo "$file: $id is not in tests/static/id_test.cpp"
    done
  done
}
short_files() {
  for limit in include:150 src:250 tests:300 benchmarks:300; do
    find "${limit%:*}" -name '*.[ch]pp' 2>/dev/null | while read -r file; do
      lines=$(wc -l <"$file")
      [ "$lines" -le "${limit#*:}" ] || echo "$file: $lines lines, at most ${limit#*:}"
    done
  done
}
formatted() {
  all_files | xargs clang-format --dry-run 2>&1 | sed -n 's/: warning:.*/: not as clang-format has it/p' | sort -u -t: -k1,1
}
two_deep() {
  find include/earlyhelp src -mindepth 3 -name '*.[ch]pp'
  find include src -type d | grep -E '/(utils?|common|helpers?|core|types|detail|misc|impl)$' || true
}
# What stands at the top: a reader should know every name there.
tidy_top() {
  find . -mindepth 1 -maxdepth 1 -printf '%f\n' | grep -vxE 'CHANGELOG\.md|CMakeLists\.txt|CMakePresets\.json|LICENSE|README\.md|include|src|tests|benchmarks|cmake|build|\..*' ||
    true
}
# A file that no CMakeLists.txt names is not compiled, not tested or not installed.
listed() {
  all_files | grep -vE '^tests/(package|compile_fail)/' | while read -r file; do
    folder=$(dirname "$file")
    case $file in
      include/*) lists=$(find src -name CMakeLists.txt) name=${file#include/earlyhelp/} ;;
      *.hpp) continue ;;
      *) lists="$folder/CMakeLists.txt $(dirname "$folder")/CMakeLists.txt" name=$(basename "$file") ;;
    esac
    # shellcheck disable=SC2086  # several lists
    cat $lists 2>/dev/null | grep -qE "(^|[ /(])$name( |\$|\))" || echo "$file: in no CMakeLists.txt"
  done
}
finished() {
  grep -rnwE 'TODO|FIXME|XXX|HACK' include src tests benchmarks cmake 2>/dev/null | grep -v '^tests/conventions/' || true
}

found=$($2)
if [ -n "$found" ]; then
  echo "$found"
  exit 1
fi
