# The target tidy: clang-tidy over every source of the project, on all cores, without compiling any. Whatever it finds is
# an error, by .clang-tidy.
find_program(EARLYHELP_RUN_CLANG_TIDY run-clang-tidy REQUIRED)
add_custom_target(tidy
  COMMAND ${EARLYHELP_RUN_CLANG_TIDY} -quiet -p ${CMAKE_BINARY_DIR} ^${PROJECT_SOURCE_DIR}/src/
  VERBATIM USES_TERMINAL)
