# Branch coverage of the folders that decide: the target coverage_report fails below the aim. Run the tests before it.
# Branches of exceptions that cannot be provoked, and those the compiler proves unreachable, do not count.
option(EARLYHELP_COVERAGE "Count which branches the tests take" OFF)
if(EARLYHELP_COVERAGE)
  find_program(GCOVR gcovr REQUIRED)
  # Counted atomically, because some tests use threads.
  target_compile_options(earlyhelp PUBLIC $<BUILD_INTERFACE:--coverage> $<BUILD_INTERFACE:-fprofile-update=atomic>)
  target_link_options(earlyhelp PUBLIC $<BUILD_INTERFACE:--coverage>)
  add_custom_target(coverage_report
    COMMAND ${GCOVR} --root ${PROJECT_SOURCE_DIR} --object-directory ${CMAKE_CURRENT_BINARY_DIR}
            --filter "${PROJECT_SOURCE_DIR}/(src|include/earlyhelp)/(calendar|incident|people|policy|triage)/"
            --exclude-throw-branches --exclude-unreachable-branches
            --branches --fail-under-branch 95
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    USES_TERMINAL VERBATIM)
endif()
