# SPDX-License-Identifier: MIT
# What holds for every target: the language, the warnings, where things are built.
include(CTest)
include(GNUInstallDirs)
option(EPISODE_DESK_BENCHMARKS "Build the benchmarks" ON)
option(EPISODE_DESK_FUZZ "Offer the fuzz targets; wants clang" OFF)
if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
  option(EPISODE_DESK_POSIX_SAVING "Save by the whole protocol; otherwise by Qt and the standard library alone" ON)
endif()

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)
set(CMAKE_AUTOUIC_SEARCH_PATHS ${CMAKE_SOURCE_DIR}/ui)

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Wconversion
  -Wno-sign-conversion -Werror)
add_compile_definitions(QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
  QT_STRICT_ITERATORS)

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
endif()
find_program(LLD ld.lld)
if(LLD)
  add_link_options(-fuse-ld=lld)
endif()
