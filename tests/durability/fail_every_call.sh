#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# fail_every_call.sh [RUNS]: every system call of a save fails with EIO, ENOSPC, EDQUOT, EACCES and EINTR in turn, for
# every kind of file. Told "saved": the new bytes are there. Told "failed": the old ones are. Never "changed" or
# "deleted" when nobody did. An interrupted call is made again. Nothing but dotted names is left beside.
. "$(dirname "$0")/common.sh"
strace_works
wanted=${1:-100}
runs=0 saved=0 failed=0 unconfirmed=0 crashed=0

judge() { # judge WHAT EXIT
    case $2 in
    0)
        saved=$((saved + 1))
        holds_new || promise_broken "$1: told saved, but the new bytes are not there"
        [ -z "$(others)" ] || [ "$hit" = unlinkat ] || [ "$hit" = unlink ] || promise_broken "$1: told saved, and left $(others)"
        ;;
    1)
        failed=$((failed + 1))
        holds_old || promise_broken "$1: told failed, but the old bytes are not there"
        grep -q '^failed: .*[a-z]' "$scratch/said" || promise_broken "$1: failed without a reason"
        ;;
    3)
        unconfirmed=$((unconfirmed + 1))
        holds_new || promise_broken "$1: told written, but the new bytes are not there"
        ;;
    134 | 139 | 127 | 136) # it could not even go on; as when killed
        crashed=$((crashed + 1))
        holds_old || holds_new || promise_broken "$1: ended, and the file is neither the old nor the new one"
        ;;
    *) promise_broken "$1: exit $2: $(cat "$scratch/said")" ;;
    esac
    only_dotted_others || promise_broken "$1: left behind: $(others)"
}

# After this much a call that was interrupted must have been repeated.
repeats='^(openat|read|write|renameat2|renameat|linkat|fchmod|fchown|fsetxattr|fgetxattr|flistxattr)$'

fail_at() { # fail_at KIND CALL N ERROR
    hit=$2
    { strace -o /dev/null "${strace_options[@]}" -e "inject=$2:error=$4:when=$3" "${command[@]}" >"$scratch/said" 2>/dev/null; } 2>/dev/null
    local status=$?
    runs=$((runs + 1))
    judge "$1, $2 $3 failing with $4" "$status"
    [ "$4" = EINTR ] && [[ $2 =~ $repeats ]] && [[ $1 != portable* ]] && [ "$status" -ne 0 ] &&
        promise_broken "$1, $2 $3 interrupted: not repeated: $(cat "$scratch/said")"
}

sample() {
    if [ "$wanted" -lt 1500 ]; then awk -v every=$((1500 / wanted)) -v turn=$RANDOM 'NR % every == turn % every'; else cat; fi
}
each_error() {
    local call n error
    while read -r call n; do
        for error in EIO ENOSPC EDQUOT EACCES EINTR; do echo "$call $n $error"; done
    done
}

while [ "$runs" -lt "$wanted" ]; do
    while read -r kind old new verb; do
        prepare "$kind" "$old" "$new" "$verb"
        { "${command[@]}" >"$scratch/said" && holds_new; } || promise_broken "$kind, without a failure: $(cat "$scratch/said")"
        prepare "$kind" "$old" "$new" "$verb"
        while read -r call n error; do
            [ "$kind" = noexchange ] && [ "$call" = renameat2 ] && continue
            prepare "$kind" "$old" "$new" "$verb"
            fail_at "$kind" "$call" "$n" "$error"
        done < <(calls "${strace_options[@]}" "${command[@]}" | each_error | sample)
    done <<<"$kinds"
done
finish "$runs runs with a failing call: $saved saved, $failed failed, $unconfirmed written but not confirmed, $crashed ended at once"
