#!/usr/bin/env bash
# Runs what shares data between threads under ThreadSanitizer and counts its reports: the format layer, which is wholly
# instrumented. What runs on Qt's threads is left out: Qt itself is not instrumented, so that nothing is known of its locks.
set -euo pipefail
cd "$(dirname "$0")/.."

cmake --preset tsan >/dev/null
cmake --build --preset tsan --target format_threads | tail -1
export TSAN_OPTIONS="exitcode=66" QT_QPA_PLATFORM=offscreen
for program in format_threads; do
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
