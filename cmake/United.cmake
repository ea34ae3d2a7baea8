# SPDX-License-Identifier: MIT
# Most of a compilation is reading Qt's headers. Where everything is built at once, as the checks do, files of a layer that do not
# disturb each other (cmake/together.py) are compiled as one. Who edits one file wants it compiled alone: off in the dev preset.
option(EPISODE_DESK_UNITED "Compile several files of a layer at a time" OFF)
if(EPISODE_DESK_UNITED)
  find_package(Python3 QUIET COMPONENTS Interpreter)
  if(NOT Python3_FOUND)
    message(STATUS "No Python: each file is compiled alone")
    set(EPISODE_DESK_UNITED OFF)
  endif()
endif()

# episode_desk_unite_later(TARGET): once TARGET has all its files, at the end of its folder.
function(episode_desk_unite_later target)
  cmake_language(EVAL CODE "cmake_language(DEFER CALL episode_desk_unite ${target})")
endfunction()

function(episode_desk_unite target)
  if(NOT EPISODE_DESK_UNITED)
    return()
  endif()
  get_target_property(sources ${target} SOURCES)
  set(files)
  foreach(source IN LISTS sources)
    get_filename_component(file ${source} ABSOLUTE)
    get_source_file_property(alone ${file} COMPILE_DEFINITIONS)
    if(file MATCHES "\\.cpp$" AND NOT alone)
      list(APPEND files ${file})
    endif()
  endforeach()
  execute_process(COMMAND ${Python3_EXECUTABLE} ${CMAKE_SOURCE_DIR}/cmake/together.py ${files}
    OUTPUT_VARIABLE groups OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX MATCHALL "[^\n]+" lines "${groups}")
  foreach(line IN LISTS lines)
    string(REGEX MATCH "^([0-9]+) (.*)$" _ ${line})
    set_source_files_properties(${CMAKE_MATCH_2} PROPERTIES UNITY_GROUP ${target}${CMAKE_MATCH_1})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang") # it takes one file's using directive for the others', too; GCC still looks at this
    target_compile_options(${target} PRIVATE -Wno-shadow)
  endif()
endfunction()
