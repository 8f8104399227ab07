#!/bin/sh
# Installs what is missing, builds earlyhelp and passes every test. All that a fresh Debian 12 needs for it.
#
#   sh cmake/test.sh            release build: rules, oracles, conventions, what must not compile, package consumers
#   sh cmake/test.sh --full     before it clang-tidy, and the rules and oracles under the sanitizers; CI=true is the same
set -eu
cd "$(dirname "$0")/.."

case ${1:-} in
  --full) full=yes ;;
  '') if [ "${CI:-}" = true ]; then full=yes; else full=no; fi ;;
  *)
    echo 'usage: sh cmake/test.sh [--full]' >&2
    exit 2
    ;;
esac

# stage <name> <command...>: runs it and says on standard error how long it took.
stage() {
  name=$1
  shift
  start=$(date +%s)
  "$@"
  echo "$name: $(($(date +%s) - start)) s" >&2
}

CMAKE_BUILD_PARALLEL_LEVEL=$(nproc)
export CMAKE_BUILD_PARALLEL_LEVEL

if [ "$full" = yes ]; then
  stage packages sh cmake/install_packages.sh check
  stage tidy cmake --workflow --preset tidy
  stage sanitize cmake --workflow --preset sanitize
else
  stage packages sh cmake/install_packages.sh
fi
stage release cmake --workflow --preset release
