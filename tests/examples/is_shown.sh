#!/bin/sh
# Fails unless the first block of C++ in a page is exactly the content of a source, inside the first 40 lines.
#
#   sh is_shown.sh <source> <page>
set -eu
shown=$(head -n 40 "$2" | awk '/^```cpp$/ { inside = 1; next } /^```$/ && inside { exit } inside')
[ "$shown" = "$(cat "$1")" ]
