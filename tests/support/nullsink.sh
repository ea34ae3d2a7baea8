#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Runs a program with a sound server of its own, whose one sound card goes nowhere; where that is unplugged, there is a dummy in its
# place, as PulseAudio is set up everywhere:
#   nullsink.sh PROGRAM [ARGUMENT…]
# Ends with 77 (skipped) where there is no PulseAudio. Nobody else's sound server is touched.
set -euo pipefail
for need in pulseaudio pactl; do
  command -v "$need" >/dev/null || { echo "skipped: $need is not installed"; exit 77; }
done
work=$(mktemp -d)
server=
finish() {
  [ -z "$server" ] || { kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; }
  rm -rf "$work"
}
trap finish EXIT
export PULSE_SERVER=unix:$work/socket EPISODE_DESK_OWN_SOUND_SERVER=1
HOME=$work XDG_RUNTIME_DIR=$work pulseaudio -n --daemonize=no --exit-idle-time=-1 --disable-shm \
  -L "module-null-sink sink_name=one sink_properties=device.description=One" -L module-always-sink \
  -L "module-native-protocol-unix auth-anonymous=1 socket=$work/socket" >"$work/log" 2>&1 &
server=$!
for _ in $(seq 50); do
  pactl info >/dev/null 2>&1 && break
  kill -0 "$server" 2>/dev/null || { echo "skipped: PulseAudio does not start here"; cat "$work/log"; exit 77; }
  sleep 0.1
done
"$@"
