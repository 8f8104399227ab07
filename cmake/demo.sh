#!/bin/sh
# Installs what is missing, builds earlyhelp, and triages a made-up day and a made-up year: prints the list of the day
# with the reasons for every decision, and how the year was counted. No real person is in either.
#
#   sh cmake/demo.sh
set -eu
cd "$(dirname "$0")/.."

sh cmake/install_packages.sh
build=build/demo
cmake -S . -B $build -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF >&2
cmake --build $build --parallel "$(nproc)" >&2
earlyhelp=$(find $build -type f -name earlyhelp -perm -u+x)

# Northamptonshire Police counted about 40 domestic incidents a day in 2022, 1,200 a month.
"$earlyhelp" generate --incidents 40 --seed 1 >$build/day.ndjson
"$earlyhelp" generate --incidents 14400 --seed 2 >$build/year.ndjson

"$earlyhelp" triage $build/year.ndjson --format ndjson >$build/year.decisions.ndjson
"$earlyhelp" triage $build/day.ndjson --format table
