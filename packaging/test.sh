#!/usr/bin/env bash
# Builds everything and runs every test; with --long also the proofs that take an hour (tests/long.sh).
set -euo pipefail
cd "$(dirname "$0")/.."

if [ "${1:-}" = "--long" ]; then
  packaging/dependencies.sh --checks
else
  packaging/dependencies.sh
fi
cmake --preset whole
cmake --build --preset whole
ctest --preset whole -j "$(nproc)"
if [ "${1:-}" = "--long" ]; then
  tests/long.sh build/whole
fi
