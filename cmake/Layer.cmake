# SPDX-License-Identifier: MIT
# A hundred and fifty tests link the layers. Under the sanitizers a test with all of them inside is 170 MB: shared libraries keep
# the checks' builds small, and their links short. What is installed has them inside.
option(EPISODE_DESK_SHARED "Build the layers as shared libraries" OFF)
set(EPISODE_DESK_LAYER STATIC)
if(EPISODE_DESK_SHARED)
  set(EPISODE_DESK_LAYER SHARED)
endif()

# episode_desk_layer(NAME SOURCES … LINK …): one library a layer, included by its whole path.
function(episode_desk_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINK;LINK_PRIVATE" ${ARGN})
  add_library(${name} ${EPISODE_DESK_LAYER} ${LAYER_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${LAYER_LINK} PRIVATE ${LAYER_LINK_PRIVATE})
  if(LAYER_LINK MATCHES "Qt6|catalog|net")
    episode_desk_use_precompiled(${name} core)
  endif()
  episode_desk_unite_later(${name})
endfunction()

# Tests are compiled alike, with and without the sanitizers: those of another build folder need only be linked here.
set(EPISODE_DESK_TESTS_OF "" CACHE PATH "A build folder whose compiled tests are linked with these layers; empty: none")

# episode_desk_test(NAME LAYER…): a test executable tests/<dir>/NAME.cpp, run headless.
function(episode_desk_test name)
  file(RELATIVE_PATH folder ${CMAKE_BINARY_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  set(object ${EPISODE_DESK_TESTS_OF}/${folder}/CMakeFiles/${name}.dir/${name}.cpp.o)
  if(EPISODE_DESK_TESTS_OF AND EXISTS ${object})
    add_executable(${name} ${object})
    set_target_properties(${name} PROPERTIES LINKER_LANGUAGE CXX AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
  else()
    add_executable(${name} ${name}.cpp)
    # Not by AUTOMOC: it compiles one more file for each test, which took a quarter of the whole build.
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTOUIC OFF AUTORCC OFF)
    qt6_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc TARGET ${name})
    target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
    target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
    if("app" IN_LIST ARGN)
      episode_desk_use_precompiled(${name} ${EPISODE_DESK_TESTS}widgets)
    else()
      episode_desk_use_precompiled(${name} ${EPISODE_DESK_TESTS}core)
    endif()
    if(EPISODE_DESK_TESTS)
      target_compile_options(${name} PRIVATE -fno-sanitize=all)
    endif()
  endif()
  target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test)
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  target_compile_definitions(${name} PRIVATE
    EPISODE_DESK_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data"
    EPISODE_DESK_SAMPLE="${CMAKE_SOURCE_DIR}/resources/sample"
    EPISODE_DESK_SHARED_CATALOG="${CMAKE_SOURCE_DIR}/../shared/catalog")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    ENVIRONMENT
      "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/lsan.supp:print_suppressions=0"
    TIMEOUT 300)
endfunction()
