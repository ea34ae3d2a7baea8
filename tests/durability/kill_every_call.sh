#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# kill_every_call.sh [KILLS]: kills the program at every system call of a save, of every kind of file in turn, until
# there were that many kills. The file is then exactly the old one or the new one, what is left beside is dotted, and
# the sweep deletes what is worthless, offers the rest, and leaves nothing once that is discarded.
. "$(dirname "$0")/common.sh"
strace_works
wanted=${1:-100}
kills=0 leftovers=0 swept=0 old_count=0 new_count=0

check_sweep() { # what was left, before and after the sweep
    local worth=0 name output
    while read -r name; do
        [ -n "$name" ] || continue
        leftovers=$((leftovers + 1))
        local of=$folder/${name#.}
        of=${of%%.episode-desk-*}
        if [ -s "$folder/$name" ] && ! cmp -s "$folder/$name" "$of"; then worth=$((worth + 1)); fi
    done <<<"$(others)"
    output=$("$HARNESS" sweep "$folder" --discard)
    [ "$(grep -c '^leftover' <<<"$output")" -eq "$worth" ] || promise_broken "$1: $worth worth keeping, sweep said: $output"
    [ -z "$(others)" ] || promise_broken "$1: left after the sweep: $(others)"
    swept=$((swept + $(sed -n 's/^deleted //p' <<<"$output")))
}

kill_at() { # kill_at KIND CALL N
    { strace -o /dev/null "${strace_options[@]}" -e "inject=$2:signal=KILL:when=$3" "${command[@]}" >/dev/null 2>&1; } 2>/dev/null
    [ $? -eq 137 ] || return 0 # that call did not come this time
    kills=$((kills + 1))
    if holds_old; then
        old_count=$((old_count + 1))
    elif holds_new; then
        new_count=$((new_count + 1))
    else
        promise_broken "$1 killed at $2 $3: the file is neither the old nor the new one"
    fi
    only_dotted_others || promise_broken "$1 killed at $2 $3: left behind: $(others)"
    check_sweep "$1 killed at $2 $3"
}

sample() { # a part of the calls where few kills are wanted
    if [ "$wanted" -lt 400 ]; then awk -v every=$((400 / wanted)) -v turn=$RANDOM 'NR % every == turn % every'; else cat; fi
}

while [ "$kills" -lt "$wanted" ]; do
    while read -r kind old new verb; do
        prepare "$kind" "$old" "$new" "$verb"
        while read -r call n; do
            [ "$kind" = noexchange ] && [ "$call" = renameat2 ] && continue
            prepare "$kind" "$((old > 1 ? old + RANDOM % 100 : old))" "$((new + RANDOM % 100))" "$verb"
            kill_at "$kind" "$call" "$n"
        done < <(calls "${strace_options[@]}" "${command[@]}" | sample)
    done <<<"$kinds"
done
{ [ "$old_count" -gt 0 ] && [ "$new_count" -gt 0 ]; } || promise_broken "the kills did not hit both sides of the exchange"
finish "$kills kills: $old_count times the old file, $new_count times the new one; $leftovers leftovers, all dotted, $swept worthless ones swept, the others offered"
