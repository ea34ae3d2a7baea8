#!/usr/bin/env bash
# Builds Episode Desk and opens FOLDER, or the bundled sample catalogue when none is named.
#   packaging/run.sh [FOLDER]
set -euo pipefail
folder=${1:+$(realpath -- "$1")}
cd "$(dirname "$0")/.."

packaging/dependencies.sh
cmake --preset release >/dev/null
cmake --build --preset release --target episode-desk episode-desk-cli
exec build/release/bin/episode-desk "${folder:---sample}"
