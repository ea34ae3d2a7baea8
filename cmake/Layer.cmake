# SPDX-License-Identifier: MIT
# episode_desk_layer(NAME SOURCES … LINK …): one static library a layer, included by its whole path.
function(episode_desk_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINK;LINK_PRIVATE" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR}/src)
  target_link_libraries(${name} PUBLIC ${LAYER_LINK} PRIVATE ${LAYER_LINK_PRIVATE})
  if(LAYER_LINK MATCHES "Qt6|catalog|net")
    episode_desk_use_precompiled(${name} core)
  endif()
  episode_desk_unite_later(${name})
endfunction()

# episode_desk_test(NAME LAYER…): a test executable tests/<dir>/NAME.cpp, run headless.
function(episode_desk_test name)
  add_executable(${name} ${name}.cpp)
  target_link_libraries(${name} PRIVATE ${ARGN} Qt6::Test)
  # Not by AUTOMOC: it compiles one more file for each test, which took a quarter of the whole build.
  set_target_properties(${name} PROPERTIES AUTOMOC OFF)
  qt6_generate_moc(${name}.cpp ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc TARGET ${name})
  target_sources(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${name}.moc)
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR}/tests)
  if("app" IN_LIST ARGN)
    episode_desk_use_precompiled(${name} ${EPISODE_DESK_TESTS}widgets)
  else()
    episode_desk_use_precompiled(${name} ${EPISODE_DESK_TESTS}core)
  endif()
  if(EPISODE_DESK_TESTS)
    target_compile_options(${name} PRIVATE -fno-sanitize=all)
  endif()
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
