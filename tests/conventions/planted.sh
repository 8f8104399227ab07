#!/bin/sh
# Proves that every convention can fail: each is broken once in a small tree that keeps all of them otherwise.
#
#   sh planted.sh <check.sh> <scratch folder>
set -eu
check=$1 scratch=$2
failures=0

clean_tree() {
  rm -rf "$scratch"
  mkdir -p "$scratch/include/earlyhelp/triage" "$scratch/src/triage" "$scratch/tests/static"
  cd "$scratch"
  touch tests/static/names_test.cpp tests/static/id_test.cpp
  echo 'static/names_test.cpp static/id_test.cpp' >tests/CMakeLists.txt
  printf '%s\n' 'triage.cpp ../../include/earlyhelp/triage/triage.hpp earlyhelp/triage/bad.hpp' >src/triage/CMakeLists.txt
  printf '%s\n' '#pragma once' '' '/// Virtual mutable in a comment.' '/// Source: a document.' 'int triage();' \
    >include/earlyhelp/triage/triage.hpp
  printf '%s\n' '#include <earlyhelp/triage/triage.hpp>' '' 'int triage() { return 1; }' >src/triage/triage.cpp
}
conventions='core_reads_and_writes_nothing no_hidden_state no_inheritance no_clock public_headers_keep_libraries_private
  public_headers_take_no_date_io arrows_point_down documented named sourced short_files two_deep tidy_top listed finished'

# breaks <convention> <file>: with the text on standard input in the file, the convention fails and says where.
breaks() {
  clean_tree
  mkdir -p "$(dirname "$2")"
  cat >"$2"
  if sh "$check" . "$1" >.said; then
    echo "$1: not broken by $2"
    failures=$((failures + 1))
  elif ! grep -q "${2#"${2%/*/*}"/}" .said; then
    echo "$1: says '$(cat .said)' of $2"
    failures=$((failures + 1))
  fi
}

clean_tree
for convention in $conventions; do
  sh "$check" . "$convention" || { echo "$convention: broken by a clean tree" && failures=$((failures + 1)); }
done

header=include/earlyhelp/triage/bad.hpp
echo '#include <nlohmann/json.hpp>' | breaks core_reads_and_writes_nothing src/triage/bad.cpp
echo '#include <fstream>' | breaks core_reads_and_writes_nothing src/triage/bad.cpp
echo '  std::cout << grade;' | breaks core_reads_and_writes_nothing src/triage/bad.cpp
echo '  mutable int grade_;' | breaks no_hidden_state $header
echo '  virtual int grade() = 0;' | breaks no_hidden_state $header
echo '  static int calls = 0;' | breaks no_hidden_state src/triage/bad.cpp
echo 'class Rule : public Base {};' | breaks no_inheritance $header
echo '  const auto now = std::chrono::system_clock::now();' | breaks no_clock src/triage/bad.cpp
echo '  const auto now = time(nullptr);' | breaks no_clock src/triage/bad.cpp
echo '#include <range/v3/view/filter.hpp>' | breaks public_headers_keep_libraries_private $header
echo '#include <boost/date_time/gregorian/gregorian.hpp>' | breaks public_headers_take_no_date_io $header
echo '#include <earlyhelp/indicators/reach.hpp>' | breaks arrows_point_down $header
echo '#include <earlyhelp/io/feed.hpp>' | breaks arrows_point_down src/triage/bad.cpp
echo '#include <earlyhelp/triage/triage.hpp>' | breaks arrows_point_down src/indicators/bad.cpp
echo '#include <earlyhelp/triage/triage.hpp>' | breaks arrows_point_down include/earlyhelp/bad.hpp
echo '#include <earlyhelp/people/child.hpp>' | breaks arrows_point_down src/statistics/bad.cpp
echo '#include <earlyhelp/people/child.hpp>' | breaks arrows_point_down src/outcomes/bad.cpp
echo '/// A rule.' | breaks documented $header
printf '%s\n' '#pragma once' '' 'int grade();' | breaks documented $header
printf '%s\n' '#pragma once' '' '/// A rule.' 'int grade();' | breaks sourced $header
printf '%s\n' '#pragma once' '' '/// A score.' 'int score();' | breaks sourced include/earlyhelp/outcomes/bad.hpp
echo 'enum class Colour : std::uint8_t { red };' | breaks named $header
echo 'using RuleId = Id<struct Rule>;' | breaks named $header
yes '// line' | head -n 151 | breaks short_files $header
echo 'int grade();' | breaks two_deep include/earlyhelp/triage/rules/bad.hpp
echo 'int grade();' | breaks two_deep src/utils/rules/bad.cpp
echo 'remember' | breaks tidy_top notes.txt
echo 'int grade();' | breaks listed include/earlyhelp/triage/unlisted.hpp
echo 'int grade();' | breaks listed src/triage/unlisted.cpp
echo '// TODO' | breaks finished src/triage/bad.cpp

rm -rf "$scratch"
exit "$failures"
