#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# The proofs that take long, one a line: "NAME COMMAND"; run by packaging/test.sh --long after everything is built.
# Each prints its figure, and fails when its promise is broken; 77 is "skipped, this machine does not allow it".
# The folder of the build is $1.
set -u
cd "$(dirname "$0")/.."
build=${1:-build/whole}
export HARNESS=$PWD/$build/bin/save_harness RACER=$PWD/$build/bin/racing_writer
export LC_ALL=C.UTF-8 QT_QPA_PLATFORM=offscreen

list() {
    cat <<LIST
kills      tests/durability/kill_every_call.sh 2000
failures   tests/durability/fail_every_call.sh 1500
renames    tests/durability/kill_every_rename.sh
full-disk  tests/durability/full_disk.sh
power-cuts tests/durability/power_cut.sh 200
racing     tests/durability/race.sh 20000
metadata   tests/durability/metadata.sh all
mutants    tests/durability/mutants.sh
merge      $build/bin/merge_soak 10000 1
burst      $build/bin/burst 1000
recovery   tests/long-journal.sh $build 200
hostile    tests/long-hostile.sh
LIST
}

red=0
while read -r name command; do
    echo "== $name"
    eval "$command" </dev/null
    status=$?
    [ $status -eq 0 ] || [ $status -eq 77 ] || { red=$((red + 1)) && echo "RED: $name"; }
done < <(list)
echo "== long tests: $red red"
[ "$red" -eq 0 ]
