include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(earlyhelp_config_dir ${CMAKE_INSTALL_LIBDIR}/cmake/earlyhelp)
install(TARGETS earlyhelp EXPORT earlyhelp-targets FILE_SET HEADERS)
install(EXPORT earlyhelp-targets NAMESPACE earlyhelp:: DESTINATION ${earlyhelp_config_dir})
if(TARGET earlyhelp_io)
  set_target_properties(earlyhelp_io PROPERTIES EXPORT_NAME io)
  install(TARGETS earlyhelp_io EXPORT earlyhelp-io-targets FILE_SET HEADERS)
  install(EXPORT earlyhelp-io-targets NAMESPACE earlyhelp:: DESTINATION ${earlyhelp_config_dir})
  install(FILES cmake/FindLibCsv.cmake DESTINATION ${earlyhelp_config_dir})
endif()
if(TARGET earlyhelp_cli)
  set_target_properties(earlyhelp_cli PROPERTIES OUTPUT_NAME earlyhelp)
  install(TARGETS earlyhelp_cli RUNTIME)
endif()

# Until 1.0 a new minor version may break its callers.
configure_package_config_file(cmake/earlyhelp-config.cmake.in earlyhelp-config.cmake
  INSTALL_DESTINATION ${earlyhelp_config_dir})
write_basic_package_version_file(earlyhelp-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/earlyhelp-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/earlyhelp-config-version.cmake
  DESTINATION ${earlyhelp_config_dir})
