#!/bin/sh
# Installs what a plain Debian 12 lacks to build earlyhelp, with apt, as root or through sudo. Asks apt for nothing when
# everything is there already.
#
#   sh cmake/install_packages.sh [check]    with check: also what the checks of the full test run need
set -eu

packages='g++ cmake ninja-build libboost-dev libeigen3-dev librange-v3-dev libsimdjson-dev libcsv-dev zlib1g-dev nlohmann-json3-dev
  libcli11-dev libvalijson-dev catch2'
if [ "${1:-}" = check ]; then
  packages="$packages clang clang-tidy clang-format"
fi

missing=
for package in $packages; do
  case $(dpkg-query -W -f='${Status}' "$package" 2>/dev/null) in
    'install ok installed') ;;
    *) missing="$missing $package" ;;
  esac
done
if [ -z "$missing" ]; then
  exit 0
fi

if [ "$(id -u)" -eq 0 ]; then
  as_root=
elif command -v sudo >/dev/null; then
  as_root=sudo
else
  echo "Missing packages:$missing. Install them as root, or install sudo." >&2
  exit 1
fi
echo "Installing$missing" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086  # several packages
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing >/dev/null
