# SPDX-License-Identifier: MIT
# Shared by the scripts of this folder: a scratch folder of their own, what is skipped, and how a broken promise is told.
set -u
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
HARNESS=${HARNESS:-$here/../../build/dev/bin/save_harness}
RACER=${RACER:-$here/../../build/dev/bin/racing_writer}
export ASAN_OPTIONS="${ASAN_OPTIONS:-}:detect_leaks=0" # the leak checker does not work below strace

skip() {
    echo "SKIPPED: $*"
    exit 77
}
need() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null || skip "$tool is not installed"
    done
}

scratch=$(mktemp -d "${SCRATCH:-${TMPDIR:-/tmp}}/durability.XXXXXX") || exit 1
mounted=()
clean_up() {
    local place
    for place in "${mounted[@]}"; do umount "$place" 2>/dev/null; done
    rm -rf "$scratch"
}
trap clean_up EXIT

broken=0
# One broken promise; the first few are described.
promise_broken() {
    broken=$((broken + 1))
    [ "$broken" -gt 10 ] || echo "BROKEN: $*"
}
finish() { # finish WORDS: the figure, and the exit status
    echo "$*, $broken promises broken"
    [ "$broken" -eq 0 ]
    exit $?
}

# text FILE SIZE: that many different bytes
text() {
    head -c "$2" /dev/urandom | base64 -w 0 | head -c "$2" >"$1"
}

strace_works() {
    need strace
    strace -o /dev/null -e inject=getppid:error=EPERM true 2>/dev/null || skip "strace is not allowed here"
}

# calls COMMAND…: "CALL N" for each system call of the save itself: its name, and which one of that name it is
# in the life of the process. geteuid cannot fail.
calls() {
    strace -o "$scratch/calls" "$@" >/dev/null 2>&1
    awk -F'(' '!/^[a-z0-9_]+\(/ { next } { n[$1]++ } /"\/save-begins"/ { on = 1; next } /"\/save-ends"/ { exit }
        on && $1 != "geteuid" { print $1, n[$1] }' "$scratch/calls"
}

# The kinds of files that are saved, one a line: name, size before, size after, method.
kinds='plain 900 1100 save
large 20000 30000 save
attributes 300 200000 save
group 1 5000 save
link 5000 4000 save
noexchange 3000 3001 save
portable 700 800 save
portablelarge 20000 18000 save
new 0 6000 create
portablenew 0 20000 create'

# prepare KIND OLD NEW: a folder with an episode in it; sets $folder, $file and $command
prepare() {
    local kind=$1 old=$2 new=$3 verb=$4
    folder=$scratch/folder
    rm -rf "$folder"
    mkdir "$folder"
    file=$folder/0001.md
    text "$scratch/old" "$old"
    text "$scratch/new" "$new"
    command=("$HARNESS" "$verb" "$file" --text-from "$scratch/new")
    [ "$verb" = create ] || command+=(--base-from "$scratch/old")
    strace_options=()
    dress "$kind"
}
dress() {
    case $1 in
    new) return ;;
    portablenew) command+=(--portable) && return ;;
    esac
    cp "$scratch/old" "$file"
    case $1 in
    attributes)
        setfattr -n user.mood -v calm "$file" 2>/dev/null
        setfacl -m u:12345:r "$file" 2>/dev/null
        ;;
    group)
        chmod 2640 "$file"
        [ "$(id -u)" -ne 0 ] || chgrp 4242 "$file"
        ;;
    link)
        mv "$file" "$folder/real.md"
        ln -s real.md "$file"
        ;;
    noexchange) strace_options=(-e inject=renameat2:error=EINVAL) ;;
    portable*) command+=(--portable) ;;
    esac
}

holds_old() { if [ -s "$scratch/old" ]; then cmp -s "$file" "$scratch/old"; else [ ! -e "$file" ]; fi; }
holds_new() { cmp -s "$file" "$scratch/new"; }

# What lies in the folder besides the episode.
others() {
    find "$folder" -mindepth 1 ! -name 0001.md ! -name real.md -printf '%f\n'
}
only_dotted_others() {
    ! others | grep -qvE '^\.(0001|real)\.md\.episode-desk-[0-9]+-[0-9a-z]+(-old|\.[A-Za-z]{6})?$'
}
