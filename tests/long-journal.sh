#!/usr/bin/env bash
# The long proof of recovery: a window killed while somebody types.
#   long-journal.sh [BUILD FOLDER] [KILLS]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/whole}
kills=${2:-200}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

screen=()
export QT_QPA_PLATFORM=offscreen
if command -v xvfb-run >/dev/null; then
    screen=(xvfb-run -a -s "-screen 0 1440x900x24")
    export QT_QPA_PLATFORM=xcb
else
    echo "no Xvfb: the windows are killed on the offscreen platform"
fi
EPISODE_DESK_KILLS=$kills HOME="$scratch" LC_ALL=C.UTF-8 QTEST_FUNCTION_TIMEOUT=36000000 \
    "${screen[@]}" "$build/bin/tst_killwindow" | grep -v '^Config'
