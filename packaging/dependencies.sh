#!/usr/bin/env bash
# Installs what building, running and testing need and the machine lacks; asks for the administrator only then.
# Debian 12, Ubuntu 24.04 and newer.
set -euo pipefail

packages=(
  g++ cmake ninja-build pkgconf git python3
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-multimedia-dev libqt6svg6 qt6-qpa-plugins libgl1-mesa-dev
  nlohmann-json3-dev libmd4c-dev libmd4c-html0-dev libtag1-dev libmpg123-dev
  fonts-dejavu-core breeze-icon-theme
)
if [ "${1:-}" = "--checks" ]; then
  packages+=(clang-format clang-tidy clang lld libclang-rt-dev strace acl attr e2fsprogs xfsprogs dbus)
fi

missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Installing: ${missing[*]}"
as_root=()
[ "$(id -u)" -eq 0 ] || as_root=(sudo)
export DEBIAN_FRONTEND=noninteractive
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
