#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# mutants.sh [WORD]: the tests' own test. Each fsync, comparison and check of the saving core is removed in turn from a
# copy of the source (mutants/table), the copy is built, and the checks named there must turn red. Prints a line for
# each: what was removed, and which check noticed. With WORD only the lines that contain it.
. "$(dirname "$0")/common.sh"
need cmake ninja sed
source=$(cd "$here/../.." && pwd)
chmod 755 "$scratch" # other users must reach what is tested there
mkdir -p "$scratch/source/src" "$scratch/source/tests/catalog" "$scratch/runs"
cp -r "$source/src/catalog" "$scratch/source/src/"
cp -r "$source/tests/support" "$source/tests/durability" "$scratch/source/tests/"
cp "$source"/tests/catalog/tst_{episodestore,leftovers}.cpp "$scratch/source/tests/catalog/"
cmake -S "$here/mutants" -B "$scratch/build" -G Ninja -DSOURCE_COPY="$scratch/source" >/dev/null || exit 1
export HARNESS=$scratch/build/bin/save_harness RACER=$scratch/build/bin/racing_writer SCRATCH=$scratch/runs QT_QPA_PLATFORM=offscreen

check() { # check NAME: by its short name in the table
    case $1 in
    store) "$scratch/build/bin/tst_episodestore" ;;
    leftovers) "$scratch/build/bin/tst_leftovers" ;;
    order) "$here/call_order.sh" ;;
    kill) "$here/kill_every_call.sh" 200 ;;
    fail) "$here/fail_every_call.sh" 400 ;;
    full) "$here/full_disk.sh" ;;
    power) "$here/power_cut.sh" 12 ;;
    race) SCRATCH= "$here/race.sh" 3000 ;;
    metadata) "$here/metadata.sh" ;;
    *) echo "no check is called $1" >&2 && exit 1 ;;
    esac >"$scratch/output" 2>&1
}
all='store leftovers order full fail kill metadata race power'

build() { ninja -C "$scratch/build" >"$scratch/output" 2>&1; }
build || { cat "$scratch/output" && exit 1; }
skipped=
for name in $all; do
    check "$name"
    case $? in
    0) ;;
    77) skipped+=" $name" ;;
    *) cat "$scratch/output" && echo "$name is red before anything was removed" && exit 1 ;;
    esac
done

removed=0 noticed=0
while read -r line; do
    [ -n "$line" ] && [[ $line != \#* ]] && [[ $line == *"${1:-}"* ]] || continue
    what=${line%% | *} rest=${line#* | }
    file=${rest%% | *} rest=${rest#* | }
    script=${rest% | *} checks=${rest##* | }
    removed=$((removed + 1))
    target=$scratch/source/src/catalog/$file
    cp "$target" "$scratch/unbroken"
    sed -i -e "$script" "$target"
    if cmp -s "$target" "$scratch/unbroken"; then
        promise_broken "$what: nothing was removed; mutants/table does not fit the source any more"
    elif ! build; then
        promise_broken "$what: does not build: $(grep -m 1 error "$scratch/output")"
    else
        red=
        for name in $checks; do
            [[ " $skipped " == *" $name "* ]] && red+=" ($name skipped)" && continue
            if check "$name"; then promise_broken "without $what, $name stays green"; else red+=" $name"; fi
        done
        [ -n "$red" ] && noticed=$((noticed + 1))
        printf '%-55s -> %s\n' "$what" "${red:- NOTHING}"
    fi
    cp "$scratch/unbroken" "$target"
done <"$here/mutants/table"
finish "$removed times something was removed, $noticed times noticed"
