# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours is compiled with. Linked privately, never exported.

add_library(loa_options INTERFACE)
target_compile_features(loa_options INTERFACE cxx_std_20)
target_compile_options(loa_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
  -fno-strict-aliasing
  $<$<BOOL:${LOA_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 12 reports std::string moved out of tl::expected as uninitialised, and the sum of two strings
# as an overlapping copy (GCC bug 105651), at -O2 and above; GCC 14 a range inserted into a vector
# as an overflow.
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
  target_compile_options(loa_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict
                         -Wno-stringop-overflow -Wno-array-bounds)
endif()
if(LOA_SANITIZE)
  target_compile_options(loa_options INTERFACE -fsanitize=${LOA_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(loa_options INTERFACE -fsanitize=${LOA_SANITIZE})
  if(LOA_SANITIZE MATCHES undefined)
    target_compile_options(loa_options INTERFACE -fno-sanitize-recover=undefined)
  endif()
endif()
if(LOA_BUILD_FUZZERS)
  # The fuzzers see into the libraries, not into their own few lines only.
  target_compile_options(loa_options INTERFACE -fsanitize=fuzzer-no-link)
  target_link_options(loa_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo)
endif()

# Where the program finds voices and messages when it runs from the build tree
# (see loa/base/data_dirs.h): modules copy or link their data below it.
set(LOA_BUILD_DATA_DIR ${PROJECT_BINARY_DIR}/share/loa)
file(MAKE_DIRECTORY ${LOA_BUILD_DATA_DIR})

# The program moves with its folders: it finds its library from where it lies, the
# same way in the build tree as when installed.
set(LOA_BUILD_BIN_DIR ${PROJECT_BINARY_DIR}/bin)
file(RELATIVE_PATH LOA_BIN_TO_LIBRARIES ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR}/loa)

# loa_module(NAME SOURCES … [DEPENDS …] [PRIVATE_DEPENDS …]): a static library loa_NAME,
# alias loa::NAME, whose headers are included as "NAME/….h".
function(loa_module name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPENDS;PRIVATE_DEPENDS" ${ARGN})
  add_library(loa_${name} STATIC ${arg_SOURCES})
  add_library(loa::${name} ALIAS loa_${name})
  target_include_directories(loa_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(loa_${name} PUBLIC ${arg_DEPENDS}
                        PRIVATE $<BUILD_INTERFACE:loa_options> ${arg_PRIVATE_DEPENDS})
endfunction()
