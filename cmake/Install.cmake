# SPDX-License-Identifier: GPL-3.0-or-later
include(CMakePackageConfigHelpers)

install(TARGETS loa_base loa_normalizer EXPORT loa-targets
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS loa_normalizer_c EXPORT loa-targets LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
# Beside the library by its own path, so that the folder may be moved; Debian's multiarch folder is one deeper.
install(FILES ${PROJECT_BINARY_DIR}/normalizer/loa_normalizer.pc DESTINATION ${CMAKE_INSTALL_DATADIR}/pkgconfig)
install(DIRECTORY src/base/include/ normalizer/include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT loa-targets NAMESPACE loa:: DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/loa)
configure_package_config_file(cmake/loa-config.cmake.in ${PROJECT_BINARY_DIR}/loa-config.cmake
  INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/loa)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/loa-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/loa-config.cmake ${PROJECT_BINARY_DIR}/loa-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/loa)
