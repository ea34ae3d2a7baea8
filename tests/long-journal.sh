#!/usr/bin/env bash
# The long proof of recovery: a window killed while somebody types, and the journal's reader under the fuzzer.
#   long-journal.sh [BUILD FOLDER] [KILLS] [FUZZING SECONDS]
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/dev}
kills=${2:-200}
seconds=${3:-600}
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

if ! command -v clang++ >/dev/null; then
    echo "no clang++: the journal's reader is not fuzzed"
    exit 0
fi
clang++ -g -O1 -std=c++20 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -Isrc \
    tests/fuzz/fuzz_journal.cpp src/catalog/recordlog.cpp -o "$scratch/fuzz_journal"
mkdir "$scratch/corpus"
"$scratch/fuzz_journal" -max_total_time="$seconds" -max_len=4000 -print_final_stats=1 "$scratch/corpus" 2>&1 |
    grep -E '^stat::|ERROR|Done'
