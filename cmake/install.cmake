include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(earlyhelp_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/earlyhelp)
install(TARGETS earlyhelp EXPORT earlyhelp-targets FILE_SET HEADERS)
install(EXPORT earlyhelp-targets NAMESPACE earlyhelp:: DESTINATION ${earlyhelp_config_dir})
configure_package_config_file(cmake/earlyhelp-config.cmake.in earlyhelp-config.cmake
  INSTALL_DESTINATION ${earlyhelp_config_dir})
write_basic_package_version_file(earlyhelp-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/earlyhelp-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/earlyhelp-config-version.cmake
  DESTINATION ${earlyhelp_config_dir})
