#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# power_cut.sh [CUTS]: half of the cuts on ext4, half on XFS, each in turn right after "saved" is told, at a random
# moment of many saves, and between the exchange of the names and the sync of the folder. The file
# system is stopped without writing anything more, mounted again, and looked at: what was told saved holds the new
# bytes, every other file the old or the new ones.
. "$(dirname "$0")/common.sh"
cuts=${1:-6}
[ "$(id -u)" -eq 0 ] || skip "mounting needs the administrator"
export PATH=$PATH:/usr/sbin:/sbin
need mount mkfs.ext4 mkfs.xfs
strace_works
disk=$scratch/disk
mkdir "$disk" "$scratch/texts"
done_cuts=0 told=0 old_count=0 new_count=0
files=8

make() { # make TYPE SIZE
    truncate -s "$2" "$scratch/image.$1"
    mkfs."$1" -q "$scratch/image.$1" >/dev/null 2>&1 || skip "mkfs.$1 failed"
    mount -o loop "$scratch/image.$1" "$disk" 2>/dev/null || skip "loop mounts of $1 are not allowed here"
    mounted+=("$disk")
}
again() { # again TYPE: after the cut
    umount "$disk" && mount -o loop "$scratch/image.$1" "$disk" || { promise_broken "$1 does not mount again" && finish "stopped"; }
}
lay_out() { # old texts, on the disk
    rm -rf "${disk:?}/folder"
    mkdir "$disk/folder"
    for i in $(seq "$files"); do
        text "$scratch/texts/old$i" $((RANDOM % 9000 + 1))
        text "$scratch/texts/new$i" $((RANDOM % 9000 + 1))
        cp "$scratch/texts/old$i" "$disk/folder/000$i.md"
        : >"$scratch/texts/said$i"
    done
    sync -f "$disk"
}
save() { # save NUMBER OPTION…
    local i=$1
    shift
    "$HARNESS" save "$disk/folder/000$i.md" --text-from "$scratch/texts/new$i" --base-from "$scratch/texts/old$i" "$@" >"$scratch/texts/said$i" 2>/dev/null
}
look() { # look WHAT
    local i file
    for i in $(seq "$files"); do
        file=$disk/folder/000$i.md
        if cmp -s "$file" "$scratch/texts/new$i"; then
            new_count=$((new_count + 1))
        elif grep -q ^saved "$scratch/texts/said$i"; then
            promise_broken "$1: 000$i.md was told saved, and does not hold the new bytes"
        elif cmp -s "$file" "$scratch/texts/old$i"; then
            old_count=$((old_count + 1))
        else
            promise_broken "$1: 000$i.md holds neither the old nor the new bytes"
        fi
        ! grep -q ^saved "$scratch/texts/said$i" || told=$((told + 1))
    done
    folder=$disk/folder
    ! find "$folder" -mindepth 1 ! -name '000?.md' -printf '%f\n' | grep -qv '^\.000[0-9]\.md\.episode-desk-' || promise_broken "$1: strays"
    "$HARNESS" sweep "$folder" --discard >/dev/null
    [ "$(find "$folder" -name '.*' | wc -l)" -eq 0 ] || promise_broken "$1: not all was swept"
    done_cuts=$((done_cuts + 1))
}
cut_after_saved() {
    lay_out
    save 1 --cut "$disk"
    again "$1"
    look "$1, cut right after the result"
}
# XFS tells that a folder is synced after it was stopped: the moment between exchanging and syncing is drawn out.
cut_before_folder_sync() {
    lay_out
    strace -o "$scratch/log" -e inject=fsync:delay_enter=500000:when=2 "$HARNESS" save "$disk/folder/0001.md" \
        --text-from "$scratch/texts/new1" --base-from "$scratch/texts/old1" >"$scratch/texts/said1" 2>/dev/null &
    for _ in $(seq 100); do
        grep -q RENAME_EXCHANGE "$scratch/log" 2>/dev/null && break
        sleep 0.02
    done
    "$HARNESS" cut "$disk" || skip "$1 cannot be stopped here"
    wait $!
    rm -f "$scratch/log"
    again "$1"
    look "$1, cut before the folder was synced"
}
cut_at_random() {
    lay_out
    (for i in $(seq "$files"); do save "$i"; done) &
    sleep "0.$(printf %03d $((RANDOM % 250)))"
    "$HARNESS" cut "$disk" || skip "$1 cannot be stopped here"
    wait $!
    again "$1"
    look "$1, cut at a random moment"
}

for type in ext4 xfs; do
    make "$type" "$([ "$type" = ext4 ] && echo 32M || echo 320M)"
    for n in $(seq $((cuts / 2))); do
        case $((n % 3)) in
        0) cut_after_saved "$type" ;;
        1) cut_at_random "$type" ;;
        2) cut_before_folder_sync "$type" ;;
        esac
    done
    umount "$disk"
done
[ "$told" -gt 0 ] || promise_broken "nothing was told saved"
finish "$done_cuts power cuts on ext4 and XFS: $told files told saved, all new; of all $new_count new, $old_count old"
