#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# call_order.sh: the order of system calls that the promises stand on, read from strace: what is written is synced
# before it takes its place, the folder afterwards, and a failed sync is never just repeated.
. "$(dirname "$0")/common.sh"
strace_works
checks=0

# run OPTION…: saves $file anew under strace with these options; sets $status, leaves the log in $scratch/log
run() {
    prepare "${kind:-plain}" 900 1100 "${verb:-save}"
    again "$@"
}
again() {
    { strace -y -s 32 -o "$scratch/all" "${strace_options[@]}" "$@" "${command[@]}" >"$scratch/said" 2>/dev/null; } 2>/dev/null
    status=$?
    sed -n '/"\/save-begins"/,/"\/save-ends"/p' "$scratch/all" >"$scratch/log"
}
expect() { # expect WHAT CONDITION…
    checks=$((checks + 1))
    local what=$1
    shift
    "$@" || promise_broken "$what ($(cat "$scratch/said"))"
}
# in_order PATTERN…: lines of the log match these patterns, one after the other
in_order() {
    local from=1 line pattern
    for pattern in "$@"; do
        line=$(tail -n "+$from" "$scratch/log" | grep -nE -m 1 -- "$pattern" | cut -d: -f1)
        [ -n "$line" ] || { echo "not found in its place: $pattern" && return 1; }
        from=$((from + line))
    done
}
count() { grep -cE -- "$1" "$scratch/log"; }
is() { [ "$(count "$1")" -eq "$2" ]; }
told() { grep -q "^$1:" "$scratch/said"; }

temporary='\.0001\.md\.episode-desk-[0-9]+-[0-9a-z]+'

run
expect "a save is told saved" told saved
expect "the file is compared before anything is made" in_order 'openat\(.*"0001\.md", O_RDONLY' 'read\(.*0001\.md>' 'O_CREAT'
expect "the temporary file is new, ours alone, no link" in_order "openat\(.*\"$temporary\", O_RDWR\|O_CREAT\|O_EXCL\|.*O_NOFOLLOW.*, 0600\)"
expect "written, given its mode, synced, dropped from memory, closed" in_order \
    "write\(.*$temporary>" "fchmod\(.*$temporary>, 0[0-7]+\) += 0" "fsync\(.*$temporary>\) += 0" 'fadvise64\(.*DONTNEED' "close\(.*$temporary>\) += 0"
expect "read back by its name, then exchanged" in_order "fsync\(" "openat\(.*\"$temporary\", O_RDONLY" "read\(.*$temporary>, \"" \
    "renameat2\(.*\"$temporary\".*\"0001\.md\", RENAME_EXCHANGE\) += 0"
expect "nothing is written after the sync" is 'write\(' 1
expect "what came out is read, the folder synced, only then the old file removed" in_order 'RENAME_EXCHANGE' \
    "openat\(.*\"$temporary\", O_RDONLY" 'F_SETLEASE, F_RDLCK' "read\(.*$temporary>, \"" "fsync\([0-9]+<[^>]*folder>\) += 0" "unlinkat\(.*\"$temporary\""
expect "the file asked once more, for XFS says of a folder that it is synced after the disk failed" in_order "fsync\([0-9]+<[^>]*folder>\)" "fsync\(.*0001\.md>\) += 0" "unlinkat"
expect "three syncs, no more" is 'fsync\(' 3

kind=noexchange run
expect "without exchange a save is told saved" told saved
expect "the old file aside, then ours in its place, the folder synced, the old one removed" in_order 'renameat2\(.*EINVAL' \
    'linkat\(.*-old' 'renameat\(' "openat\(.*-old\", O_RDONLY" 'read\(' "fsync\([0-9]+<[^>]*folder>\) += 0" 'unlinkat\(.*-old'
kind=noexchange run -e inject=linkat:error=EPERM
expect "without links it is looked at again, then renamed" in_order 'linkat\(.*EPERM' '(newfstatat|fstatat)\(' 'renameat\(' "fsync\([0-9]+<[^>]*folder>\) += 0"
expect "and told saved" told saved

run -e inject=fsync:error=EIO:when=1
expect "after the file's sync failed all is written anew" in_order "fsync\(.*EIO" "unlinkat|O_CREAT" "write\(" "fsync\(.*$temporary>\) += 0" RENAME_EXCHANGE
expect "into another file" is 'O_CREAT' 2
expect "and told saved, for that one was confirmed" told saved
run -e inject=fsync:error=EIO:when=1..2
expect "two failed syncs of the file are told failed" told failed
expect "and nothing took its place" is RENAME_EXCHANGE 0
run -e inject=fsync:error=EIO:when=2
expect "the folder's sync failing is never told saved" told unconfirmed
expect "all is written anew" in_order RENAME_EXCHANGE 'fsync\(.*folder>.*EIO' 'O_CREAT' 'write\(' RENAME_EXCHANGE 'fsync\(.*folder>\) += 0'
expect "the new bytes are there" holds_new
expect "nothing is left beside" [ -z "$(others)" ]
run -e inject=fsync:error=EIO:when=3
expect "nor is it after the last look" told unconfirmed
run -e inject=fsync:error=EIO:when=2+
expect "while nothing is confirmed, it is told so" told unconfirmed
expect "and the file as it was is kept" cmp -s "$scratch/old" "$folder/$(others)"

run -e inject=write:retval=1100:when=1
expect "a disk that loses what it took is noticed" told failed
expect "by the old bytes" holds_old
kind=portable run -e inject=write:retval=1100:when=1
expect "portably, a disk that loses what it took is noticed" told failed
for kind in plain portable; do
    prepare "$kind" 900 1100 save
    text "$file" 950
    again
    expect "$kind: a changed file is told changed" told changed
    expect "$kind: and nothing is made" is 'O_CREAT|O_TMPFILE' 0
    rm "$file"
    again
    expect "$kind: a deleted file is told deleted" told deleted
    expect "$kind: and nothing is made" is 'O_CREAT|O_TMPFILE' 0
done
unset kind

# Another program comes between comparing and exchanging: the exchange is held up for it.
late() { # late CHANGE…: a change of another program while the exchange waits
    prepare "${kind:-plain}" 900 1100 save
    (
        for _ in $(seq 100); do
            [ -n "$(others)" ] && break
            sleep 0.02
        done
        sleep 0.1
        "$@"
    ) &
    again -e "inject=${hold:-renameat2}:${delay:-delay_enter}=600000:when=${when:-1}"
    wait $!
}
theirs_over() { text "$scratch/theirs" 700 && cp "$scratch/theirs" "$folder/.theirs" && mv "$folder/.theirs" "$file"; }
theirs_in_place() { text "$scratch/theirs" 700 && cat "$scratch/theirs" >"$file"; }
for way in theirs_over theirs_in_place; do
    late "$way"
    expect "$way in the last moment: told changed" told changed
    expect "$way in the last moment: theirs is the file" cmp -s "$scratch/theirs" "$file"
    expect "$way in the last moment: nothing is left beside" [ -z "$(others)" ]
done
# A second change comes while the first is put back: the newer one must be the file.
two_changes() { theirs_over && sleep 0.6 && theirs_over; }
when=1+ late two_changes
expect "two changes in the last moments: told changed" told changed
expect "two changes in the last moments: the newer one is the file" cmp -s "$scratch/theirs" "$file"
hold=linkat delay=delay_exit kind=portable late theirs_over
expect "portably, theirs over it while ours is synced: told changed" told changed
expect "portably: theirs is the file" cmp -s "$scratch/theirs" "$file"
hold=linkat kind=noexchange late theirs_over
expect "without exchange, theirs over it in the last moment: not told saved" told failed
expect "without exchange: theirs is the file" cmp -s "$scratch/theirs" "$file"
hold=renameat kind=noexchange late theirs_in_place
expect "without exchange, theirs in place in the last moment: told changed" told changed
expect "without exchange: theirs is the file again" cmp -s "$scratch/theirs" "$file"

# Somebody has the file open and has not written yet.
prepare plain 900 1100 save
exec 9>>"$file"
again
expect "a file that is open for writing is not replaced" told failed
expect "its bytes are there" holds_old
echo "more" >&9
exec 9>&-
again
expect "what was written then is seen" told changed

verb=create kind=new run
expect "a new file is synced before it gets its name, then the folder" in_order "O_CREAT\|O_EXCL" 'write\(' "fsync\(.*$temporary>\) += 0" \
    'renameat2\(.*RENAME_NOREPLACE\) += 0' "fsync\([0-9]+<[^>]*folder>\) += 0"
verb=create kind=new run -e inject=fsync:error=EIO:when=1
expect "a new file whose sync failed is told failed" told failed
expect "and is not there" [ ! -e "$file" ]
finish "$checks checks of the order of system calls"
