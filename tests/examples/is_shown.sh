#!/bin/sh
# Fails unless a block of C++ in the first lines of a page is exactly the content of a source.
#
#   sh is_shown.sh <source> <page> [<lines>]
set -eu
head -n "${3:-100000}" "$2" | awk -v source="$1" '
  BEGIN { while ((getline line < source) > 0) wanted = wanted line "\n" }
  /^```cpp$/ { inside = 1; shown = ""; next }
  /^```$/ && inside { inside = 0; if (shown == wanted) found = 1 }
  inside { shown = shown $0 "\n" }
  END { exit !found }'
