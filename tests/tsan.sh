#!/usr/bin/env bash
# Runs what shares data between threads under ThreadSanitizer and counts its reports: the format layer, which is wholly
# instrumented, and the threaded checker. Qt itself is not instrumented: what only it can order is named in tests/tsan.supp.
set -euo pipefail
cd "$(dirname "$0")/.."

cmake --preset tsan >/dev/null
cmake --build --preset tsan --target format_threads tst_validator | tail -1
export TSAN_OPTIONS="suppressions=$PWD/tests/tsan.supp exitcode=66 print_suppressions=0" QT_QPA_PLATFORM=offscreen
for program in format_threads tst_validator; do
  log=build/tsan/$program.log
  status=0
  # Address randomisation of newer kernels leaves no room for the sanitizer's shadow.
  setarch "$(uname -m)" -R build/tsan/bin/"$program" >"$log" 2>&1 || status=$?
  reports=$(grep -c '^WARNING: ThreadSanitizer' "$log" || true)
  echo "tsan: $program: $reports reports, exit $status"
  if [ "$status" -ne 0 ]; then
    tail -40 "$log"
    exit 1
  fi
done
