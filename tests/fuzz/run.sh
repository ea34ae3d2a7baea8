#!/usr/bin/env bash
# tests/fuzz/run.sh SECONDS [TARGET…]: builds the fuzz targets and runs each for so long, as many at once as there are processors, starting from the seeds in corpus/ and
# what earlier runs found in build/fuzz/corpus/. Says executions and findings; fails where an input breaks a promise, and leaves
# that input in build/fuzz/findings/. Run it again with: build/fuzz/bin/fuzz_TARGET FILE
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?usage: tests/fuzz/run.sh SECONDS [TARGET…]}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || mapfile -t targets < <(sed -n 's/^episode_desk_fuzz(\([a-z0-9]*\).*/\1/p' tests/fuzz/CMakeLists.txt)

cmake --preset fuzz >/dev/null
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}" | tail -1
findings=build/fuzz/findings
mkdir -p "$findings"

fuzz() { # fuzz TARGET: its figures, 1 where something was found
  local target=$1 grown=build/fuzz/corpus/$1 log=build/fuzz/$1.log found=0 runs
  mkdir -p "$grown" "tests/fuzz/corpus/$target"
  TIMEFORMAT=%U
  { time build/fuzz/bin/fuzz_"$target" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -max_len=16384 -print_final_stats=1 \
    -artifact_prefix="$findings/$target-" "$grown" "tests/fuzz/corpus/$target" >"$log" 2>&1; } 2>"$log.cpu" || found=1
  if [ $found -eq 1 ]; then
    echo "fuzz_$target: FOUND SOMETHING, see $log and $findings/"
    grep -E 'BROKEN PROMISE|ERROR:|SUMMARY:|Test unit written' "$log" || tail -20 "$log"
  fi
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  echo "fuzz_$target: ${runs:-0} executions, $(tail -1 "$log.cpu") s of processor time"
  return $found
}
export -f fuzz
export seconds findings
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I TARGET bash -c 'fuzz TARGET'
