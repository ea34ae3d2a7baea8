#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# race.sh [ROUNDS]: another process changes the file while it is saved; none of its changes may be lost.
[ -w /dev/shm ] && SCRATCH=${SCRATCH:-/dev/shm} # where a save takes no time, the race is closest
. "$(dirname "$0")/common.sh"
mkdir "$scratch/folder"
"$RACER" "$scratch/folder" "${1:-500}"
