#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# full_disk.sh: saves and creates on a disk with 0, 1, 2, 3 and many pages left, and with no room for another name. Told "saved":
# the new bytes are there; told "failed": the old ones. A disk with room must do.
. "$(dirname "$0")/common.sh"
need mount
if [ "$(id -u)" -ne 0 ]; then
    unshare -Urm true 2>/dev/null || skip "mounting is not allowed here"
    [ -n "${INSIDE:-}" ] || INSIDE=1 exec unshare -Urm "$0" "$@"
fi
disk=$scratch/disk
mkdir "$disk"
mount -t tmpfs -o size=256k,nr_inodes=20 tmpfs "$disk" 2>/dev/null || skip "mounting is not allowed here"
mounted+=("$disk")
runs=0 saved=0 failed=0

fill_but() { # fill_but PAGES
    local free
    free=$(stat -f -c %f "$disk")
    [ "$free" -le "$1" ] || head -c $(((free - $1) * 4096)) /dev/zero >"$disk/filling"
    [ "$(stat -f -c %f "$disk")" -eq "$1" ] || promise_broken "$1 pages were to be left, not $(stat -f -c %f "$disk")"
}

# What the page counts allow: the new file is written beside the old one.
judge() { # judge WHAT EXIT MAY_BE_SAVED
    runs=$((runs + 1))
    if [ "$2" -eq 0 ]; then
        saved=$((saved + 1))
        holds_new || promise_broken "$1: told saved, but the file holds $(stat -c %s "$file") bytes"
        [ "$3" = yes ] || promise_broken "$1: told saved without room"
    else
        failed=$((failed + 1))
        holds_old || promise_broken "$1: told failed, but the old bytes are not there"
        grep -qE "disk is full|No space left|disk may be full" "$scratch/said" || promise_broken "$1: the reason is not said: $(cat "$scratch/said")"
        [ "$3" = no ] || promise_broken "$1: not saved in spite of room: $(cat "$scratch/said")"
    fi
    [ -z "$(others)" ] || promise_broken "$1: left behind: $(others)"
}

try() { # try PAGES SIZE VERB OPTION
    rm -rf "${disk:?}"/*
    folder=$disk/folder
    file=$folder/0001.md
    mkdir "$folder"
    text "$scratch/old" 500
    text "$scratch/new" "$2"
    local options=(--text-from "$scratch/new" ${4:+"$4"})
    if [ "$3" = save ]; then cp "$scratch/old" "$file" && options+=(--base-from "$scratch/old"); else : >"$scratch/old"; fi
    fill_but "$1"
    "$HARNESS" "$3" "$file" "${options[@]}" >"$scratch/said" 2>&1
    local status=$? need_pages=$((($2 + 4095) / 4096)) room=no
    [ "$need_pages" -le "$1" ] && room=yes
    judge "$3 ${4:-} of $2 bytes, $1 pages left" "$status" "$room"
}

try_without_names() { # try_without_names OPTION
    rm -rf "${disk:?}"/*
    folder=$disk/folder file=$disk/folder/0001.md
    mkdir "$folder"
    text "$scratch/old" 500
    text "$scratch/new" 600
    cp "$scratch/old" "$file"
    while : >"$disk/name$RANDOM$RANDOM" 2>/dev/null; do :; done 2>/dev/null
    "$HARNESS" save "$file" --text-from "$scratch/new" --base-from "$scratch/old" ${1:+"$1"} >"$scratch/said" 2>&1
    judge "save ${1:-} without a name left" "$?" no
}

for option in '' --portable; do
    for pages in 0 1 2 3 20; do
        for size in 1 3000 4096 4097 8192 8193 16384 16385 40000; do
            try "$pages" "$size" save "$option"
            try "$pages" "$size" create "$option"
        done
    done
    try_without_names "$option"
done
finish "$runs saves on a full or nearly full disk: $saved saved, $failed failed"
