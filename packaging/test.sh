#!/usr/bin/env bash
# Builds everything and runs every test.
set -euo pipefail
cd "$(dirname "$0")/.."

packaging/dependencies.sh
cmake --preset dev
cmake --build --preset dev
ctest --preset dev -j "$(nproc)"
