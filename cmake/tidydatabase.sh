#!/usr/bin/env bash
# tidydatabase.sh BUILD: writes BUILD/tidy/compile_commands.json, the commands without the precompiled headers of GCC, which clang
# cannot read. Use: clang-tidy -p BUILD/tidy FILE
set -euo pipefail
build=${1:?usage: cmake/tidydatabase.sh BUILD}
mkdir -p "$build/tidy"
sed 's/ -Winvalid-pch -include [^ ]*cmake_pch\.hxx//' "$build/compile_commands.json" >"$build/tidy/compile_commands.json"
