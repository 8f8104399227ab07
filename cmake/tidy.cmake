# The target tidy: clang-tidy over every source of the project, on all cores, without compiling any. Whatever it finds is
# an error, by .clang-tidy. The target analyze: the checks that follow paths through the code, which take as long as all
# others together.
find_program(EARLYHELP_RUN_CLANG_TIDY run-clang-tidy REQUIRED)
foreach(target IN ITEMS "tidy;-clang-analyzer-*" "analyze;-*,clang-analyzer-*")
  list(GET target 0 name)
  list(GET target 1 checks)
  add_custom_target(${name}
    COMMAND ${EARLYHELP_RUN_CLANG_TIDY} -quiet -checks=${checks} -p ${CMAKE_BINARY_DIR} ^${PROJECT_SOURCE_DIR}/src/
    VERBATIM USES_TERMINAL)
endforeach()
