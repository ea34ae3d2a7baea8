#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# kill_every_rename.sh [N]: kills the program at every system call (every Nth, from a random one on) of renaming files
# (one, a chain, round, with and without an exchange of names) and of moving one to the trash and back, and lets each fail.
# Afterwards each file is there once, whole, under a name of the set, in the trash, or, where names cannot be exchanged,
# under a dotted name; after a failure that is said, under its old name.
. "$(dirname "$0")/common.sh"
strace_works
export XDG_DATA_HOME=$scratch/data
every=${1:-1}
kills=0 failures=0 moved=0

cases='move a>x plain
move a>x norename
move a>b|b>c|c>x plain
move a>b|b>a plain
move a>b|b>c|c>a plain
move a>b|b>a noexchange
trash a plain
trashed a plain'

prepare() { # prepare VERB WHAT KIND: three files, each with its name in it; sets $command and $strace_options
    rm -rf "$scratch/data" "$scratch/folder"
    mkdir -p "$scratch/data" "$scratch/folder"
    folder=$scratch/folder
    local name
    for name in a b c; do echo "$name" >"$folder/$name"; done
    if [ "$1" = move ]; then
        command=("$HARNESS" move "$folder" --moves "${2//|/ }")
    else
        command=("$HARNESS" "$1" "$folder/$2")
    fi
    strace_options=()
    case $3 in norename | noexchange) strace_options=(-e inject=renameat2:error=EINVAL) ;; esac
}

# Every file once; by hard links for a moment under its old name and its new one. What has no name of the set is
# dotted, or in the trash.
check_files() { # check_files WORDS
    local name count where
    for name in a b c; do
        where=$(grep -rlx "$name" "$folder" "$scratch/data" 2>/dev/null)
        count=$(xargs -r -d '\n' stat -c %i <<<"$where" | sort -u | wc -l)
        [ "$count" -eq 1 ] || promise_broken "$1: $name is there $count times: $where"
    done
    find "$folder" -type f -printf '%f\n' | grep -vE '^([abcx]|\.[abc]\.episode-desk-[0-9]+-[0-9a-z]+)$' &&
        promise_broken "$1: a name of no kind"
    find "$folder" -type f -size 0 | grep . && promise_broken "$1: an empty file"
    [ "$(cat "$folder/x" 2>/dev/null)" = "" ] || moved=$((moved + 1))
}

is_as_before() { [ "$(cat "$folder/a" "$folder/b" "$folder/c" 2>/dev/null)" = $'a\nb\nc' ] && [ ! -e "$folder/x" ]; }

while read -r verb what kind; do
    prepare "$verb" "$what" "$kind"
    while read -r call n; do
        [ "$kind" != plain ] && [ "$call" = renameat2 ] && continue
        where="$verb $what $kind, $call $n"
        prepare "$verb" "$what" "$kind"
        { strace -o /dev/null "${strace_options[@]}" -e "inject=$call:signal=KILL:when=$n" "${command[@]}" >/dev/null 2>&1; } 2>/dev/null
        if [ $? -eq 137 ]; then
            kills=$((kills + 1))
            check_files "$where, killed"
        fi
        case $call in brk | mmap) continue ;; esac # no memory
        prepare "$verb" "$what" "$kind"
        strace -o /dev/null "${strace_options[@]}" -e "inject=$call:error=EIO:when=$n" "${command[@]}" >"$scratch/out" 2>&1
        status=$?
        [ "$status" -ne 0 ] && failures=$((failures + 1))
        check_files "$where, failed"
        [ "$status" -ne 1 ] || [ "$verb" = trashed ] || is_as_before ||
            promise_broken "$where: said $(cat "$scratch/out"), and there are $(ls -A "$folder" | tr '\n' ' ')"
    done < <(calls "${strace_options[@]}" "${command[@]}" | awk -v every="$every" -v turn=$RANDOM 'NR % every == turn % every')
done <<<"$cases"
[ "$moved" -gt 0 ] || promise_broken "nothing was ever renamed"
finish "$kills kills and $failures failures of names on the disk, $moved times under the new name"
