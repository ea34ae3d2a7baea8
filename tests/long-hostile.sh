#!/usr/bin/env bash
# The long proofs against hostile input: 10,000 random edits of 20 seeds, 100,000 files in a folder, threads under
# ThreadSanitizer, and each fuzz target for FUZZ_SECONDS (600). Prints a line for each; fails where one of them does.
set -euo pipefail
cd "$(dirname "$0")/.."

cmake --preset whole >/dev/null
cmake --build --preset whole --target edit_soak tst_hostilefiles | tail -1
build/whole/bin/edit_soak 20 10000
QT_QPA_PLATFORM=offscreen EPISODE_DESK_LONG=1 build/whole/bin/tst_hostilefiles manyFilesComeInSmallBatches | tail -2

tests/tsan.sh
tests/fuzz/run.sh "${FUZZ_SECONDS:-600}"
